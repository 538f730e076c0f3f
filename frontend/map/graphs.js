// Two stacked graphs: a static one for contours and critical points, a transparent one with the paths, for hover, zoom
// and pan.

import { contourTraces, mapLayout } from "./contours.js";
import { CONFIG, frameOf, isDrawn } from "../dom/plotly.js";
import { criticalPointHover, goalTrace } from "./critical_points.js";
import { element } from "../dom/elements.js";

const OVERLAY_MS = 400; // from the first picture to the upper graph, which is not needed sooner
const PATHS_ALONE = 3; // times as long as contours took, paths alone follow a hand

/**
 * @typedef {import("../paths/panel.js").Graph} Graph
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {import("./zoom.js").Ranges} Ranges
 *
 * @typedef {Object} Content what the graphs show
 * @property {import("../paths/panel.js").Surface} surface @property {import("../paths/panel.js").Theme} theme
 * @property {Ranges} ranges @property {() => {width: number, height: number}} size px
 * @property {() => Trace[]} paths @property {boolean} isFilled whether colours show the heights
 */

/** The two graphs of the map. */
export class MapGraphs {
  #Plotly;
  #read;
  #listener;
  #isTouch = globalThis.matchMedia("(pointer: coarse)").matches; // there a drag scrolls the page
  #cleared = ""; // what the upper graph shows without paths; "" while it has some
  #following = 0; // the animation frame in which the contours follow a drag
  #axesFrom = -Infinity; // ms, from when on the contours can follow a hand again
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #behind; // the timer with which they will
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #waiting; // the timer that draws the upper graph if nothing else has

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {() => Content} read
   * @param {{onDrag: (ranges: Ranges) => void, onDragged: () => void}} listener `onDrag` gives the axes during a pan
   *   and after a zoom, `onDragged` follows at the end
   */
  constructor(Plotly, read, listener) {
    [this.#Plotly, this.#read, this.#listener] = [Plotly, read, listener];
    this.base = /** @type {Graph} */ (element("div", { class: "downhill-graph" }));
    this.overlay = /** @type {Graph} */ (element("div", { class: "downhill-graph downhill-overlay" }));
  }

  /** @returns {import("../paths/trails.js").Frame} */
  get frame() {
    return frameOf(isDrawn(this.overlay) ? this.overlay : this.base);
  }

  /**
   * Draws the contours, and the upper graph without its paths; the first picture does not wait for the latter.
   * @param {boolean} moving whether a hand changes the surface: its contours may be behind the paths, which take less time
   */
  drawAxes(moving) {
    this.#waitNoMore();
    const wait = moving ? this.#axesFrom - performance.now() : 0;
    if (wait <= 0) return this.#drawAxes();
    this.#behind = setTimeout(() => this.catchUp(), wait);
    return Promise.resolve();
  }

  /** Draws the contours if they are behind. */
  catchUp() {
    if (this.#behind === undefined) return;
    this.#waitNoMore();
    this.#drawAxes();
  }

  #waitNoMore() {
    clearTimeout(this.#behind);
    this.#behind = undefined;
  }

  #drawAxes() {
    const begin = performance.now();
    const drawn = [this.drawBase(), isDrawn(this.overlay) ? this.#clearOverlay() : this.#drawOverlaySoon()];
    const end = performance.now();
    this.#axesFrom = end + PATHS_ALONE * (end - begin);
    return Promise.all(drawn);
  }

  drawBase() {
    const { surface, theme, size, ranges, isFilled } = this.#read();
    const config = { ...CONFIG, staticPlot: true };
    const layout = mapLayout(theme, size(), ranges, surface.axes);
    return this.#Plotly.react(this.base, contourTraces(surface, theme, isFilled), layout, config);
  }

  /** Draws the upper graph with everything that has hover labels. */
  drawPaths() {
    const { surface, theme, paths } = this.#read();
    return this.#drawOverlay([...paths(), criticalPointHover(surface, theme)]);
  }

  /** Moves the contours to the ranges that are shown. */
  moveBase() {
    const { x, y } = this.#read().ranges;
    this.#Plotly.relayout(this.base, { "xaxis.range": [...x], "yaxis.range": [...y] });
  }

  destroy() {
    cancelAnimationFrame(this.#following);
    for (const timer of [this.#waiting, this.#behind]) clearTimeout(timer);
    for (const graph of [this.base, this.overlay]) this.#Plotly.purge(graph);
  }

  /** Draws the upper graph without its paths, where it is not so already: it is not, at most once while a hand moves. */
  #clearOverlay() {
    const { surface, theme, size, ranges } = this.#read();
    const content = JSON.stringify([goalTrace(surface, theme), theme, size(), ranges, surface.axes]);
    if (content === this.#cleared) return Promise.resolve();
    const drawn = this.#drawOverlay([]);
    this.#cleared = content;
    return drawn;
  }

  /** @param {Trace[]} traces */
  #drawOverlay(traces) {
    this.#cleared = "";
    const { surface, theme, size, ranges } = this.#read();
    const layout = mapLayout(theme, size(), ranges, surface.axes);
    for (const axis of [layout.xaxis, layout.yaxis]) {
      Object.assign(axis, { showgrid: false, showticklabels: false, title: { text: "" } });
    }
    layout.dragmode = this.#isTouch ? false : "zoom";
    const isFirst = !isDrawn(this.overlay);
    const drawn = this.#Plotly.react(this.overlay, [goalTrace(surface, theme), ...traces], layout, CONFIG);
    if (isFirst) {
      this.overlay.on("plotly_relayout", () => this.#endDrag());
      this.overlay.on("plotly_relayouting", () => this.#followDrag());
    }
    return drawn;
  }

  /** Draws the upper graph even if a playback never settles. */
  #drawOverlaySoon() {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => isDrawn(this.overlay) || this.#drawOverlay([]), OVERLAY_MS);
  }

  /** Moves the lines with the upper graph at once, and the contours once per frame. */
  #followDrag() {
    const { xaxis, yaxis } = this.overlay._fullLayout;
    const dragged = { x: xaxis.range.map(Number), y: yaxis.range.map(Number) };
    if (JSON.stringify(dragged) === JSON.stringify(this.#read().ranges)) return;
    this.#listener.onDrag(dragged);
    cancelAnimationFrame(this.#following);
    this.#following = requestAnimationFrame(() => this.moveBase());
  }

  /** The scales stay equal, so that more may be visible than the box that was drawn. */
  #endDrag() {
    this.#followDrag();
    this.#listener.onDragged();
  }
}
