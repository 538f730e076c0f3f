// A formula with numbers in place of its symbols.

import { setText } from "../dom/elements.js";
import { mathElement } from "../dom/mathml.js";

const MATHML = "http://www.w3.org/1998/Math/MathML";
const WHOLE = new Set(["math", "mfrac", "msqrt"]); // whose parts need no brackets

/**
 * @typedef {Object} Value which number a place is for (scenes/substitution.py)
 * @property {string} array @property {boolean} before whether as it is before the update
 * @property {string} field of a hyper-parameter, or ""
 *
 * @typedef {{index: number, node: Element, surrounding: "whole"|"base"|"part"}} Place
 */

export class Substituted {
  #values;
  /** @type {Place[]} */
  #places;

  /** @param {string} template in MathML; the texts q0, q1 … are places for the values @param {Value[]} values */
  constructor(template, values) {
    this.#values = values;
    this.node = mathElement(template);
    this.#places = Array.from(this.node.querySelectorAll("mtext"), createPlace).filter(Boolean);
  }

  /** @param {(value: Value) => string} textOf the number of a value */
  fill(textOf) {
    const texts = this.#values.map(textOf);
    for (const { index, node, surrounding } of this.#places) setText(node, inBrackets(texts[index], surrounding));
  }
}

/**
 * A number as it stands in a formula.
 * @param {string} text @param {Place["surrounding"]} surrounding whether it is all there is, the base of a power, or neither
 */
export function inBrackets(text, surrounding) {
  const isNegative = text.startsWith("\u2212");
  const needs = surrounding === "base" ? isNegative || text.includes(" ") : isNegative && surrounding === "part";
  return needs ? `(${text})` : text;
}

/** @param {Element} text @returns {Place|null} */
function createPlace(text) {
  const index = /^q(\d+)$/.exec(text.textContent)?.[1];
  if (index === undefined) return null;
  const node = document.createElementNS(MATHML, "mn");
  text.replaceWith(node);
  return { index: Number(index), node, surrounding: surroundingOf(node) };
}

/** @param {Element} node @returns {Place["surrounding"]} */
function surroundingOf(node) {
  let outer = node;
  while (outer.parentElement?.localName === "mrow" && outer.parentElement.childElementCount === 1) {
    outer = outer.parentElement;
  }
  const around = outer.parentElement;
  if (around?.localName === "msup") return around.firstElementChild === outer ? "base" : "whole";
  return !around || WHOLE.has(around.localName) ? "whole" : "part";
}
