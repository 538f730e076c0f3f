// The starts as handles: dragged over the map, or moved by arrow keys, they take the paths with them.

import { Handle } from "../paths/handle.js";
import { element } from "../dom/elements.js";
import { placeLayer } from "../paths/layer_canvas.js";

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../paths/panel.js").Listener} Listener
 * @typedef {{id: string|null, name: string, point: number[], axes: string[]}} Start with what its coordinates are called
 */

export class StartHandles {
  /** Holds the handles; goes above everything that takes the pointer. */
  layer = element("div", { class: "downhill-layer downhill-handles" });
  #onStart;
  /** @type {Map<string|null, Handle>} by the id of a contender, null for the common start */
  #handles = new Map();
  /** @type {Frame|null} */
  #frame = null;

  /** @param {Listener["onStart"]} onStart */
  constructor(onStart) {
    this.#onStart = onStart;
  }

  /** Takes the starts of a picture. @param {import("../data/picture.js").Picture} picture @param {Set<string>} hidden */
  setPicture(picture, hidden) {
    const starts = startsOf(picture, hidden);
    for (const [id, handle] of this.#handles) {
      if (starts.some((start) => start.id === id)) continue;
      handle.destroy();
      this.#handles.delete(id);
    }
    for (const start of starts) {
      if (!this.#handles.has(start.id)) this.#add(start.id);
      this.#handles.get(start.id).show(start, this.#frame);
    }
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    placeLayer(this.layer, frame);
    for (const handle of this.#handles.values()) handle.place(frame);
  }

  destroy() {
    for (const handle of this.#handles.values()) handle.destroy();
    this.layer.remove();
  }

  #add(id) {
    const name = id === null ? "start" : `start ${id}`;
    const handle = new Handle(name, () => this.#frame, (point, isDone) => this.#onStart(id, point, isDone));
    this.#handles.set(id, handle);
    this.layer.append(handle.button);
  }
}

/** @returns {Start[]} */
function startsOf({ start, runs, surface: { axes } }, hidden) {
  const own = runs.filter(({ id, terms }) => terms.start !== null && !terms.branchOf && !hidden.has(id));
  const common = runs.some(({ terms }) => terms.start === null);
  return [
    ...(common ? [{ id: null, name: "Start", point: start, axes }] : []),
    ...own.map(({ id, label, terms }) => ({ id, name: `Start of ${label}`, point: terms.start, axes })),
  ];
}
