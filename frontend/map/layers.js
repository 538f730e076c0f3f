// The map's moving layers: paths below the upper graph, heads and arrows above it, aligned with the axes of the graphs.

import { arrowKey, FocusArrows } from "./arrows.js";
import { BatchArrows } from "./batch_arrows.js";
import { CloudLayer } from "./cloud.js";
import { OffscreenArrows } from "./offscreen.js";
import { EigenvectorLayer } from "./eigenvectors.js";
import { Triangles } from "./triangles.js";
import { element, setHidden } from "../dom/elements.js";
import { headOutlines } from "../paths/outlines.js";
import { TrailLayer, trailsOf } from "../paths/trails.js";

/**
 * @typedef {import("../paths/panel.js").Shown} Shown
 * @typedef {import("../paths/panel.js").Theme} Theme
 * @typedef {import("../paths/trails.js").Frame} Frame
 */

export class MapLayers {
  /** Holds the canvas; goes below the upper graph. */
  below = element("div", { class: "downhill-layer" });
  /** Holds heads and arrows; goes above it. */
  above = element("div", { class: "downhill-layer" });
  /** The key to the arrows, beside the title of the map. */
  arrowKey = arrowKey();
  /** What is said of the layers, a line each, in the lower left corner of the plot area. */
  notes = element("div", { class: "downhill-map-notes" });
  #trailLayer = new TrailLayer(this.below, this.above);
  #cloud;
  #eigenvectors;
  #triangles = new Triangles(this.below);
  #batch;
  #arrows;
  #offscreen = new OffscreenArrows(this.above);
  /** @type {import("../paths/trails.js").Trail[]} */
  #trails = [];
  /** @type {number[][]} what heads leave free */
  #marks = [];
  /** @type {Frame|null} */
  #frame = null;

  /** @param {import("../paths/panel.js").Listener["ask"]} ask */
  constructor(ask) {
    this.#cloud = new CloudLayer(this.below, ask);
    this.#eigenvectors = new EigenvectorLayer(this.below);
    this.#batch = new BatchArrows(this.above, ask);
    this.#arrows = new FocusArrows(this.above);
    this.notes.append(this.#batch.note, this.#cloud.note, this.#eigenvectors.note);
  }

  get trails() {
    return this.#trails;
  }

  get frame() {
    return this.#frame;
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    this.#trailLayer.setFrame(frame);
    this.notes.style.left = `${frame.left}px`;
    this.notes.style.top = `${frame.top + frame.height}px`;
    this.notes.style.maxWidth = `${frame.width}px`;
  }

  /**
   * Takes the runs to draw; `draw` draws them.
   * @param {import("../paths/polyline.js").Polyline[]} lines one for each run @param {Shown} shown
   * @param {{arrows: boolean, cloud: boolean, eigenvectors: boolean}} wanted whether −g and Δw are drawn, where SGD must
   *   wander, and the curvatures at the critical points
   */
  setTrails(lines, shown, { arrows: withArrows, cloud, eigenvectors }) {
    const { picture, theme, hidden, focus, moving } = shown;
    this.#trails = trailsOf(lines, shown, true);
    this.#marks = picture.surface.critical_points.map(({ point }) => point);
    this.#trailLayer.setMarks(this.#marks);
    this.#trailLayer.setTrails(this.#trails, theme, moving);
    this.#offscreen.setTrails(this.#trails);
    // While a hand changes the surface, they are not known.
    this.#eigenvectors.setPoints(eigenvectors && !moving ? picture.surface.critical_points : null);
    this.#triangles.setRuns(picture.runs.filter(({ id }) => !hidden.has(id)));
    const inFocus = picture.runs.find(({ id }) => id === focus && !hidden.has(id)) ?? null;
    this.#cloud.setRun(cloud ? inFocus : null, picture);
    for (const arrows of [this.#arrows, this.#batch]) arrows.setRun(withArrows ? inFocus : null, picture);
    setHidden(this.arrowKey, !withArrows || inFocus === null);
    if (inFocus) this.arrowKey.style.setProperty("--downhill-run", inFocus.color);
  }

  /** @param {number} step @param {boolean} redraw whether to draw everything again */
  draw(step, redraw) {
    this.#trailLayer.draw(step, redraw);
    if (redraw) { for (const part of [this.#cloud, this.#eigenvectors]) part.draw(this.#frame); }
    this.#triangles.draw(step, this.#frame);
    this.#offscreen.draw(step, this.#frame);
    this.#batch.draw(step, this.#frame);
    this.#arrows.draw(step, this.#frame);
  }

  /** Draws what has been sketched as it is drawn at rest, and what had to wait for kernels. @param {number} step */
  finish(step) {
    this.#trailLayer.finish();
    this.#batch.draw(step, this.#frame);
    this.#cloud.draw(this.#frame);
  }

  /** Gives heads and arrows as a still shows them. @param {number} step @param {Frame} frame @param {Theme} theme */
  outlines(step, frame, theme) {
    const heads = headOutlines(this.#trails, step, frame, theme, { marks: this.#marks });
    const arrows = [this.#offscreen, this.#batch, this.#arrows];
    return [
      ...[this.#cloud, this.#eigenvectors].flatMap((part) => part.outlines(frame, theme)),
      ...this.#triangles.outlines(step, frame, theme),
      ...heads,
      ...arrows.flatMap((part) => part.outlines(step, frame, theme)),
    ];
  }

  /** Names the arrows for the legend of a still. @param {number} step @param {Theme} theme */
  entries(step, theme) {
    return [
      ...this.#arrows.entries(theme),
      ...this.#batch.entries(step, theme),
      ...this.#cloud.entries(),
      ...this.#eigenvectors.entries(theme),
    ];
  }

  destroy() {
    const below = [this.#cloud, this.#eigenvectors, this.#triangles];
    for (const part of [this.#trailLayer, ...below, this.#batch, this.#arrows, this.#offscreen]) part.destroy();
    for (const node of [this.below, this.above, this.arrowKey, this.notes]) node.remove();
  }
}
