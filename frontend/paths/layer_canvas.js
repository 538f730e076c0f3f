// A canvas as large as the plot area, in px of CSS whatever the pixels of the device are.

import { element } from "../dom/elements.js";

/** @typedef {import("./trails.js").Frame} Frame */

const SIDES = /** @type {const} */ (["left", "top", "width", "height"]);

/** Puts a layer over the plot area. @param {HTMLElement} layer @param {Frame} frame */
export function placeLayer(layer, frame) {
  for (const side of SIDES) layer.style[side] = `${frame[side]}px`;
}

export class LayerCanvas {
  node;
  context;
  #size = { width: 0, height: 0 };

  /** @param {string} name its class */
  constructor(name) {
    this.node = element("canvas", { class: name, "aria-hidden": "true" });
    this.context = this.node.getContext("2d");
  }

  /** @param {Pick<Frame, "width"|"height">} size */
  fit({ width, height }) {
    const ratio = globalThis.devicePixelRatio || 1; // px of the device for each px of CSS
    const size = { width: Math.ceil(width * ratio), height: Math.ceil(height * ratio) };
    if (this.node.width !== size.width || this.node.height !== size.height) Object.assign(this.node, size);
    this.node.style.width = `${size.width / ratio}px`;
    this.node.style.height = `${size.height / ratio}px`;
    this.context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.context.lineJoin = "round";
    this.#size = { width, height };
  }

  erase() {
    this.context.clearRect(0, 0, this.#size.width + 1, this.#size.height + 1);
  }
}
