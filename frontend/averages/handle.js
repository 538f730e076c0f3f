// The handle of the day that is shown: with a finger, a pen or the arrow keys its value is moved up and down.

import { valueAt } from "./frames.js";
import { element, setAttribute } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { pixel } from "../paths/strokes.js";

const KEY_SHARE = 0.02; // of the range of the values, by a key
const PAGES = 5; // times as far by the keys for pages

/**
 * @typedef {import("./frames.js").Frames} Frames
 * @typedef {import("./picture.js").Picture} Picture
 *
 * @typedef {Object} HandleListener
 * @property {() => Frames|null} frames @property {(day: number, value: number, isDone: boolean) => void} onDrag
 */

export class DayHandle {
  #plot;
  #listener;
  #node = element("div", {
    class: "downhill-averages-handle",
    role: "slider",
    tabindex: 0,
    "aria-orientation": "vertical",
    "data-handle": "day",
  });
  #day = 0;
  #value = 0;
  #isHeld = false;
  #hasMoved = false;

  /** @param {HTMLElement} plot around the image @param {HandleListener} listener */
  constructor(plot, listener) {
    [this.#plot, this.#listener] = [plot, listener];
    plot.append(this.#node);
    for (const [kind, act] of Object.entries(this.#acts)) this.#node.addEventListener(kind, act);
  }

  /** Puts it at the value of a day. @param {Picture} picture @param {number} day 0 to T @param {boolean} isThere */
  show({ values, unit }, day, isThere) {
    const frames = this.#listener.frames();
    this.#node.hidden = !isThere || day === 0 || frames === null;
    if (this.#node.hidden) return;
    [this.#day, this.#value] = [day, values[day - 1]];
    const { series, range } = frames;
    const left = series.left + pixel(day, series.u);
    const top = series.top + pixel(this.#value, series.v);
    this.#node.style.transform = `translate(${left.toFixed(1)}px, ${top.toFixed(1)}px)`;
    const names = { label: `Value of day ${day}`, valuetext: `${significant(this.#value)} ${unit}`.trim() };
    const numbers = {
      valuenow: this.#value,
      valuemin: Math.min(range[0], this.#value),
      valuemax: Math.max(range[1], this.#value),
    };
    for (const [name, value] of Object.entries({ ...names, ...numbers })) {
      setAttribute(this.#node, `aria-${name}`, value);
    }
  }

  destroy() {
    this.#node.remove();
  }

  /** @param {PointerEvent} event */
  #press = (event) => {
    if (event.button !== 0) return;
    [this.#isHeld, this.#hasMoved] = [true, false];
    this.#node.setPointerCapture(event.pointerId);
  };

  /** @param {PointerEvent} event */
  #move = (event) => {
    if (!this.#isHeld) return;
    this.#hasMoved = true;
    this.#listener.onDrag(this.#day, this.#valueOf(event), false);
  };

  /** @param {PointerEvent} event */
  #release = (event) => {
    if (this.#isHeld && this.#hasMoved) this.#listener.onDrag(this.#day, this.#valueOf(event), true);
    this.#isHeld = false;
  };

  /** @param {KeyboardEvent} event */
  #key = (event) => {
    const { range: [low, high] } = this.#listener.frames();
    const step = KEY_SHARE * (high - low);
    const by = { ArrowUp: step, ArrowDown: -step, PageUp: PAGES * step, PageDown: -PAGES * step }[event.key];
    if (!by) return;
    event.preventDefault(); // the page would scroll
    this.#listener.onDrag(this.#day, this.#value + by, true);
  };

  /** @type {Object<string, (event: any) => void>} */
  #acts = {
    pointerdown: this.#press,
    pointermove: this.#move,
    pointerup: this.#release,
    pointercancel: this.#release,
    keydown: this.#key,
  };

  /** @param {PointerEvent} event */
  #valueOf({ clientY }) {
    return valueAt(this.#listener.frames().series, clientY - this.#plot.getBoundingClientRect().top);
  }
}
