// What the colours of cells mean, and how many of the cells have each: below a panel, and in the legend of a still.

import { element, setHidden, setText } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { sharesOf } from "./classes.js";

/**
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {Pick<import("./cell_image.js").Cells, "codes"|"classes">} Classified
 */

const SQUARE = 11; // px of type as large as on the page

export class CellLegend {
  #words = element("figcaption");
  #shares = element("dl");
  node;

  /** @param {string} name its class */
  constructor(name) {
    this.node = element("figure", { class: `downhill-cells ${name}` }, this.#words, this.#shares);
  }

  /** @param {string} words what the cells show, or why there are none @param {Classified|null} cells @param {Theme} theme */
  show(words, cells, theme) {
    setText(this.#words, words);
    setHidden(this.#words, words === "");
    const shares = cells ? sharesOf(cells.classes(theme), cells.codes) : [];
    this.#shares.replaceChildren(...shares.map(shareOf));
  }
}

/** The same for the legend of a still. @param {Classified} cells @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
export const entriesOf = ({ codes, classes }, theme) =>
  sharesOf(classes(theme), codes).map(({ words, color, share }) => ({
    words: `${words} ${percent(share)}`,
    marker: { symbol: "square", size: SQUARE * typeScale(theme), color, line: { color: theme.mark, width: 1 } },
  }));

/** @param {{words: string, color: string, stripe?: string, share: number}} share */
function shareOf({ words, color, stripe, share }) {
  const sign = element("span", { class: "downhill-cells-sign", "aria-hidden": "true" });
  sign.style.background = stripe ? `repeating-linear-gradient(45deg, ${color} 0 3px, ${stripe} 3px 6px)` : color;
  return element("div", {}, element("dt", {}, sign, words), element("dd", {}, percent(share)));
}

/** "26 %", and neither 0 nor 100 % for what is a part. @param {number} share */
export function percent(share) {
  const words = share < 0.005 ? "< 1" : share < 1 && share > 0.995 ? "> 99" : Math.round(100 * share);
  return `${words}\u202f%`;
}
