// What can be drawn against the step: the loss, and the numbers behind it.

import { departures, sentence } from "./off_axis.js";
import { significant } from "../dom/format.js";
import { lossScale, sizeScale } from "./scale.js";

/**
 * @typedef {Object} Series
 * @property {string} name in a hover label
 * @property {Float64Array[]} values of every run, one for each of its points; NaN where there is none
 * @property {import("./scale.js").LossScale} scale
 * @property {number|null} lowest to be told beside the title
 */

/** @param {import("../data/picture.js").Picture} picture @returns {Series} */
export function loss({ runs, surface }) {
  return {
    name: "loss",
    values: runs.map(({ values }) => values),
    scale: lossScale(runs, surface),
    lowest: surface.lowest,
  };
}

/** The choices beside the loss, by key: a name and the series. */
export const NUMBERS = {
  gradient: ["Gradient norm |g|", (picture) => sizes(picture, "|g|", norms)],
  rate: ["Learning rate \u03b1", (picture) => sizes(picture, "\u03b1", ({ arrays }) => arrays.learning_rates.data)],
  "step-x": ["Step length |\u0394x|", (picture) => sizes(picture, "|\u0394x|", (blob) => lengths(blob, 0))],
  "step-y": ["Step length |\u0394y|", (picture) => sizes(picture, "|\u0394y|", (blob) => lengths(blob, 1))],
};

const TITLES = { "|g|": "gradient norm |g|", "\u03b1": "learning rate \u03b1" };

function sizes({ runs }, name, read) {
  const values = runs.map(({ blob }) => read(blob));
  return { name, values, scale: sizeScale(values, TITLES[name] ?? `step length ${name}`), lowest: null };
}

const norms = ({ arrays }) => arrays.gradient_norms.data;

function lengths({ arrays: { steps } }, coordinate) {
  const count = steps.shape[1];
  return steps.data.subarray(coordinate * count, (coordinate + 1) * count).map(Math.abs);
}

/** What the axis does not show as it is, in words. @param {import("../data/picture.js").Picture} picture @param {Series} series */
export function disclosure({ runs, steps }, series) {
  const { scale, lowest } = series;
  return [
    ...departures(runs, series).map((departure) => sentence(departure, steps)),
    lowest && `lowest ${significant(lowest, 6)}`,
    scale.floored && `on the lower edge: ${significant(scale.floor)} or less`,
  ].filter(Boolean).join("; ");
}
