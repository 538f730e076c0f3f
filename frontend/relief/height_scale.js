// The height scale of the relief: one scale, from loss to height, for the surface and every path on it.

import { significant } from "../dom/format.js";

const STEEP = 12; // times the median above the lowest: from there on equal heights are equal factors
const APART = 0.28; // of the height of the relief, which is seen from above: ticks that are closer lie on each other

/**
 * @typedef {Object} HeightScale
 * @property {(loss: number) => number} toHeight rises with the loss
 * @property {string} title what a height is
 * @property {number} bottom the height of the lowest loss of the map
 * @property {number} top the height of the highest
 * @property {{at: number[], text: string[]}} ticks heights, and the true losses there
 */

/**
 * Makes the scale: losses as they are, or where most of the map lies far below its highest point, log(1 + excess / median).
 * @param {Pick<import("../data/picture.js").Surface, "z">} surface @returns {HeightScale}
 */
export function heightScale({ z }) {
  const finite = Float32Array.from(z.filter(Number.isFinite)).sort();
  const [low, high, middle] = [finite[0], finite[finite.length - 1], finite[finite.length >> 1]];
  const span = high - low || 1;
  const typical = Math.max(middle - low, span * 1e-6);
  const steep = span / typical > STEEP;
  const toHeight = steep ? (loss) => Math.log1p((loss - low) / typical) : (loss) => loss;
  const [bottom, top] = [toHeight(low), toHeight(high)];
  const losses = thinned(steep ? decades(low, span) : evenly(low, high), toHeight, APART * (top - bottom));
  const title = steep ? "height: logarithm of the loss" : "height: loss";
  const ticks = { at: losses.map(toHeight), text: losses.map((loss) => significant(loss)) };
  return { title, toHeight, bottom, top, ticks };
}

/**
 * Says what a height is, and how low the loss can be where that is known.
 * @param {Pick<HeightScale, "title">} scale @param {Pick<import("../data/picture.js").Surface, "lowest">} surface
 */
export const headingOf = ({ title }, { lowest }) => lowest === null ? title : `${title}, lowest ${significant(lowest)}`;

/** Keeps those losses that are so far apart, from the highest downward. */
function thinned(losses, toHeight, gap) {
  const kept = [];
  for (const loss of [...losses].reverse()) {
    if (kept.length === 0 || toHeight(kept[0]) - toHeight(loss) >= gap) kept.unshift(loss);
  }
  return kept;
}

/** Chooses round numbers, about five of them. */
function evenly(low, high) {
  const rough = (high - low) / 5;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = unit * [1, 2, 5, 10].find((factor) => factor * unit >= rough);
  const first = Math.ceil(low / step);
  return Array.from(
    { length: Math.floor(high / step) - first + 1 },
    (_, k) => Number(((first + k) * step).toPrecision(12)),
  );
}

/** Chooses the lowest loss, and powers of ten above it. */
function decades(low, span) {
  const last = Math.floor(Math.log10(span));
  return [low, ...Array.from({ length: 4 }, (_, k) => low + 10 ** (last - 3 + k))];
}
