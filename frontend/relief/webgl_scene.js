// The WebGL scene: created lazily, released when hidden, rebuilt after context loss.

import { CONFIG } from "../dom/plotly.js";
import { element } from "../dom/elements.js";
import { joined, triple } from "./projection.js";
import { forgetWebGL, hasWebGL, loseContexts } from "./webgl.js";

const MAX_TAKEN = 3; // contexts that may be lost within TAKEN_MS before no other is created
const TAKEN_MS = 60_000;

/**
 * @typedef {import("../paths/panel.js").Graph} Graph
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {{traces: Trace[], layout: import("../paths/panel.js").Layout}} Figure
 *
 * @typedef {Object} SceneListener
 * @property {(camera: Object) => void} onTurn the person has turned the scene; Plotly's camera
 * @property {() => void} onDrawn a frame of the scene is drawn, perhaps from elsewhere
 * @property {() => Promise<unknown>} onRemake the context was lost, and the scene has to be drawn again
 * @property {() => void} onTaken the context was lost too often; nothing is drawn before `forgive`
 */

/** The Plotly graph of the relief, while it exists. */
export class WebGLScene {
  #Plotly;
  #stack;
  #listener;
  /** @type {Graph|null} */
  #graph = null;
  /** @type {Promise<unknown>} */
  #drawn = Promise.resolve(); // when the last drawing has ended
  /** @type {number[]} */
  #taken = []; // when contexts were lost, ms
  #takenUnseen = false; // whether the last one was lost while the page was hidden
  /** @type {{canvas: HTMLCanvasElement, copy: HTMLCanvasElement}|null} */
  #printed = null; // what is seen, and its copy for paper

  /** @param {import("../paths/panel.js").Plotly} Plotly @param {HTMLElement} stack @param {SceneListener} listener */
  constructor(Plotly, stack, listener) {
    [this.#Plotly, this.#stack, this.#listener] = [Plotly, stack, listener];
    stack.addEventListener("webglcontextlost", this.#lose, { capture: true });
    document.addEventListener("visibilitychange", this.#comeBack);
    addEventListener("beforeprint", this.#toPaper);
    addEventListener("afterprint", this.#fromPaper);
  }

  get exists() {
    return this.#graph !== null;
  }

  /** Draws everything, and creates the graph if there is none. @param {Figure} figure @returns {Promise<unknown>} */
  draw(figure) {
    this.#drawn = this.#draw(figure);
    return this.#drawn;
  }

  /** @param {Figure} figure */
  #draw({ traces, layout }) {
    if (this.#graph) return this.#Plotly.react(this.#graph, traces, layout, CONFIG);
    const graph = /** @type {Graph} */ (element("div", { class: "downhill-graph" }));
    this.#graph = graph;
    this.#stack.prepend(graph); // below the paths
    const drawn = this.#Plotly.react(graph, traces, layout, CONFIG);
    graph.on("plotly_relayout", (change) => {
      if (change["scene.camera"]) this.#listener.onTurn(structuredClone(change["scene.camera"]));
    });
    return drawn.then(() => this.#takeOver(graph));
  }

  /** What turns points into what is seen now, or null while nothing is. */
  get matrix() {
    const scene = this.#graph?._fullLayout?.scene?._scene;
    return scene?.glplot && scene.dataScale ? joined(scene.glplot.cameraParams, scene.dataScale) : null;
  }

  /** Plotly's camera, or null while there is none. */
  get camera() {
    return this.#graph?._fullLayout?.scene?._scene?.getCamera() ?? null;
  }

  /** Turns the scene while a finger moves. @param {import("./camera.js").PlotlyCamera} camera */
  turn(camera) {
    const scene = this.#graph?._fullLayout?.scene?._scene;
    scene?.camera.lookAt(...[camera.eye, camera.center, camera.up].map(triple));
    scene?.glplot.redraw();
  }

  /** Reports a camera that Plotly does not report, as after a touch. */
  reportCamera() {
    const { camera } = this;
    if (camera) this.#listener.onTurn(structuredClone(camera));
  }

  /** Forgets how many contexts were lost. */
  forgive() {
    this.#taken = [];
  }

  /** Removes the graph and releases its contexts. */
  release() {
    this.#takenUnseen = false;
    if (!this.#graph) return;
    const graph = this.#graph;
    this.#graph = null;
    graph.remove(); // before its contexts go, so that no listener is called
    // A graph that is being drawn is purged afterwards: Plotly goes on with what it began.
    this.#drawn.catch(() => {}).then(() => {
      const canvases = [...graph.querySelectorAll("canvas")];
      this.#Plotly.purge(graph);
      loseContexts(canvases);
    });
  }

  destroy() {
    this.#stack.removeEventListener("webglcontextlost", this.#lose, { capture: true });
    document.removeEventListener("visibilitychange", this.#comeBack);
    removeEventListener("beforeprint", this.#toPaper);
    removeEventListener("afterprint", this.#fromPaper);
    this.release();
  }

  /** Plotly would wait for a lost context, which may never be restored; and it tells nobody when it has drawn. */
  #takeOver(graph) {
    const glplot = graph._fullLayout?.scene?._scene?.glplot;
    if (this.#graph !== graph || !glplot) return;
    glplot.oncontextloss = null;
    const { onrender } = glplot;
    glplot.onrender = () => {
      onrender?.();
      if (this.#graph === graph) this.#listener.onDrawn();
    };
    this.#listener.onDrawn();
  }

  /** A browser may drop the contexts of hidden tabs, and would do it again while the tab is hidden. */
  #lose = () => {
    this.release();
    this.#takenUnseen = document.hidden;
    if (!this.#takenUnseen) this.#remake();
  };

  #comeBack = () => {
    if (!this.#takenUnseen || document.hidden) return;
    this.#takenUnseen = false;
    this.#remake();
  };

  /** A browser prints nothing of WebGL: a copy of what is seen goes on paper, on the ground that its colours are for. */
  #toPaper = () => {
    const glplot = this.#graph?._fullLayout?.scene?._scene?.glplot;
    if (!glplot) return;
    const { canvas } = glplot;
    const copy = canvas.cloneNode();
    const brush = copy.getContext("2d");
    brush.fillStyle = getComputedStyle(canvas).getPropertyValue("--downhill-background");
    brush.fillRect(0, 0, copy.width, copy.height);
    glplot.redraw(); // it can be copied until the browser shows it
    brush.drawImage(canvas, 0, 0);
    canvas.replaceWith(copy);
    this.#printed = { canvas, copy };
  };

  #fromPaper = () => {
    this.#printed?.copy.replaceWith(this.#printed.canvas);
    this.#printed = null;
  };

  #remake() {
    const now = performance.now();
    this.#taken = [...this.#taken.filter((then) => now - then < TAKEN_MS), now];
    forgetWebGL();
    if (this.#taken.length > MAX_TAKEN || !hasWebGL()) this.#listener.onTaken();
    else this.#listener.onRemake().catch(() => this.#listener.onTaken());
  }
}
