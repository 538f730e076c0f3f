// What a model makes of its data: the line that it draws among the examples.

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {{across: import("../paths/panel.js").Range, up: import("../paths/panel.js").Range}} Ranges of the axes
 * @typedef {import("../paths/panel.js").Listener["ask"]} Ask
 */

const PLACES = 240; // along a line
const MARGIN = 0.06; // of the spread of the examples, beside them

/** The ranges that hold all examples. @param {Surface["data"]} data @returns {Ranges} */
export function rangesOf({ features, targets }) {
  const count = targets.length;
  const second = features.length === count ? targets : features.subarray(count);
  return { across: around(features.subarray(0, count)), up: around(second) };
}

/**
 * Gives the line of a model, wherever it may cross the axes.
 * @param {Surface} surface @param {number[]} point the weights @param {Ranges} ranges @param {Ask} ask
 * @returns {{u: Float64Array, v: Float64Array}|null} null where the model has none, or it cannot be known
 */
export function lineOf(surface, point, { across, up }, ask) {
  const far = Math.hypot(...[across, up].map((range) => Math.max(...range.map(Math.abs))));
  const places = Float64Array.from({ length: PLACES }, (_, k) => far * ((2 * k) / (PLACES - 1) - 1));
  const line = ask("line", surface, { point, places });
  return line && [...line.u, ...line.v].every(Number.isFinite) ? line : null;
}

/** @param {Float64Array} numbers @returns {import("../paths/panel.js").Range} */
function around(numbers) {
  const [low, high] = [numbers.reduce((a, b) => Math.min(a, b)), numbers.reduce((a, b) => Math.max(a, b))];
  const pad = MARGIN * (high - low) || 1;
  return [low - pad, high + pad];
}
