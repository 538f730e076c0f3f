// The WebGL scene: created lazily, throttled, released when hidden, rebuilt after context loss.

import { CONFIG } from "../dom/plotly.js";
import { element } from "../dom/elements.js";
import { forgetWebGL, hasWebGL, loseContexts } from "./webgl.js";

const REST = 2.5; // times the cost of a frame of the scene: how long only map and loss are drawn after it
const MIN_FRAME_MS = 100; // between two frames of the scene while it plays
const MAX_TAKEN = 3; // contexts that may be lost within TAKEN_MS before no other is created
const TAKEN_MS = 60_000;

/**
 * @typedef {import("../paths/panel.js").Graph} Graph
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {{traces: Trace[], layout: import("../paths/panel.js").Layout}} Figure
 *
 * @typedef {Object} SceneListener
 * @property {(camera: Object) => void} onTurn the person has turned the scene; Plotly's camera
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
  #frames = new FrameBudget();
  /** @type {number[]} */
  #taken = []; // when contexts were lost, ms
  #takenUnseen = false; // whether the last one was lost while the page was hidden

  /** @param {import("../paths/panel.js").Plotly} Plotly @param {HTMLElement} stack @param {SceneListener} listener */
  constructor(Plotly, stack, listener) {
    [this.#Plotly, this.#stack, this.#listener] = [Plotly, stack, listener];
    stack.addEventListener("webglcontextlost", this.#lose, { capture: true });
    document.addEventListener("visibilitychange", this.#comeBack);
  }

  get exists() {
    return this.#graph !== null;
  }

  /** Draws everything, and creates the graph if there is none. @param {Figure} figure @returns {Promise<unknown>} */
  draw({ traces, layout }) {
    if (this.#graph) return this.#Plotly.react(this.#graph, traces, layout, CONFIG);
    const graph = /** @type {Graph} */ (element("div", { class: "downhill-graph" }));
    this.#graph = graph;
    this.#stack.append(graph);
    const drawn = this.#Plotly.react(graph, traces, layout, CONFIG);
    graph.on("plotly_relayout", (change) => {
      if (change["scene.camera"]) this.#listener.onTurn(structuredClone(change["scene.camera"]));
    });
    return drawn.then(() => this.#leaveLossToUs(graph));
  }

  /**
   * Moves the paths alone: Plotly would send the whole surface to the graphics card again.
   * @param {(trace: Trace) => Trace} sliced gives a trace with other points @param {boolean} playing then frames are
   *   throttled to what the scene costs
   */
  movePaths(sliced, playing) {
    if (playing && !this.#frames.due) return;
    if (playing) this.#frames.measure();
    const { traces, glplot } = this.#graph._fullLayout.scene._scene;
    for (const full of this.#graph._fullData) {
      const drawn = traces[full.uid];
      if (drawn && full.meta !== undefined) drawn.update(sliced(full));
    }
    glplot.redraw();
  }

  /** Lets the next move happen at once. */
  rest() {
    this.#frames.reset();
  }

  /** Forgets how many contexts were lost. */
  forgive() {
    this.#taken = [];
  }

  /** Removes the graph and releases its contexts. */
  release() {
    this.#takenUnseen = false;
    this.#frames.stop();
    if (!this.#graph) return;
    const canvases = [...this.#graph.querySelectorAll("canvas")];
    this.#Plotly.purge(this.#graph);
    this.#graph.remove(); // before its contexts go, so that no listener is called
    loseContexts(canvases);
    this.#graph = null;
  }

  destroy() {
    this.#stack.removeEventListener("webglcontextlost", this.#lose, { capture: true });
    document.removeEventListener("visibilitychange", this.#comeBack);
    this.release();
  }

  /** Plotly would wait for a lost context, which may never be restored. */
  #leaveLossToUs(graph) {
    const glplot = graph._fullLayout?.scene?._scene?.glplot;
    if (this.#graph === graph && glplot) glplot.oncontextloss = null;
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

  #remake() {
    const now = performance.now();
    this.#taken = [...this.#taken.filter((then) => now - then < TAKEN_MS), now];
    forgetWebGL();
    if (this.#taken.length > MAX_TAKEN || !hasWebGL()) this.#listener.onTaken();
    else this.#listener.onRemake().catch(() => this.#listener.onTaken());
  }
}

/** Measures what a frame of the scene costs, and so how long the next one has to wait. */
class FrameBudget {
  #request = 0; // the animation frame that measures
  #busyUntil = 0; // ms
  #cost = MIN_FRAME_MS; // ms

  get due() {
    return performance.now() >= this.#busyUntil;
  }

  /** Measures how long the browser takes until it draws again. */
  measure() {
    const begun = performance.now();
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(() => {
      this.#request = requestAnimationFrame((now) => {
        this.#cost = Math.max(MIN_FRAME_MS / REST, 0.5 * this.#cost + 0.5 * (now - begun));
        this.#busyUntil = now + REST * this.#cost;
      });
    });
    this.#busyUntil = Infinity;
  }

  reset() {
    this.#busyUntil = 0;
  }

  stop() {
    cancelAnimationFrame(this.#request);
    this.reset();
  }
}
