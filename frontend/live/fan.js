// The fan: every path that one number of a contender can make, from the lowest value of its slider to the highest.

import { valuesOn } from "../data/sliders.js";
import { valueAt, withValue } from "./change.js";
import { walkedRun } from "./walked_picture.js";

const MOST = 55; // paths in a fan

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").NumberOnSlider} NumberOnSlider
 *
 * @typedef {Object} Fan
 * @property {string} label of the contender @property {string} symbol of the number @property {string} [scale] on which it is written
 * @property {number} value that it has now
 * @property {number[]} values in order @property {{x: Float64Array, y: Float64Array}[]} paths one for each value
 * @property {string} identity what the paths follow from, as text
 */

/**
 * Walks a fan, or gives the one before if it has the same paths, as while its own slider moves.
 * @param {Object} given
 * @param {import("./kernels.js").Kernels} given.kernels @param {import("../data/sliders.js").Sliders} given.sliders
 * @param {Picture} given.picture @param {string} given.id of the contender
 * @param {string} given.field of a number; its first number stands in for one that it lacks
 * @param {Fan|null} given.before
 * @returns {Fan|null} null if the contender has no numbers
 * @throws {import("./not_known_here.js").NotKnownHere} if the kernels lack something
 */
export function fanOf({ kernels, sliders, picture, id, field, before }) {
  const run = picture.runs.find((each) => each.id === id);
  const number = run && numberOf(run.numbers ?? [], field);
  if (!number) return null;
  const { path, symbol, scale } = number;
  const { surface, start, steps, noise, replacement } = picture;
  const shared = [surface.identity, start, steps, noise, replacement];
  const identity = JSON.stringify([...shared, run.randomness, id, path, withValue(run.terms, path, null)]);
  const value = valueAt(run.terms, path);
  const { label } = run;
  if (before?.identity === identity) return { ...before, label, value };
  const values = valuesOn(sliders[number.slider], MOST);
  const paths = values.map((each) => walkedRun(kernels, run, picture, withValue(run.terms, path, each)));
  return { label, symbol, scale, value, values, paths, identity };
}

/**
 * Chooses what a fan is of: the number that a hand has moved last, or else one that shapes a path more than it scales it,
 * as β₁ does and α does not.
 * @param {Pick<import("../data/picture.js").Run, "id"|"numbers">[]} runs that are drawn
 * @param {{id: string, field: string}|null} touched the number that was moved last
 * @param {string|null} focus the id of the contender that somebody has put in focus
 * @returns {{id: string, field: string}|null} null where nobody has a number
 */
export function telling(runs, touched, focus) {
  if (touched && runs.some(({ id }) => id === touched.id)) return touched;
  const found = runs.map(({ id, numbers = [] }) => ({
    id,
    fields: numbers.filter(({ path }) => path[0] === "ruleParameters").map(({ path }) => path[1]),
  }));
  const whose = found.find(({ id }) => id === focus) ?? found.find(({ fields }) => fields.length > 1) ?? found[0];
  return whose?.fields.length ? { id: whose.id, field: whose.fields[1] ?? whose.fields[0] } : null;
}

/** @param {NumberOnSlider[]} numbers @param {string} field @returns {NumberOnSlider|undefined} */
const numberOf = (numbers, field) => numbers.find(({ path }) => path[1] === field) ?? numbers[0];
