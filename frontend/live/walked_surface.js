// A surface with other parameters, on a grid coarse enough to be drawn while a hand moves.

import { withMoved } from "../data/examples.js";
import { NotKnownHere } from "./not_known_here.js";

const NODES = 60; // along each side: contours of so many are drawn within a frame or two

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../data/picture.js").Parameters} Parameters
 */

/** What kernels are told of a surface: its parameters, and its data. @param {Pick<Surface, "parameters"|"data">} surface */
export const parametersOf = ({ parameters, data }) => ({ ...parameters, ...data });

/**
 * Computes the ground anew. Window and levels stay, and critical points are left out: the server alone knows the new ones.
 * @param {import("./kernels.js").Kernels} kernels @param {Surface} surface @param {Parameters} changed @returns {Surface}
 * @throws {NotKnownHere} for the loss of a data set: the server alone can draw other data
 */
export function walkedSurface(kernels, surface, changed) {
  if (surface.data) throw new NotKnownHere("Other data are not known here.");
  const parameters = { ...surface.parameters, ...changed };
  return {
    ...surfaceOf(kernels, { ...surface, parameters, critical_points: [] }, surface.levels),
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
 * @param {number[]} levels of its contours @returns {Surface}
 */
export function surfaceOf(kernels, facts, levels) {
  const { key, window } = facts;
  const [x, y] = window.map(([from, to]) => evenly(from, to, NODES));
  const [xs, ys] = [new Float64Array(NODES * NODES), new Float64Array(NODES * NODES)];
  for (let k = 0; k < xs.length; k += 1) [xs[k], ys[k]] = [x[k % NODES], y[Math.floor(k / NODES)]];
  const losses = kernels.values({ surface: key, surfaceParameters: parametersOf(facts), x: xs, y: ys });
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

/** The height of a loss on the scale of the levels, as scenes/levels.py measures it. @param {number[]} levels @param {number} loss */
export function heightOn(levels, loss) {
  const next = levels.findIndex((level) => level > loss);
  if (next === 0) return 0;
  if (next < 0) return Number.isNaN(loss) ? NaN : levels.length - 1;
  return next - 1 + (loss - levels[next - 1]) / (levels[next] - levels[next - 1]);
}

/** @param {number} from @param {number} to @param {number} count */
const evenly = (from, to, count) =>
  Float64Array.from({ length: count }, (_, k) => from + (k * (to - from)) / (count - 1));
