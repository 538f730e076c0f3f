// The examples as handles: dragged, they take the surface and all paths with them. Escape ends that as if nothing had been,
// and a double click puts one back to where it was drawn.

import { placeOf } from "../data/examples.js";
import { pixel } from "../paths/strokes.js";

const REACH = 14; // px from the pointer within which an example is taken
const DIGITS = 4; // of its new place: a link has to hold it

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {{frame: Frame, data: import("../data/picture.js").Data|null}} Seen
 */

export class ExampleHandle {
  #stack;
  #read;
  #move;
  #listening = new AbortController();
  /** @type {{index: number, from: number[], place: number[]}|null} what the hand has taken */
  #taken = null;

  /**
   * @param {HTMLElement} stack @param {() => Seen|null} read
   * @param {import("../paths/panel.js").Listener["onExample"]} move @param {(index: number) => void} putBack
   */
  constructor(stack, read, move, putBack) {
    [this.#stack, this.#read, this.#move] = [stack, read, move];
    const { signal } = this.#listening;
    stack.addEventListener("touchstart", this.#holdPage, { passive: false, signal });
    stack.addEventListener("pointerdown", this.#take, { signal });
    stack.addEventListener("pointermove", this.#drag, { signal });
    stack.addEventListener("pointerup", this.#letGo, { signal });
    stack.addEventListener("pointercancel", this.#putBack, { signal });
    stack.addEventListener("dblclick", (event) => putBack(this.#nearest(event)), { signal });
    document.addEventListener("keydown", this.#press, { capture: true, signal });
  }

  destroy() {
    this.#listening.abort();
  }

  /** A finger on an example moves that and not the page. @param {TouchEvent} event */
  #holdPage = (event) => {
    if (event.touches.length === 1 && this.#nearest(event.touches[0]) >= 0) event.preventDefault();
  };

  #take = (event) => {
    const index = event.button === 0 && event.isPrimary ? this.#nearest(event) : -1;
    if (index < 0) return;
    event.preventDefault(); // it is no selection of text
    this.#stack.setPointerCapture(event.pointerId);
    const from = placeOf(this.#read().data, index);
    this.#taken = { index, from, place: from };
  };

  #drag = (event) => {
    if (!this.#taken) {
      this.#stack.style.cursor = this.#nearest(event) < 0 ? "" : "grab";
      return;
    }
    const { frame } = this.#read();
    const [left, top] = this.#within(event, frame);
    const at = (px, { from, perUnit }) => Number((from + px / perUnit).toPrecision(DIGITS));
    const place = [at(left, frame.u), at(top, frame.v)];
    this.#taken.place = place;
    this.#move(this.#taken.index, place, false);
  };

  #letGo = () => {
    if (!this.#taken) return;
    const { index, from, place } = this.#taken;
    this.#taken = null;
    if (place !== from) this.#move(index, place, true);
  };

  #putBack = () => {
    if (!this.#taken) return;
    this.#move(this.#taken.index, null, true);
    this.#taken = null;
  };

  #press = (event) => {
    if (event.key !== "Escape" || !this.#taken) return;
    event.preventDefault();
    event.stopPropagation();
    this.#putBack();
  };

  /** The example nearest to the pointer, or −1 where none is near. @param {{clientX: number, clientY: number}} event */
  #nearest(event) {
    const seen = this.#read();
    if (!seen?.data) return -1;
    const { frame, data } = seen;
    const [left, top] = this.#within(event, frame);
    let [found, least] = [-1, REACH];
    for (let index = 0; index < data.targets.length; index += 1) {
      const [u, v] = placeOf(data, index);
      const away = Math.hypot(pixel(u, frame.u) - left, pixel(v, frame.v) - top);
      if (away < least) [found, least] = [index, away];
    }
    return found;
  }

  /** The pointer in px of the plot area, which it does not leave. @param {{clientX: number, clientY: number}} event @param {Frame} frame */
  #within(event, { left, top, width, height }) {
    const box = this.#stack.getBoundingClientRect();
    const inside = (px, most) => Math.max(0, Math.min(most, px));
    return [inside(event.clientX - box.left - left, width), inside(event.clientY - box.top - top, height)];
  }
}
