// The visible part of the plane, always in the window's aspect ratio.

import { setHidden } from "../dom/elements.js";

/**
 * @typedef {import("../paths/panel.js").Surface} Surface
 * @typedef {import("../paths/panel.js").Range} Range
 * @typedef {{x: Range, y: Range}} Ranges
 */

const MAGNIFIED = 0.3; // of the window's width, where a point is looked at

/** Holds the zoom, and shows a button while less than the whole window is seen. */
export class Zoom {
  #button;
  /** @type {Surface|null} */
  #surface = null;
  /** @type {Ranges|null} */
  #chosen = null; // null is the whole window
  /** @type {number[][]|null|undefined} */
  #linked; // the zoom of a link, until the next picture takes it

  /** @param {HTMLElement} button which ends the zoom */
  constructor(button) {
    this.#button = button;
  }

  get active() {
    return this.#chosen !== null;
  }

  /** @returns {Ranges} */
  get ranges() {
    return this.#chosen ?? { x: asRange(this.#surface.window[0]), y: asRange(this.#surface.window[1]) };
  }

  /** @param {Ranges|null} ranges null is the whole window */
  set(ranges) {
    this.#chosen = ranges && inShapeOf(this.#surface.window, ranges);
    setHidden(this.#button, ranges === null);
  }

  /** Moves what is seen so that a point is in its middle: magnified, unless it is already. @param {number[]} point */
  moveTo([x, y]) {
    const { ranges } = this;
    const share = this.active ? 1 : MAGNIFIED;
    this.set({ x: around(x, share * span(ranges.x)), y: around(y, share * span(ranges.y)) });
  }

  /** Takes the next picture's surface: with the zoom of a link, or that of before where the window is the same. */
  setSurface(surface) {
    const before = this.#surface;
    this.#surface = surface;
    if (this.#linked !== undefined) {
      this.set(this.#linked && { x: asRange(this.#linked[0]), y: asRange(this.#linked[1]) });
    } else if (!before || !sameWindow(before, surface)) this.set(null);
    this.#linked = undefined;
  }

  /** @param {number[][]|null} zoom of a link, for the next picture */
  setView(zoom) {
    this.#linked = zoom;
  }

  /** @returns {number[][]|null} as a link holds it */
  view() {
    if (this.#linked !== undefined) return this.#linked;
    return this.#chosen && [[...this.#chosen.x], [...this.#chosen.y]];
  }
}

/**
 * Finds the smallest part of the plane around two ranges that has the shape of a window: themselves, if they have it.
 * @param {number[][]} window @param {Ranges} ranges @returns {Ranges}
 */
export function inShapeOf([[x0, x1], [y0, y1]], { x, y }) {
  const shape = (span(x) * (y1 - y0)) / (span(y) * (x1 - x0));
  if (Math.abs(shape - 1) < 1e-9) return { x, y };
  const scale = Math.max(span(x) / (x1 - x0), span(y) / (y1 - y0));
  return { x: widened(x, scale * (x1 - x0)), y: widened(y, scale * (y1 - y0)) };
}

/** @param {number[]} range @param {number} length @returns {Range} */
const widened = ([from, to], length) => [(from + to - length) / 2, (from + to + length) / 2];

/** @param {number[]} side @returns {Range} */
const asRange = ([from, to]) => [from, to];

/** @param {number} middle @param {number} length @returns {Range} */
const around = (middle, length) => [middle - length / 2, middle + length / 2];

const span = ([from, to]) => to - from;

const sameWindow = (one, other) => one.key === other.key && String(one.window) === String(other.window);
