// A contender's name and values in words, said anew where a hand changes a value (scenes/live_words.py has the parts).

import { significant, written } from "../dom/format.js";

/**
 * @typedef {Object} Part either words that stay, or a value and how it is said
 * @property {string} [words] @property {string[]} [path] to the value, in the terms @property {string} [symbol] before it
 * @property {string} [scale] on which it is written
 * @property {Object<string, string>} [special] words instead of both, by value @property {number} [full] from where on a
 *   value is said as "full" is
 *
 * @typedef {import("./picture.js").Terms} Terms
 */

/** Joins the parts at the values of a contender. @param {Part[]} parts @param {Terms} terms @returns {string} */
export const worded = (parts, terms) => parts.map((part) => wordsOf(part, terms)).filter(Boolean).join(", ");

/** @param {Part} part @param {Terms} terms @returns {string} */
function wordsOf({ words, path, symbol, scale, special = {}, full = Infinity }, terms) {
  if (!path) return words;
  const value = path.reduce((found, name) => found?.[name], /** @type {any} */ (terms));
  const told = special[value >= full ? "full" : String(value)];
  return told ?? `${symbol} ${Array.isArray(value) ? placed(value) : written(value, scale)}`;
}

/** A point in words: "(−4, 1.5)". @param {number[]} point */
export const placed = (point) => `(${point.map((coordinate) => significant(coordinate)).join(", ")})`;
