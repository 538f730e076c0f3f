// What a model makes of its data: the line that it draws among the examples.

import { featureCount } from "../data/examples.js";

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {{across: import("../paths/panel.js").Range, up: import("../paths/panel.js").Range}} Ranges of the axes
 * @typedef {import("../paths/panel.js").Listener["predict"]} Predict
 */

const PLACES = 80; // of a curve, from left to right
const MARGIN = 0.06; // of the spread of the examples, beside them

/** What the axes are called: as in the formula. @param {Pick<Surface, "data">} surface */
export const axesOf = ({ data }) => (featureCount(data) === 1 ? ["x", "y"] : ["u", "v"]);

/** The ranges that hold all examples. @param {Surface["data"]} data @returns {Ranges} */
export function rangesOf({ features, targets }) {
  const count = targets.length;
  const second = features.length === count ? targets : features.subarray(count);
  return { across: around(features.subarray(0, count)), up: around(second) };
}

/**
 * Gives the line of a model: its predictions at every feature, or where two labels are equally likely.
 * @param {Surface} surface @param {number[]} point the weights @param {Ranges} ranges @param {Predict} predict
 * @returns {{u: Float64Array, v: Float64Array}|null} null where nothing can be predicted
 */
export function lineOf(surface, point, { across, up }, predict) {
  if (featureCount(surface.data) === 2) return boundary(point[0], point[1], across, up);
  const u = Float64Array.from({ length: PLACES }, (_, k) => across[0] + ((across[1] - across[0]) * k) / (PLACES - 1));
  const v = predict(surface, point, u, PLACES);
  return v && { u, v };
}

/** The line through 0 that is orthogonal to the weights, on which w₁u + w₂v = 0. */
function boundary(w1, w2, across, up) {
  const length = Math.hypot(w1, w2);
  const far = Math.hypot(across[1] - across[0], up[1] - up[0]);
  if (!(length > 0 && length < Infinity)) return null;
  const [du, dv] = [(-far * w2) / length, (far * w1) / length];
  return { u: Float64Array.from([-du, du]), v: Float64Array.from([-dv, dv]) };
}

/** @param {Float64Array} numbers @returns {import("../paths/panel.js").Range} */
function around(numbers) {
  const [low, high] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  const pad = MARGIN * (high - low) || 1;
  return [low - pad, high + pad];
}
