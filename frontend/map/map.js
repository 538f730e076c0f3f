// The map: contours and critical points, the paths over them, and what is drawn at the heads of the paths.

import { arrowKey, FocusArrows } from "./arrows.js";
import { criticalPointKey } from "./critical_points.js";
import { frameIn, reachOf, stillContours } from "./contours.js";
import { MapGraphs } from "./graphs.js";
import { OffscreenArrows } from "./offscreen.js";
import { readPointer } from "./pointer.js";
import { Zoom } from "./zoom.js";
import { createSize } from "../dom/size.js";
import { cutAt } from "../paths/polyline.js";
import { element, setText } from "../dom/elements.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { pathTrace, stillPaths } from "../paths/traces.js";
import { TrailLayer, trailsOf } from "../paths/trails.js";

const PLACE = "x %{x:.5g}, y %{y:.5g}"; // in a hover label

/** @typedef {import("../paths/panel.js").Panel} Panel */

/** @implements {Panel} */
export class MapPanel {
  #parts;
  #listener;
  #graphs;
  #size;
  #trailLayer;
  #arrows;
  #offscreen;
  #stopPointer;
  #canvasLayer = element("div", { class: "downhill-layer" });
  #headLayer = element("div", { class: "downhill-layer" });
  #reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Whole map");
  #key = element("span", { class: "downhill-mark-key" });
  #arrowKey = arrowKey();
  #zoom = new Zoom(this.#reset);
  #shown = NOTHING_SHOWN;
  #withArrows = false;
  /** @type {import("../paths/polyline.js").Polyline[]} */
  #lines = []; // one for each run
  /** @type {import("../paths/trails.js").Trail[]} */
  #trails = [];
  /** @type {import("../paths/trails.js").Frame|null} */
  #frame = null;

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {import("../paths/panel.js").Listener} listener
   */
  constructor(Plotly, parts, listener) {
    [this.#parts, this.#listener] = [parts, listener];
    this.#size = createSize(parts.stack);
    this.#graphs = new MapGraphs(Plotly, () => this.#content(), {
      onDrag: (ranges) => this.#follow(ranges),
      onDragged: () => this.#showZoom(),
    });
    parts.stack.append(this.#graphs.base, this.#canvasLayer, this.#graphs.overlay, this.#headLayer);
    parts.plot.append(this.#reset);
    parts.title.after(this.#key, this.#arrowKey);
    this.#trailLayer = new TrailLayer(this.#canvasLayer, this.#headLayer);
    this.#arrows = new FocusArrows(this.#headLayer);
    this.#offscreen = new OffscreenArrows(this.#headLayer);
    this.#stopPointer = readPointer(this.#graphs.overlay, parts.readout, () => this.#underPointer(), {
      onPoint: listener.onPoint,
      onFocus: listener.onFocus,
      onWhole: this.#endZoom,
    });
    this.#reset.addEventListener("click", this.#endZoom);
  }

  /** Draws the paths on the canvas alone: the graph takes them over when it settles. */
  show(shown, light) {
    this.#shown = shown;
    const { surface, runs } = shown.picture;
    this.#zoom.setSurface(surface);
    setText(this.#parts.title, surface.title);
    this.#lines = runs.map((run) => cutAt(run.x, run.y, reachOf(surface.window)));
    if (!light) {
      this.#key.replaceChildren(...criticalPointKey(surface));
      this.#size.forget();
    }
    const drawn = light ? Promise.resolve() : this.#graphs.drawAxes();
    this.#setTrails();
    this.#align();
    return drawn;
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#drawLayers(false);
  }

  settle() {
    this.#graphs.drawPaths();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#drawTrails();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    this.#drawTrails();
  }

  setOptions({ arrows }) {
    if (arrows === this.#withArrows) return false;
    this.#withArrows = arrows;
    if (this.#frame) this.#drawTrails();
    return false;
  }

  setView({ zoom }) {
    if (zoom !== undefined) this.#zoom.setView(zoom);
  }

  view() {
    return { zoom: this.#zoom.view() };
  }

  still(theme) {
    const { picture, step } = this.#shown;
    const { x, y } = this.#zoom.ranges;
    const surface = stillContours(picture.surface, theme);
    return {
      shape: (x[1] - x[0]) / (y[1] - y[0]),
      key: surface.key,
      traces: [...surface.traces, ...stillPaths(this.#trails, step, theme)],
      over: (area) =>
        [this.#offscreen, this.#arrows].flatMap((part) => part.outlines(step, frameIn(area, { x, y }), theme)),
      entries: this.#arrows.entries(theme),
      xaxis: { title: "x", range: [...x], showgrid: false, nticks: 9 },
      yaxis: { title: "y", range: [...y], showgrid: false, nticks: 7 },
    };
  }

  resize() {
    if (!this.#size.changed()) return;
    this.#graphs.drawBase();
    this.#graphs.drawPaths();
    this.#align();
  }

  destroy() {
    this.#size.destroy();
    this.#stopPointer();
    this.#reset.removeEventListener("click", this.#endZoom);
    for (const part of [this.#graphs, this.#trailLayer, this.#arrows, this.#offscreen]) part.destroy();
    for (const node of [this.#key, this.#arrowKey, this.#reset]) node.remove();
    this.#parts.stack.replaceChildren();
  }

  /** @returns {import("./graphs.js").Content} */
  #content() {
    const { picture, theme, step, hidden } = this.#shown;
    const paths = () =>
      picture.runs.map((run, k) =>
        pathTrace(run, this.#lines[k], step, { theme, shown: !hidden.has(run.id), place: PLACE })
      );
    return { surface: picture.surface, theme, ranges: this.#zoom.ranges, size: () => this.#size.now(), paths };
  }

  /** @returns {import("./pointer.js").UnderPointer} */
  #underPointer() {
    const { picture, step } = this.#shown;
    return { picture, step, trails: this.#trails, frame: this.#frame, zoomed: this.#zoom.active };
  }

  #setTrails() {
    const { picture, theme, hidden, focus } = this.#shown;
    this.#trails = trailsOf(this.#lines, this.#shown, true);
    this.#trailLayer.setTrails(this.#trails, theme);
    this.#offscreen.setTrails(this.#trails);
    const inFocus = picture.runs.find(({ id }) => id === focus && !hidden.has(id)) ?? null;
    this.#arrows.setRun(this.#withArrows ? inFocus : null);
    this.#arrowKey.hidden = !this.#withArrows || inFocus === null;
    if (inFocus) this.#arrowKey.style.setProperty("--downhill-run", inFocus.color);
  }

  #drawTrails() {
    this.#setTrails();
    this.#drawLayers(true);
  }

  #drawLayers(anew) {
    const { step } = this.#shown;
    this.#trailLayer.draw(step, anew);
    this.#offscreen.draw(step, this.#frame);
    this.#arrows.draw(step, this.#frame);
  }

  /** Puts the layers where the axes of the graphs are. */
  #align() {
    this.#frame = this.#graphs.frame;
    this.#trailLayer.setFrame(this.#frame);
    this.#drawLayers(true);
  }

  #follow(ranges) {
    this.#zoom.set(ranges);
    this.#align();
  }

  #showZoom() {
    this.#graphs.drawPaths();
    this.#align();
    this.#listener.onView();
  }

  #endZoom = () => {
    this.#zoom.set(null);
    this.#graphs.moveBase();
    this.#showZoom();
  };
}
