// The table of results in a handout, as far as it can be said without the server.

import { element } from "../dom/elements.js";
import { significant } from "../dom/format.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 */

/**
 * Makes a row for each run: its values, its final loss, and how it ended.
 * @param {Picture} picture
 * @param {Pick<import("./handout.js").Living, "words"|"columns">} living
 */
export function rowsOf(picture, { words, columns }) {
  return picture.runs.map((run) => {
    const cells = [run.summary, significant(run.values.at(-1)), endOf(run, picture, words)];
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, run.label),
      ...cells.map((cell, k) => element("td", { "data-name": columns[k + 1] }, cell)),
    );
  });
}

/**
 * Says how far a path came: whether it came where there is no loss, diverged, left the map, or how far from a minimum it ended.
 * @param {Pick<Run, "x"|"y"|"values">} run @param {Picture} picture @param {Object<string, string>} words by the key of an outcome
 * @returns {string}
 */
export function endOf({ x, y, values }, { steps, surface }, words) {
  if (Number.isNaN(values.at(-1))) return words["left-the-domain"];
  if (x.length <= steps) return `${words.diverged} at step ${x.length}`;
  const [[left, right], [low, high]] = surface.window;
  const isInside = (k) => x[k] >= left && x[k] <= right && y[k] >= low && y[k] <= high;
  const last = x.length - 1;
  if (!isInside(last) && x.some((_, k) => isInside(k))) return words["left-the-map"];
  const minima = surface.critical_points.filter(({ kind }) => kind.endsWith("minimum"));
  if (minima.length === 0) return "";
  const away = Math.min(...minima.map(({ point }) => Math.hypot(x[last] - point[0], y[last] - point[1])));
  return `${significant(away)} from the nearest minimum`;
}
