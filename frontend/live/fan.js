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
 * @property {string} symbol of the number @property {number} value that it has now
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
 * @throws {RangeError} if the kernels lack something
 */
export function fanOf({ kernels, sliders, picture, id, field, before }) {
  const run = picture.runs.find((each) => each.id === id);
  const number = run && numberOf(run.numbers ?? [], field);
  if (!number) return null;
  const { path, symbol } = number;
  const { surface, start, steps, noise, replacement } = picture;
  const shared = [surface.identity, start, steps, noise, replacement];
  const identity = JSON.stringify([...shared, run.randomness, id, path, withValue(run.terms, path, null)]);
  const value = valueAt(run.terms, path);
  if (before?.identity === identity) return { ...before, value };
  const values = valuesOn(sliders[number.slider], MOST);
  const paths = values.map((each) => walkedRun(kernels, run, picture, withValue(run.terms, path, each)));
  return { symbol, value, values, paths, identity };
}

/** @param {NumberOnSlider[]} numbers @param {string} field @returns {NumberOnSlider|undefined} */
const numberOf = (numbers, field) => numbers.find(({ path }) => path[1] === field) ?? numbers[0];
