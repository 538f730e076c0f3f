// A change: what a hand has altered in a picture, as a tree of the values that differ.

import { placesOfExamples } from "../data/examples.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Parameters} Parameters
 *
 * @typedef {Object} Change each field only if it is changed
 * @property {Parameters} [surfaceParameters] @property {number[]} [start] @property {number} [steps] @property {number} [noise]
 * @property {Object<string, number[]>} [data] places of examples by index
 * @property {Object<string, ContenderChange>} [contenders] by id
 *
 * @typedef {Object} ContenderChange
 * @property {Parameters} [ruleParameters] @property {Parameters} [scheduleParameters] @property {number[]|null} [start]
 * @property {number} [batchSize] @property {number} [branchStep]
 *
 * @typedef {string[]} Path the names on the way to one value of a change
 */

/** A change with another value at a place. @template T @param {T} change @param {Path} path @param {any} value @returns {T} */
export function withValue(change, [name, ...rest], value) {
  return { ...change, [name]: rest.length === 0 ? value : withValue(change[name] ?? {}, rest, value) };
}

/** Lists the places of a change. @param {Object} change @returns {Path[]} */
export function placesOf(change) {
  return Object.entries(change).flatMap(([name, value]) =>
    isTree(value) ? placesOf(value).map((rest) => [name, ...rest]) : [[name]]
  );
}

/** Reads the value at a place; undefined where there is none. @param {any} tree @param {Path} path @returns {any} */
export const valueAt = (tree, path) => path.reduce((found, name) => found?.[name], tree);

/** Gives what a picture follows from, as a whole change. @param {Picture} picture @returns {Change} */
export function wholeChange({ surface, start, steps, noise, runs }) {
  const contenders = Object.fromEntries(runs.map(({ id, terms }) => [id, terms]));
  const data = surface.data ? Object.fromEntries(placesOfExamples(surface.data).entries()) : {};
  return { surfaceParameters: surface.parameters, start, steps, noise, data, contenders };
}

/**
 * Gives what a change still changes in a picture; null if nothing.
 * @param {Change} change @param {Picture} picture @returns {Change|null}
 */
export function remaining(change, picture) {
  const whole = wholeChange(picture);
  const differs = (path) => {
    const before = valueAt(whole, path);
    return before !== undefined && String(before) !== String(valueAt(change, path));
  };
  const places = placesOf(change).filter(differs);
  return places.length === 0 ? null : places.reduce((left, path) => withValue(left, path, valueAt(change, path)), {});
}

const isTree = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
