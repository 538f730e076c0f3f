// The probe: while it is held over the map, the paths from under the pointer are shown, thin, and nothing is changed.

import { placeIn, pointAt } from "../paths/handle.js";
import { element } from "../dom/elements.js";
import { readGesture } from "../dom/gesture.js";
import { Pace } from "../live/pace.js";
import { LayerCanvas, placeLayer } from "../paths/layer_canvas.js";
import { cutAt, vertices } from "../paths/polyline.js";
import { sketchLine } from "../paths/sketch.js";
import { pixel } from "../paths/strokes.js";
import { lastPoint } from "../paths/trails.js";

const WIDTH = 1.4; // px
const CASING = 3.2; // px
const END = 3.5; // px, the radius of the dot where a path ends

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 *
 * @typedef {Object} Look how the paths are drawn
 * @property {Set<string>} hidden ids of the contenders that are not drawn @property {import("../paths/panel.js").Theme} theme
 * @property {import("../paths/polyline.js").Box} reach within which lines are exact
 */

export class Probe {
  /** Takes the pointer while the probe is held; goes above the graphs. */
  layer = element("div", { class: "downhill-layer downhill-probe", hidden: true });
  #plot;
  #listener;
  #canvas = new LayerCanvas("downhill-probe-canvas");
  #pace = new Pace(() => this.#draw());
  #stopGesture;
  /** @type {{clientX: number, clientY: number}|null} where the pointer is over the plot */
  #pointer = null;
  /** @type {Look|null} */
  #look = null;
  /** @type {Frame|null} */
  #frame = null;

  /**
   * @param {HTMLElement} plot around the layer
   * @param {Pick<import("../paths/panel.js").Listener, "onPoint"|"probe">} listener
   */
  constructor(plot, listener) {
    [this.#plot, this.#listener] = [plot, listener];
    this.layer.append(this.#canvas.node);
    const onClick = (event) => {
      const place = this.#placeOf(event);
      if (place) listener.onPoint(...pointAt(this.#frame, place));
    };
    this.#stopGesture = readGesture(this.layer, { onClick, onDouble: () => {}, doubleMeans: () => false });
    for (const kind of ["pointerdown", "pointermove"]) plot.addEventListener(kind, this.#come, true);
    plot.addEventListener("pointerleave", this.#leave);
  }

  /** @param {boolean} isHeld */
  hold(isHeld) {
    if (this.layer.hidden !== isHeld) return;
    this.layer.hidden = !isHeld;
    this.#pace.soon();
  }

  /** Takes another picture or another look, and draws it if it is held. @param {Look} look */
  setLook(look) {
    this.#look = look;
    if (!this.layer.hidden) this.#pace.soon();
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    placeLayer(this.layer, frame);
    this.#canvas.fit(frame);
    if (!this.layer.hidden) this.#pace.soon();
  }

  destroy() {
    this.#pace.destroy();
    this.#stopGesture();
    for (const kind of ["pointerdown", "pointermove"]) this.#plot.removeEventListener(kind, this.#come, true);
    this.#plot.removeEventListener("pointerleave", this.#leave);
    this.layer.remove();
  }

  /** @param {PointerEvent} event */
  #come = ({ clientX, clientY }) => {
    this.#pointer = { clientX, clientY };
    if (!this.layer.hidden) this.#pace.soon();
  };

  #leave = () => {
    this.#pointer = null;
    if (!this.layer.hidden) this.#pace.soon();
  };

  #draw() {
    this.#canvas.erase();
    const { probe } = this.#listener;
    const place = this.#pointer && this.#placeOf(this.#pointer);
    if (this.layer.hidden || !place) {
      probe(null);
      return;
    }
    const runs = probe(pointAt(this.#frame, place)).filter(({ id }) => !this.#look.hidden.has(id));
    const lines = runs.map(({ x, y }) => cutAt(x, y, this.#look.reach));
    for (const [k, { color }] of runs.entries()) {
      this.#stroke(lines[k], { color: this.#look.theme.casing, width: CASING });
      this.#stroke(lines[k], { color, width: WIDTH });
      this.#dot(lines[k], color);
    }
  }

  /** @param {import("../paths/polyline.js").Polyline} line @param {string} color */
  #dot(line, color) {
    const last = lastPoint(line, Infinity);
    if (last < 0) return;
    const { context } = this.#canvas;
    context.beginPath();
    context.arc(pixel(line.u[last], this.#frame.u), pixel(line.v[last], this.#frame.v), END, 0, 2 * Math.PI);
    context.fillStyle = color;
    context.fill();
  }

  /** @param {import("../paths/polyline.js").Polyline} line @param {{color: string, width: number}} stroke */
  #stroke(line, stroke) {
    sketchLine(this.#canvas.context, line, this.#frame, vertices(line, Infinity), stroke);
  }

  /** Finds the place of a pointer in the plot area, px; null outside it. */
  #placeOf(event) {
    return this.#frame && placeIn(this.#frame, this.#plot, event);
  }
}
