// A canvas as large as the plot area, in px of CSS whatever the pixels of the device are.

import { element, setHidden } from "../dom/elements.js";

/** @typedef {import("./trails.js").Frame} Frame */

const SIDES = /** @type {const} */ (["left", "top", "width", "height"]);

/** Puts a layer over the plot area. @param {HTMLElement} layer @param {Frame} frame */
export function placeLayer(layer, frame) {
  for (const side of SIDES) layer.style[side] = `${frame[side]}px`;
}

export class LayerCanvas {
  node;
  #context;
  #isEmpty = true; // erasing it would still make the browser paint it
  #size = { width: 0, height: 0 };
  #ratio = 0;

  /** @param {string} name its class */
  constructor(name) {
    // One on which nothing was drawn yet is no layer that a browser puts together with the others.
    this.node = element("canvas", { class: name, "aria-hidden": "true", hidden: true });
    this.#context = this.node.getContext("2d");
  }

  /** To draw with until it is erased. */
  get context() {
    this.#isEmpty = false;
    setHidden(this.node, false);
    return this.#context;
  }

  /** @param {Pick<Frame, "width"|"height">} size */
  fit({ width, height }) {
    const ratio = globalThis.devicePixelRatio || 1; // px of the device for each px of CSS
    const isAsBefore = width === this.#size.width && height === this.#size.height && ratio === this.#ratio;
    if (isAsBefore) return;
    const size = { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) };
    Object.assign(this.node, size); // which erases it
    this.node.style.width = `${size.width / ratio}px`;
    this.node.style.height = `${size.height / ratio}px`;
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.lineJoin = "round";
    [this.#size, this.#ratio, this.#isEmpty] = [{ width, height }, ratio, true];
  }

  erase() {
    if (this.#isEmpty) return;
    this.#isEmpty = true;
    this.#context.clearRect(0, 0, this.#size.width + 1, this.#size.height + 1);
  }
}
