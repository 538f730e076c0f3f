// The series that can be drawn against the step: the loss, and the quantities behind it.

import { averageIn } from "./average.js";
import { ofBranch } from "../data/picture.js";
import { offAxis, offAxisSentence } from "./off_axis.js";
import { significant } from "../dom/format.js";
import { lossScale, sizeScale, widened } from "./scale.js";

/**
 * @typedef {Object} Numbers
 * @property {string} name in a hover label
 * @property {import("../data/picture.js").Run[]} [runs] that are drawn instead of those of the picture
 * @property {Float64Array[]} values of every run, one for each of its points; NaN where there is none
 * @property {import("./scale.js").Scale} scale
 * @property {number|null} lowest shown beside the title
 * @property {(run: import("../data/picture.js").Run) => Float64Array|null} [behind] numbers of a run that are drawn faintly
 * @property {boolean} [areSizes] whether no value is ever negative
 *
 * @typedef {Numbers & {across: Float64Array[], end: number}} Series with where each number of every run is on the
 *   horizontal axis, and where that ends
 *
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {Pick<import("../data/blobs.js").ArrayBlob, "arrays">} ArrayBlob
 * @typedef {Pick<import("../paths/panel.js").Shown, "focus"|"hidden">} Seen who is in focus, and who is not drawn
 * @typedef {(picture: Picture, seen: Seen, before?: Numbers|null) => Numbers} ReadSeries `before` is the series whose
 *   axis is to stay, if any
 */

/** Reads the losses. @type {ReadSeries} */
export function loss({ runs, surface }) {
  return {
    name: "loss",
    values: runs.map(({ values }) => values),
    scale: lossScale(runs, surface),
    lowest: surface.lowest,
    behind: ({ blob: { arrays }, begins }) =>
      arrays.batch_values ? ofBranch(/** @type {Float64Array} */ (arrays.batch_values.data), begins) : null,
  };
}

/** The choices beside the loss, by key: a name and the series. @type {Object<string, [string, ReadSeries]>} */
export const NUMBERS = {
  gradient: ["Gradient norm |g|", sizesOf("|g|", norms)],
  rate: ["Learning rate \u03b1", sizesOf("\u03b1", rates)],
  "rate-linear": ["Learning rate \u03b1, linear", sizesOf("\u03b1", rates, false)],
  "step-x": ["Step length |\u0394x|", sizesOf("|\u0394x|", (blob) => lengths(blob, 0))],
  "step-y": ["Step length |\u0394y|", sizesOf("|\u0394y|", (blob) => lengths(blob, 1))],
  "average-x": ["g and its average, x", averageIn(0)],
  "average-y": ["g and its average, y", averageIn(1)],
};

const TITLES = { "|g|": "gradient norm |g|", "\u03b1": "learning rate \u03b1" };

/**
 * @param {string} name @param {(blob: ArrayBlob) => Float64Array} read
 * @param {boolean|null} [log] whether the axis is logarithmic; null is where the numbers span much @returns {ReadSeries}
 */
function sizesOf(name, read, log = null) {
  return ({ runs }, _, before) => {
    const values = runs.map(({ blob, begins }) => ofBranch(read(blob), begins));
    const kept = before?.name === name ? before.scale.log : null;
    const scale = sizeScale(values, TITLES[name] ?? `step length ${name}`, log ?? kept);
    return { name, values, scale, lowest: null, areSizes: true };
  };
}

/** @param {ArrayBlob} blob */
function norms({ arrays }) {
  return /** @type {Float64Array} */ (arrays.gradient_norms.data);
}

/** @param {ArrayBlob} blob */
function rates({ arrays }) {
  return /** @type {Float64Array} */ (arrays.learning_rates.data);
}

/** @param {ArrayBlob} blob @param {0|1} coordinate */
function lengths({ arrays: { steps } }, coordinate) {
  const count = steps.shape[1];
  const data = /** @type {Float64Array} */ (steps.data);
  return data.subarray(coordinate * count, (coordinate + 1) * count).map(Math.abs);
}

/**
 * A series on the axis of the one before, which is widened where it has to be: a redrawn axis costs more than its curves.
 * @param {Series} series @param {Series} before @returns {Series}
 */
export function heldStill(series, before) {
  if (series.name !== before.name) return series;
  return { ...series, scale: widened(series.scale, before.scale, Boolean(series.areSizes)) };
}

/** Says what the axis does not show as it is. @param {Picture} picture @param {Series} series @returns {string} */
export function disclosure({ runs, steps }, series) {
  const { scale, lowest } = series;
  return [
    ...offAxis(runs, series).map((gone) => offAxisSentence(gone, steps)),
    lowest && `the lowest loss is ${significant(lowest)}`,
    scale.floored && `values up to ${significant(scale.floor)} are on the lower edge`,
  ].filter(Boolean).join("; ");
}
