// The pin: where somebody thinks that a path will end. When it has, a line leads from the pin to its end.

import { Handle } from "./handle.js";
import { drawing, element, setAttribute, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { placeLayer } from "../paths/layer_canvas.js";
import { pixel } from "../paths/strokes.js";

const SHAPE = "M0,0C-2,-6 -8,-9 -8,-16A8,8 0 1 1 8,-16C8,-9 2,-6 0,0Z"; // px, its tip at the point
const HOLE = { cx: 0, cy: -16, r: 3 };
const DIGITS = 3;

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 *
 * @typedef {Object} Pinned
 * @property {number[]} point where the pin is @property {string} color of the contender @property {string} name its label
 * @property {boolean} isMovable whether it can still be put elsewhere
 * @property {number[]|null} end that of the path, null before it is told @property {number} distance from the pin to it
 */

export class Pin {
  /** Holds the pin and the line; goes above everything that takes the pointer. */
  layer = element("div", { class: "downhill-layer downhill-handles downhill-pin", hidden: true });
  #handle;
  #body = drawing("path", { d: SHAPE, class: "downhill-pin-body" });
  #line = drawing("path", { class: "downhill-gap" });
  #casing = drawing("path", { class: "downhill-gap downhill-gap-casing" });
  #length = element("span", { class: "downhill-gap-length" });
  /** @type {Pinned|null} */
  #pinned = null;
  /** @type {Frame|null} */
  #frame = null;

  /** @param {(point: number[]) => void} onPin */
  constructor(onPin) {
    this.#handle = new Handle("pin", () => this.#frame, (point) => point && onPin(point));
    const sign = { class: "downhill-pin-sign", width: 24, height: 28, viewBox: "-12 -26 24 28", "aria-hidden": "true" };
    this.#handle.button.append(drawing("svg", sign, this.#body, drawing("circle", HOLE)));
    const gap = drawing("svg", { class: "downhill-gap-lines", "aria-hidden": "true" }, this.#casing, this.#line);
    this.layer.append(gap, this.#length, this.#handle.button);
  }

  /** @param {Pinned|null} pinned null for no pin */
  setPin(pinned) {
    this.#pinned = pinned;
    this.layer.hidden = pinned === null;
    if (pinned === null) return;
    setAttribute(this.#body, "fill", pinned.color);
    this.#handle.button.disabled = !pinned.isMovable;
    this.#handle.show({ name: `Pin for the end of ${pinned.name}`, point: pinned.point }, this.#frame);
    this.#place();
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    placeLayer(this.layer, frame);
    if (!this.#pinned) return;
    this.#handle.place(frame);
    this.#place();
  }

  destroy() {
    this.#handle.destroy();
    this.layer.remove();
  }

  /** Draws the line from the pin to the end. */
  #place() {
    const { end, point, distance } = this.#pinned;
    const isDrawn = end !== null && this.#frame !== null;
    for (const line of [this.#casing, this.#line]) setAttribute(line, "visibility", isDrawn ? "visible" : "hidden");
    this.#length.hidden = !isDrawn;
    if (!isDrawn) return;
    const at = (place) => [pixel(place[0], this.#frame.u), pixel(place[1], this.#frame.v)];
    const [[left, top], [right, bottom]] = [at(point), at(end)];
    for (const line of [this.#casing, this.#line]) setAttribute(line, "d", `M${left},${top}L${right},${bottom}`);
    setText(this.#length, significant(distance, DIGITS));
    this.#length.style.transform = `translate(${(left + right) / 2}px, ${(top + bottom) / 2}px) translate(-50%, -50%)`;
  }
}
