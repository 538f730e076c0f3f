// The heat map of a sweep: an image with a pixel for each cell, and what its colours mean.

import { element, setText } from "../dom/elements.js";
import { sharesOf } from "../landscape/classes.js";
import { painted } from "../landscape/painting.js";
import { typeScale } from "../host/theme.js";
import { LayerCanvas } from "../paths/layer_canvas.js";

/**
 * @typedef {import("./measures.js").Measured} Measured
 * @typedef {import("../host/theme.js").Theme} Theme
 */

const STILL = 16; // px of a cell in a still

export class Heat {
  #canvas = new LayerCanvas("downhill-canvas");
  #image = document.createElement("canvas");
  #shares = element("dl", {});
  #words = element("figcaption", {});
  /** Goes below what is drawn on the map. */
  node = this.#canvas.node;
  /** What the colours mean, or why there are none. */
  legend = element("figure", { class: "downhill-sweep-legend" }, this.#words, this.#shares);
  /** @type {Measured|null} */
  #measured = null;
  #columns = 0;

  /**
   * Takes what is found.
   * @param {Measured|null} measured @param {number} columns of cells @param {Theme} theme @param {string} words why there is nothing
   */
  show(measured, columns, theme, words) {
    [this.#measured, this.#columns] = [measured, columns];
    setText(this.#words, measured ? "" : words);
    this.#words.hidden = measured !== null;
    const shares = measured ? sharesOf(measured.classes(theme), measured.codes) : [];
    this.#shares.replaceChildren(...shares.map(shareOf));
    if (measured) this.#paint(theme);
  }

  /** Draws the cells over the whole plot area. @param {import("../paths/trails.js").Frame} frame */
  draw(frame) {
    this.#canvas.fit(frame);
    this.#canvas.erase();
    if (!this.#measured) return;
    const { context } = this.#canvas;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#image, 0, 0, frame.width, frame.height);
  }

  /**
   * The image for a still.
   * @param {import("./axes.js").Ranges} ranges @param {Theme} theme of the still @param {Theme} own of the page
   * @returns {Object[]} images of Plotly's
   */
  images({ x, y }, theme, own) {
    if (!this.#measured) return [];
    this.#paint(theme);
    const source = enlarged(this.#image).toDataURL();
    this.#paint(own);
    const size = { sizex: x[1] - x[0], sizey: y[1] - y[0], sizing: "stretch", layer: "below" };
    return [{ source, x: x[0], y: y[1], ...size }];
  }

  /** What the colours mean, for the legend of a still. @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(theme) {
    const shares = this.#measured ? sharesOf(this.#measured.classes(theme), this.#measured.codes) : [];
    return shares.map(({ words, color }) => ({
      words,
      marker: { symbol: "square", size: 11 * typeScale(theme), color, line: { color: theme.mark, width: 1 } },
    }));
  }

  /** What is found in a cell, in words. @param {number} cell */
  tell(cell) {
    return this.#measured?.tell(cell) ?? "";
  }

  /** @param {Theme} theme */
  #paint(theme) {
    const { codes, shades, classes } = this.#measured;
    Object.assign(this.#image, { width: this.#columns, height: codes.length / this.#columns });
    const pixels = painted({ codes, columns: this.#columns, shades }, classes(theme));
    this.#image.getContext("2d").putImageData(new ImageData(pixels, this.#columns), 0, 0);
  }
}

/** @param {{words: string, color: string, stripe?: string, share: number}} share */
function shareOf({ words, color, stripe, share }) {
  const sign = element("span", { class: "downhill-sweep-sign" });
  sign.style.background = stripe ? `repeating-linear-gradient(45deg, ${color} 0 3px, ${stripe} 3px 6px)` : color;
  const percent = share > 0 && share < 0.005 ? "< 1 %" : `${Math.round(100 * share)} %`;
  return element("div", {}, element("dt", {}, sign, words), element("dd", {}, percent));
}

/** An image whose cells stay sharp where whoever draws it would smooth them. @param {HTMLCanvasElement} image */
function enlarged(image) {
  const { width, height } = image;
  const made = element("canvas", { width: STILL * width, height: STILL * height });
  const context = made.getContext("2d");
  context.imageSmoothingEnabled = false;
  context.drawImage(image, 0, 0, made.width, made.height);
  return made;
}
