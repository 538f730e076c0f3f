// The pin: where somebody thinks that a path will end. When it has, a line leads from the pin to its end.

import { Handle } from "../paths/handle.js";
import { drawing, element, setAttribute, setHidden, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { typeScale } from "../host/theme.js";
import { placeLayer } from "../paths/layer_canvas.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const HOLE = { cx: 0, cy: -16, r: 3 }; // px from the tip
const RADIUS = 8; // px around the hole
const ARC = 32; // pieces of the arc from one side of the tip to the other

/** The outline of the pin, its tip at the point. @type {import("../paths/outlines.js").Place[]} */
const SHAPE = [
  [0, 0],
  ...Array.from({ length: ARC + 1 }, (_, k) => {
    const angle = Math.PI * (5 / 6 + (4 / 3) * (k / ARC));
    return /** @type {[number, number]} */ ([RADIUS * Math.cos(angle), HOLE.cy + RADIUS * Math.sin(angle)]);
  }),
];
const DIGITS = 3; // of the distance

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
  #body = drawing("path", { d: `M${SHAPE.join("L")}Z`, class: "downhill-pin-body" });
  #line = drawing("path", { class: "downhill-gap" });
  #casing = drawing("path", { class: "downhill-gap downhill-gap-casing" });
  #length = element("span", { class: "downhill-gap-length" });
  /** @type {Pinned|null} */
  #pinned = null;
  /** @type {Frame|null} */
  #frame = null;

  /** @param {(point: number[]) => void} onPin */
  constructor(onPin) {
    this.#handle = new Handle("pin", () => this.#frame, (point, _, from) => onPin(point ?? from));
    const sign = { class: "downhill-pin-sign", width: 24, height: 28, viewBox: "-12 -26 24 28", "aria-hidden": "true" };
    this.#handle.button.append(drawing("svg", sign, this.#body, drawing("circle", HOLE)));
    const gap = drawing("svg", { class: "downhill-gap-lines", "aria-hidden": "true" }, this.#casing, this.#line);
    this.layer.append(gap, this.#length, this.#handle.button);
  }

  /** @param {Pinned|null} pinned null for no pin @param {string[]} axes what its coordinates are called */
  setPin(pinned, axes) {
    this.#pinned = pinned;
    setHidden(this.layer, pinned === null);
    if (pinned === null) return;
    setAttribute(this.#body, "fill", pinned.color);
    this.#handle.button.disabled = !pinned.isMovable;
    this.#handle.show(
      { name: `Pin for the end of ${pinned.name}`, point: pinned.point, axes },
      this.#frame,
    );
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

  /**
   * Gives the pin, and the line from it, as a still shows them.
   * @param {Frame} frame @param {import("../host/theme.js").Theme} theme @returns {import("../paths/outlines.js").Outline[]}
   */
  outlines(frame, theme) {
    if (!this.#pinned) return [];
    const scale = typeScale(theme);
    const { point, end, color } = this.#pinned;
    const from = placeIn(frame, point);
    const body = turned(SHAPE, { left: from[0], top: from[1], angle: 0 }, scale);
    const pin = { lines: [body], fill: color, line: { color: theme.casing, width: 1.8 * scale } };
    if (!end) return [pin];
    const lines = [[from, placeIn(frame, end)]];
    return [
      { lines, line: { color: theme.casing, width: 6 * scale } },
      { lines, line: { color: theme.ring, width: 2.5 * scale, dash: `${6 * scale}px,${4 * scale}px` } },
      pin,
    ];
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
    setHidden(this.#length, !isDrawn);
    if (!isDrawn) return;
    const [[left, top], [right, bottom]] = [placeIn(this.#frame, point), placeIn(this.#frame, end)];
    for (const line of [this.#casing, this.#line]) setAttribute(line, "d", `M${left},${top}L${right},${bottom}`);
    setText(this.#length, significant(distance, DIGITS));
    this.#length.style.transform = `translate(${(left + right) / 2}px, ${(top + bottom) / 2}px) translate(-50%, -50%)`;
  }
}

/** Where a point of the surface is, px. @param {Frame} frame @param {number[]} point @returns {[number, number]} */
const placeIn = ({ u, v }, [x, y]) => [pixel(x, u), pixel(y, v)];
