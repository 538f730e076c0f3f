// Cells as an image below what else is drawn: a pixel for each, which is enlarged and not smoothed.

import { element } from "../dom/elements.js";
import { LayerCanvas } from "../paths/layer_canvas.js";
import { pixel } from "../paths/strokes.js";
import { painted } from "./painting.js";

/**
 * @typedef {import("./classes.js").Class} Class
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {{x: number[], y: number[]}} Edges from and to, in coordinates of the axes
 *
 * @typedef {Object} Cells row by row, the first row at the bottom
 * @property {number} columns how many there are @property {Uint8Array} codes @property {Float32Array|null} shades from 0 to 1, or
 *   NaN for none @property {(theme: Theme) => Class[]} classes by code
 */

const STILL = 960; // px across that an image for a still has at least: whoever draws it smooths what is enlarged

export class CellImage {
  #canvas = new LayerCanvas("downhill-cells-canvas");
  #image = element("canvas");
  /** @type {Cells|null} */
  #cells = null;
  /** @type {Theme|null} */
  #theme = null;

  /** Goes below what is drawn on the cells. */
  get node() {
    return this.#canvas.node;
  }

  /** Takes what `draw` will draw. @param {Cells|null} cells null shows none @param {Theme} theme */
  show(cells, theme) {
    [this.#cells, this.#theme] = [cells, theme];
    if (cells) this.#paint(theme);
  }

  /** @param {Edges} edges of all cells together @param {Frame} frame */
  draw({ x, y }, frame) {
    this.#canvas.fit(frame);
    this.erase();
    if (!this.#cells) return;
    const { context } = this.#canvas;
    const [left, top] = [pixel(x[0], frame.u), pixel(y[1], frame.v)];
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#image, left, top, pixel(x[1], frame.u) - left, pixel(y[0], frame.v) - top);
  }

  erase() {
    this.#canvas.erase();
  }

  /** The image for a still. @param {Edges} edges @param {Theme} theme of the still @returns {Object[]} images of Plotly's, on its axes */
  images({ x, y }, theme) {
    if (!this.#cells) return [];
    this.#paint(theme);
    const source = enlarged(this.#image).toDataURL();
    this.#paint(this.#theme);
    const size = { sizex: x[1] - x[0], sizey: y[1] - y[0], sizing: "stretch" };
    return [{ source, x: x[0], y: y[1], ...size, layer: "below" }];
  }

  /** @param {Theme} theme */
  #paint(theme) {
    const { codes, columns, classes } = this.#cells;
    Object.assign(this.#image, { width: columns, height: codes.length / columns });
    const pixels = painted(this.#cells, classes(theme));
    this.#image.getContext("2d").putImageData(new ImageData(pixels, columns), 0, 0);
  }
}

/** @param {HTMLCanvasElement} image */
function enlarged(image) {
  const scale = Math.ceil(STILL / image.width);
  const made = element("canvas", { width: scale * image.width, height: scale * image.height });
  const context = made.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, made.width, made.height);
  return made;
}
