// The part of a sweep that is in sight when somebody looks nearer, or less near.

import { valueAt, wholeOf } from "./axes.js";

const DIGITS = 6; // of the values at the ends
const NEARLY = 0.999; // of the whole: that is all of it

/**
 * Gives the values at the ends of both axes, nearer at a place by a factor; the place stays where it is.
 * @param {import("./axes.js").Axes} axes @param {import("./axes.js").Ranges} ranges in sight now
 * @param {number} factor @param {number[]} place @returns {number[][]|null|undefined} null for the whole, undefined
 *   where it goes no nearer
 */
export function zoomed({ across, up }, { x, y }, factor, [u, v]) {
  const parts = [nearer(x, wholeOf(across), u, factor), nearer(y, wholeOf(up), v, factor)];
  const isWhole = parts.every((part, k) => sizeOf(part) >= NEARLY * sizeOf(wholeOf([across, up][k])));
  if (isWhole) return null;
  const zoom = parts.map((part, k) =>
    part.map((end) => Number(valueAt(end, [across, up][k].scale).toPrecision(DIGITS)))
  );
  return zoom.some(([from, to]) => from >= to) ? undefined : zoom;
}

/** @param {number[]} range @param {number[]} whole @param {number} at @param {number} factor */
const nearer = ([from, to], [low, high], at, factor) => [
  Math.max(low, Math.min(at - (at - from) / factor, at)),
  Math.min(high, Math.max(at + (to - at) / factor, at)),
];

/** @param {number[]} range */
const sizeOf = ([from, to]) => to - from;
