// The WebGL scene of the relief: made when it is first drawn, moved no more often than the machine can bear, given back
// when it is not needed, and made anew where the browser takes it away, as it may when there are many or the graphics
// card is reset.

import { CONFIG } from "../dom/plotly.js";
import { element } from "../dom/elements.js";
import { forgetWebGL, hasWebGL, loseContexts } from "./webgl.js";

const REST = 2.5; // times what a frame of the scene costs: how long map and loss then have the machine to themselves
const MIN_FRAME_MS = 100; // between two frames of the scene while it plays
const MAX_TAKEN = 3; // scenes that the browser may take away within TAKEN_MS; after more of them no other is made
const TAKEN_MS = 60_000;

/**
 * @typedef {import("../paths/panel.js").Graph} Graph
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {{traces: Trace[], layout: import("../paths/panel.js").Layout}} Figure
 *
 * @typedef {Object} SceneListener
 * @property {(camera: Object) => void} onTurn somebody has turned the scene; Plotly's camera
 * @property {() => Promise<unknown>} onRemake the scene was taken away and has to be drawn again
 * @property {() => void} onTaken it was taken away and is not made again before `forgive`
 */

/** Draws the relief with Plotly, while there is a scene. */
export class WebGLScene {
  #Plotly;
  #stack;
  #listener;
  /** @type {Graph|null} */
  #graph = null;
  #frames = new FrameBudget();
  /** @type {number[]} */
  #taken = []; // when the browser has taken a scene away, ms
  #takenUnseen = false; // whether it has done so while nobody saw the page

  /** @param {import("../paths/panel.js").Plotly} Plotly @param {HTMLElement} stack @param {SceneListener} listener */
  constructor(Plotly, stack, listener) {
    [this.#Plotly, this.#stack, this.#listener] = [Plotly, stack, listener];
    stack.addEventListener("webglcontextlost", this.#lose, { capture: true });
    document.addEventListener("visibilitychange", this.#comeBack);
  }

  get exists() {
    return this.#graph !== null;
  }

  /** Draws everything, and makes the scene where there is none. @param {Figure} figure @returns {Promise<unknown>} */
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
   * @param {(trace: Trace) => Trace} sliced gives a trace with other points @param {boolean} playing then it waits for
   *   what the scene costs
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

  /** Lets the next move wait for nothing. */
  rest() {
    this.#frames.reset();
  }

  /** Forgets how often the browser has taken a scene away. */
  forgive() {
    this.#taken = [];
  }

  /** Gives the scene back. */
  release() {
    this.#takenUnseen = false;
    this.#frames.stop();
    if (!this.#graph) return;
    const canvases = [...this.#graph.querySelectorAll("canvas")];
    this.#Plotly.purge(this.#graph);
    this.#graph.remove(); // before its contexts go, so that nobody hears of it
    loseContexts(canvases);
    this.#graph = null;
  }

  destroy() {
    this.#stack.removeEventListener("webglcontextlost", this.#lose, { capture: true });
    document.removeEventListener("visibilitychange", this.#comeBack);
    this.release();
  }

  /** Plotly would wait for a context that was taken away, which is in vain where the browser keeps it. */
  #leaveLossToUs(graph) {
    const glplot = graph._fullLayout?.scene?._scene?.glplot;
    if (this.#graph === graph && glplot) glplot.oncontextloss = null;
  }

  /** A browser may take the scene away in every tab that nobody sees, and would do it again there. */
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

/** Measures what a frame of the scene costs, and how long the next one has to wait for it. */
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
