// One example as a handle for the keyboard: arrows move it, Delete puts it back, Page Up and Page Down choose another.

import { placeOf } from "../data/examples.js";
import { element } from "../dom/elements.js";
import { Handle } from "../paths/handle.js";
import { placeLayer } from "../paths/layer_canvas.js";

const CHOICES = { PageDown: 1, PageUp: -1 };

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../data/picture.js").Surface} Surface
 */

export class ChosenExample {
  /** Holds the handle; goes beside the image, above it. */
  layer = element("div", { class: "downhill-layer downhill-handles" });
  #handle;
  #putBack;
  #index = 0;
  /** @type {Surface|null} */
  #surface = null;
  /** @type {Frame|null} */
  #frame = null;

  /** @param {import("../paths/panel.js").Listener["onExample"]} move @param {(index: number) => void} putBack */
  constructor(move, putBack) {
    this.#putBack = putBack;
    this.#handle = new Handle("example", () => this.#frame, (place, isDone) => move(this.#index, place, isDone));
    this.#handle.button.addEventListener("keydown", this.#choose); // which goes with it
    this.layer.append(this.#handle.button);
  }

  /** @param {Surface} surface @param {Frame} frame */
  show(surface, frame) {
    [this.#surface, this.#frame] = [surface, frame];
    placeLayer(this.layer, frame);
    this.#index %= surface.data.targets.length;
    const point = placeOf(surface.data, this.#index);
    this.#handle.show({ name: `Example ${this.#index}`, point, axes: surface.data_axes }, frame);
  }

  destroy() {
    this.#handle.destroy();
    this.layer.remove();
  }

  #choose = (event) => {
    if (event.key === "Delete") this.#putBack(this.#index);
    const by = CHOICES[event.key];
    if (!by || !this.#surface) return;
    event.preventDefault(); // it would scroll
    const count = this.#surface.data.targets.length;
    this.#index = (this.#index + by + count) % count;
    this.show(this.#surface, this.#frame);
  };
}
