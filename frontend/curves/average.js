// The gradient and its average, in one coordinate: what the contender in focus is given, and what it keeps of it.

import { ofBranch } from "../data/picture.js";
import { signedScale } from "./scale.js";

/**
 * @typedef {Object} KeptAverage the average that a rule keeps (scenes/kept_average.py)
 * @property {string} array of the numbers of a run @property {string} symbol
 * @property {"g"|"g²"} of what it is the average
 *
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./series.js").Numbers} Numbers
 */

const GRADIENT = { color: "#7d8790", dash: "solid", slot: 6 }; // how the gradient is drawn: grey, behind its average

/**
 * Reads the gradient and its average. They are two curves of the contender in focus or, if that is hidden or keeps no
 * average, of the first that is shown and does.
 * @param {0|1} coordinate @returns {import("./series.js").ReadSeries}
 */
export const averageIn = (coordinate) => ({ runs }, { focus, hidden }) => {
  const keeping = runs.filter((each) => keptBy(each) && !hidden.has(each.id));
  const run = keeping.find(({ id }) => id === focus) ?? keeping[0];
  if (!run) return none("no optimizer that is shown keeps an average of g");
  const { array, symbol, of } = keptBy(run);
  const given = givenTo(coordinateOf(run, "gradients", coordinate));
  const values = [of === "g²" ? given.map((g) => g * g) : given, coordinateOf(run, array, coordinate)].map((numbers) =>
    ofBranch(numbers, run.begins)
  );
  const axis = coordinate ? "y" : "x";
  const name = `${of} and its average ${symbol}`;
  return {
    name,
    runs: [{ ...run, ...GRADIENT, id: `${run.id} g`, label: `${run.label}, ${of}` }, {
      ...run,
      label: `${run.label}, ${symbol}`,
    }],
    values,
    scale: signedScale(values, `${run.label} along ${axis}: ${name}`),
    lowest: null,
  };
};

/** @param {Run} run @returns {KeptAverage|null} */
const keptBy = (run) => run.blob.header.average;

/** @param {string} title @returns {Numbers} */
const none = (title) => ({ name: title, runs: [], values: [], scale: signedScale([], title), lowest: null });

/** The gradient that each update was given: that of the point before it. @param {Float64Array} gradients one for each point */
const givenTo = (gradients) => gradients.map((_, t) => (t > 0 ? gradients[t - 1] : NaN));

/** @param {Run} run @param {string} name of an array of two coordinates @param {0|1} coordinate */
function coordinateOf({ blob: { arrays } }, name, coordinate) {
  const { data, shape: [, count] } = arrays[name];
  return /** @type {Float64Array} */ (data).subarray(coordinate * count, (coordinate + 1) * count);
}
