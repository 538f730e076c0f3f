// A surface with other parameters, on a grid coarse enough to be drawn while a hand moves.

import { withMoved } from "../data/examples.js";
import { chooseLevels, heightOn } from "../data/levels.js";
import { NotKnownHere } from "./not_known_here.js";

const NODES = 60; // along each side: contours of so many are drawn within a frame or two

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../data/picture.js").Parameters} Parameters
 */

/** What kernels are told of a surface: its parameters, and its data. @param {Pick<Surface, "parameters"|"data">} surface */
export const parametersOf = ({ parameters, data }) => ({ ...parameters, ...data });

/**
 * Computes the ground anew, with levels of its own. The window and the lowest loss stay, and critical points are left out:
 * the server alone knows the new ones.
 * @param {import("./kernels.js").Kernels} kernels @param {Surface} surface @param {Parameters} changed @returns {Surface}
 * @throws {NotKnownHere} for the loss of a data set: the server alone can draw other data
 */
export function walkedSurface(kernels, surface, changed) {
  if (surface.data) throw new NotKnownHere("Other data are not known here.");
  const parameters = { ...surface.parameters, ...changed };
  return {
    ...surfaceOf(kernels, { ...surface, parameters, critical_points: [] }),
    identity: `${surface.identity} ${JSON.stringify(parameters)}`,
  };
}

/**
 * Computes the loss of a data set some of whose examples are elsewhere.
 * @param {import("./kernels.js").Kernels} kernels @param {Surface} surface
 * @param {Object<string, number[]>} moved places by index @returns {Surface}
 */
export function surfaceOfMoved(kernels, surface, moved) {
  const rows = Object.entries(moved).map(([index, place]) => [Number(index), ...place]);
  const before = /** @type {number[][]} */ (surface.parameters.moved);
  const others = before.filter(([index]) => !Object.hasOwn(moved, index));
  const parameters = { ...surface.parameters, moved: [...others, ...rows] };
  const facts = { ...surface, parameters, data: withMoved(surface.data, moved), critical_points: [] };
  return { ...surfaceOf(kernels, facts, surface.levels), identity: `${surface.identity} ${JSON.stringify(rows)}` };
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
