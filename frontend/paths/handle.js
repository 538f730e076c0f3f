// A handle: a point of a panel that is dragged over it, or moved by arrow keys.

import { element, setAttribute, setHidden } from "../dom/elements.js";
import { significant, toPixel } from "../dom/format.js";
import { pixel } from "./strokes.js";

const KEY_PX = { large: 8, small: 1 }; // how far a press of an arrow moves it; small with Shift
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @typedef {import("./trails.js").Frame} Frame */

export class Handle {
  #read;
  #move;
  #point = [0, 0];
  /** @type {number[]|null} where it was when the hand took it, null while no hand has it */
  #from = null;
  #grip = [0, 0]; // px from the middle of the handle to the pointer
  #isMoved = false;

  /**
   * @param {string} name by which scripts find it @param {() => Frame} read
   * @param {(point: number[]|null, isDone: boolean, from: number[]) => void} move null puts it back to `from`, where it was
   *   when the hand took it; `isDone` says that the hand has let go
   */
  constructor(name, read, move) {
    [this.#read, this.#move] = [read, move];
    this.button = element("button", { type: "button", class: "downhill-handle", "data-handle": name });
    this.button.addEventListener("pointerdown", this.#take);
    this.button.addEventListener("pointermove", this.#drag);
    this.button.addEventListener("keydown", this.#press);
    for (const kind of ["pointerup", "keyup", "blur"]) this.button.addEventListener(kind, this.#letGo);
    this.button.addEventListener("pointercancel", this.#putBack);
  }

  /**
   * @param {{name: string, point: number[], axes: string[], said?: string[]}} what `said` are the coordinates in words, where the
   *   scale of an axis is not that of its numbers
   * @param {Frame|null} frame
   */
  show({ name, point, axes, said = axes.map((axis, k) => `${axis} ${significant(point[k])}`) }, frame) {
    if (!this.#from) this.#point = point; // a hand is where it is, and may be ahead of what is shown
    const place = `${name} at ${said.join(", ")}`;
    setAttribute(this.button, "aria-label", `${place}. Drag it, or use the arrow keys`);
    setAttribute(this.button, "title", `${name}: drag it`);
    if (frame) this.place(frame);
  }

  /** @param {Frame} frame */
  place({ u, v, width, height }) {
    const [left, top] = this.#pixels({ u, v });
    setHidden(this.button, left < 0 || top < 0 || left > width || top > height);
    this.button.style.transform = `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px)`;
  }

  destroy() {
    this.button.remove();
  }

  #pixels({ u, v }) {
    return [pixel(this.#point[0], u), pixel(this.#point[1], v)];
  }

  #take = (event) => {
    if (event.button !== 0 || !event.isPrimary) return;
    this.button.setPointerCapture(event.pointerId);
    this.button.focus({ preventScroll: true }); // which a finger alone would not give it, for Escape
    const [left, top] = this.#pixels(this.#read());
    this.#from = this.#point;
    this.#grip = [event.clientX - left, event.clientY - top];
  };

  #drag = (event) => {
    if (!this.#from || !this.button.hasPointerCapture(event.pointerId)) return;
    this.#moveTo(this.#pointAt(event.clientX - this.#grip[0], event.clientY - this.#grip[1]));
  };

  #press = (event) => {
    if (event.key === "Escape" && this.#from) {
      event.preventDefault();
      return this.#putBack();
    }
    const way = ARROWS[event.key];
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault(); // it would be a step of the race
    this.#from ??= this.#point;
    const [left, top] = this.#pixels(this.#read());
    const far = KEY_PX[event.shiftKey ? "small" : "large"];
    const [u, v] = this.#pointAt(left + far * way[0], top + far * way[1]);
    this.#moveTo(way[0] ? [u, this.#point[1]] : [this.#point[0], v]);
  };

  /** The hand lets go: what has been moved stays there. */
  #letGo = () => {
    if (this.#from && this.#isMoved) this.#move(this.#point, true, this.#from);
    [this.#from, this.#isMoved] = [null, false];
  };

  #putBack = () => {
    if (!this.#from) return;
    [this.#point, this.#from, this.#isMoved] = [this.#from, null, false];
    this.#move(null, false, this.#point);
  };

  /** @param {number} left px in the plot area @param {number} top */
  #pointAt(left, top) {
    const frame = this.#read();
    return pointAt(frame, [within(left, frame.width), within(top, frame.height)]);
  }

  /** @param {number[]} point */
  #moveTo(point) {
    this.#point = point;
    this.#isMoved = true;
    this.#move(this.#point, false, this.#from);
  }
}

const within = (px, size) => Math.max(0, Math.min(size, px));

/**
 * Gives the point at a place in the plot area, px, rounded to what a pixel can resolve.
 * @param {import("./trails.js").Frame} frame @param {number[]} place
 */
export function pointAt({ u, v }, [left, top]) {
  /** @type {[number, number]} */
  const point = [coordinate(left, u), coordinate(top, v)];
  return point;
}

/**
 * Finds the place of a pointer in the plot area.
 * @param {import("./trails.js").Frame} frame @param {HTMLElement} node in whose corner the frame's px begin
 * @param {MouseEvent} event @returns {[number, number]|null} px; null outside it
 */
export function placeIn(frame, node, { clientX, clientY }) {
  const { left, top } = node.getBoundingClientRect();
  const [right, down] = [clientX - left - frame.left, clientY - top - frame.top];
  return right < 0 || down < 0 || right > frame.width || down > frame.height ? null : [right, down];
}

const coordinate = (px, { from, perUnit }) => toPixel(from + px / perUnit, 1 / Math.abs(perUnit));
