// The pointer over the chart: it points at the value of a day or at an average, chooses a day, and drags a value.

import { dayAt, valueAt } from "./frames.js";
import { curveOf } from "./picture.js";
import { pixel } from "../paths/strokes.js";

const GRIP = 14; // px from a value within which it is taken

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Average} Average
 * @typedef {import("./frames.js").Frames} Frames
 * @typedef {import("./glow.js").Pointed} Pointed
 *
 * @typedef {Object} PointerListener
 * @property {() => {frames: Frames|null, picture: Picture|null, focus: Average|null}} read what is there
 * @property {(pointed: Pointed|null) => void} onPoint null where it has left
 * @property {(day: number) => void} onDay a day has been chosen, counted from 1
 * @property {(day: number) => boolean} mayMove whether the value of a day can be dragged
 * @property {(day: number, value: number, isDone: boolean) => void} onDrag
 */

export class ChartPointer {
  #stack;
  #listener;
  #dragged = 0; // the day whose value is held, counted from 1
  #hasMoved = false;

  /** @param {HTMLElement} stack @param {PointerListener} listener */
  constructor(stack, listener) {
    [this.#stack, this.#listener] = [stack, listener];
    for (const [kind, act] of Object.entries(this.#acts)) stack.addEventListener(kind, act);
  }

  destroy() {
    for (const [kind, act] of Object.entries(this.#acts)) this.#stack.removeEventListener(kind, act);
  }

  /** @param {PointerEvent} event */
  #move = (event) => {
    const at = this.#at(event);
    if (this.#dragged) {
      this.#hasMoved = true;
      this.#listener.onDrag(this.#dragged, at.value, false);
      return;
    }
    const pointed = at && at.pointed;
    this.#listener.onPoint(pointed);
    const isLoose = at !== null && at.isOnValue && this.#listener.mayMove(pointed.day);
    this.#stack.style.cursor = isLoose && event.pointerType === "mouse" ? "ns-resize" : "";
  };

  /** With a finger, a drag scrolls the page: it has the handle. @param {PointerEvent} event */
  #press = (event) => {
    const at = this.#at(event);
    this.#hasMoved = false;
    const isTaken = at?.isOnValue && event.button === 0 && event.pointerType === "mouse";
    if (!isTaken || !this.#listener.mayMove(at.pointed.day)) return;
    this.#dragged = at.pointed.day;
    this.#stack.setPointerCapture(event.pointerId);
    event.preventDefault();
  };

  /** @param {PointerEvent} event */
  #release = (event) => {
    const day = this.#dragged;
    this.#dragged = 0;
    if (day && this.#hasMoved) this.#listener.onDrag(day, this.#at(event).value, true);
    else if (this.#at(event)) this.#listener.onDay(this.#at(event).pointed.day);
  };

  #leave = () => {
    if (!this.#dragged) this.#listener.onPoint(null);
  };

  #cancel = () => {
    this.#dragged = 0;
    this.#leave();
  };

  /** @type {Object<string, (event: PointerEvent) => void>} */
  #acts = {
    pointermove: this.#move,
    pointerdown: this.#press,
    pointerup: this.#release,
    pointerleave: this.#leave,
    pointercancel: this.#cancel,
  };

  /** What is at the place of an event. @param {PointerEvent} event */
  #at({ clientX, clientY }) {
    const { frames, picture, focus } = this.#listener.read();
    if (!frames || picture.values.length === 0) return null;
    const { left, top } = this.#stack.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const day = dayAt(frames.series, x, picture.values.length);
    const toValue = Math.abs(y - frames.series.top - pixel(picture.values[day - 1], frames.series.v));
    const toAverage = focus
      ? Math.abs(y - frames.series.top - pixel(curveOf(focus)[day - 1], frames.series.v))
      : Infinity;
    const isOnValue = toValue <= GRIP;
    const what = y < frames.weights.top && toValue <= toAverage ? "value" : "average";
    return { pointed: /** @type {Pointed} */ ({ what, day }), isOnValue, value: valueAt(frames.series, y) };
  }
}
