// A surface with other parameters, on a grid coarse enough to be drawn while a hand moves.

import { placeOf, withMoved } from "../data/examples.js";
import { chooseLevels, heightOn } from "../data/levels.js";
import { followedPoints } from "./followed_points.js";
import { ifKnownHere, NotKnownHere } from "./not_known_here.js";

const NODES = 60; // along each side: contours of so many are drawn within a frame or two

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../data/picture.js").Parameters} Parameters
 */

/** What kernels are told of a surface: its parameters, and its data. @param {Pick<Surface, "parameters"|"data">} surface */
export const parametersOf = ({ parameters, data }) => ({ ...parameters, ...data });

/**
 * Computes the ground anew, with levels of its own. The window stays, and critical points are those that can be followed:
 * the server alone knows new ones.
 * @param {import("./kernels.js").Kernels} kernels @param {Surface} surface @param {Parameters} changed @returns {Surface}
 * @throws {NotKnownHere} for the loss of a data set: the server alone can draw other data
 */
export function walkedSurface(kernels, surface, changed) {
  if (surface.data) throw new NotKnownHere("Other data are not known here.");
  const parameters = { ...surface.parameters, ...changed };
  return {
    ...surfaceOf(kernels, withPoints(kernels, { ...surface, parameters })),
    identity: `${surface.identity} ${JSON.stringify(parameters)}`,
  };
}

/**
 * Computes the loss of a data set some of whose examples are elsewhere.
 * @param {import("./kernels.js").Kernels} kernels @param {Surface} surface
 * @param {Object<string, number[]>} moved places by index @returns {Surface}
 */
export function surfaceOfMoved(kernels, surface, moved) {
  const { drawn, rows } = withRows(surface, moved);
  const parameters = { ...surface.parameters, moved: rows };
  const facts = withPoints(kernels, { ...surface, parameters, drawn, data: withMoved(surface.data, moved) });
  return { ...surfaceOf(kernels, facts, surface.levels), identity: `${surface.identity} ${JSON.stringify(moved)}` };
}

/**
 * The rows of the moved examples: where each stands, and where it was drawn. One that has been put back has none.
 * @param {Surface} surface @param {Object<string, number[]>} moved places by index
 * @returns {{rows: number[][], drawn: number[][]}}
 */
function withRows({ parameters, data, drawn = [] }, moved) {
  const known = new Map(drawn.map(([index, ...place]) => [index, place]));
  const places = new Map(/** @type {number[][]} */ (parameters.moved).map(([index, ...place]) => [index, place]));
  for (const [key, place] of Object.entries(moved)) {
    const index = Number(key);
    known.set(index, known.get(index) ?? placeOf(data, index));
    places.delete(index);
    if (String(place) !== String(known.get(index))) places.set(index, place);
  }
  const inRows = (/** @type {Map<number, number[]>} */ from) =>
    Array.from(places.keys(), (index) => [index, ...from.get(index)]);
  return { rows: inRows(places), drawn: inRows(known) };
}

/** A surface with its critical points and its lowest loss, found from those that it had before. @param {import("./kernels.js").Kernels} kernels @param {Surface} surface @returns {Surface} */
function withPoints(kernels, surface) {
  const ground = { surface: surface.key, surfaceParameters: parametersOf(surface) };
  const ask = (/** @type {string} */ name, /** @type {Object} */ settings) =>
    ifKnownHere(() => kernels[name]({ ...ground, ...settings }));
  return { ...surface, ...followedPoints(surface, ask) };
}

/**
 * Computes the ground of a surface.
 * @param {import("./kernels.js").Kernels} kernels @param {import("../data/picture.js").SurfaceFacts & {data: import("../data/picture.js").Data|null}} facts
 * @param {number[]} [given] the levels of its contours, or those that show it best @returns {Surface}
 */
export function surfaceOf(kernels, facts, given) {
  const { key, window } = facts;
  const [x, y] = window.map(([from, to]) => evenly(from, to, NODES));
  const [xs, ys] = [new Float64Array(NODES * NODES), new Float64Array(NODES * NODES)];
  for (let k = 0; k < xs.length; k += 1) [xs[k], ys[k]] = [x[k % NODES], y[Math.floor(k / NODES)]];
  const losses = kernels.values({ surface: key, surfaceParameters: parametersOf(facts), x: xs, y: ys });
  const levels = given ?? chooseLevels(losses, facts.lowest);
  return {
    ...facts,
    levels,
    x,
    y,
    z: Float32Array.from(losses),
    height: Float32Array.from(losses, (loss) => heightOn(levels, loss)),
    identity: JSON.stringify([key, facts.parameters]),
  };
}

/** @param {number} from @param {number} to @param {number} count */
const evenly = (from, to, count) =>
  Float64Array.from({ length: count }, (_, k) => from + (k * (to - from)) / (count - 1));
