// Three numbers that are all called "about 1/(1 − β) days", each measured on the series that is shown.

import { weightedAverage } from "./recursion.js";

const SETTLED = 3; // windows after which nothing is left of the beginning, and without which there is no measure

/**
 * Measures the window: one unit more on the first day, and after so many days its share in the average has fallen to 1/e.
 * @param {Float64Array} values @param {Float64Array} averages without bias correction @param {number} beta
 * @returns {number|null} days; null if the series ends before
 */
export function measuredWindow(values, averages, beta) {
  const raised = values.slice();
  const unit = 1 + largest(values); // as large as the values are, so that rounding does not hide it
  raised[0] += unit;
  const other = weightedAverage(raised, beta);
  const first = other[0] - averages[0];
  const days = other.findIndex((average, t) => average - averages[t] <= first / Math.E);
  return days < 0 ? null : days;
}

/**
 * Measures the mean delay: how far the average is behind the series, divided by how far it moves in a day.
 * @param {Float64Array} values @param {Float64Array} averages without bias correction
 * @returns {number|null} days; null if the average never moves
 */
export function measuredDelay(values, averages) {
  let behind = 0;
  let pace = 0;
  for (let t = 0; t < values.length; t += 1) {
    behind += Math.abs(values[t] - averages[t]);
    pace += Math.abs(averages[t] - (t > 0 ? averages[t - 1] : 0));
  }
  return pace > 0 ? behind / pace : null;
}

/**
 * Measures how far a curve is behind a series that rises or falls every day: the days since the series was where the
 * curve is.
 * @param {Float64Array} values @param {Float64Array} curve @param {number} day counted from 1
 * @returns {number|null} days; null if the series is none of these, or never was there
 */
export function delayAt(values, curve, day) {
  const sign = Math.sign(values[1] - values[0]);
  const isSteady = sign !== 0 && values.every((value, k) => k === 0 || sign * (value - values[k - 1]) > 0);
  if (!isSteady) return null;
  const level = curve[day - 1];
  let after = day - 1; // the first value, from 0, that is not before the level
  while (after > 0 && sign * (values[after - 1] - level) >= 0) after -= 1;
  if (after === 0 || sign * (values[after] - level) < 0) return null;
  const before = after - 1;
  return day - 1 - (before + (level - values[before]) / (values[after] - values[before]));
}

/**
 * Measures how many days a plain mean needs to leave as little noise as the average does: the variance of the noise
 * divided by that of its average.
 * @param {Float64Array|null} noise the part of the values that is noise, if it is known @param {number} beta
 * @returns {number|null} days; null if there is no noise, or too little of it
 */
export function measuredNoise(noise, beta) {
  if (noise === null) return null;
  const window = 1 / (1 - beta);
  const first = Math.ceil(SETTLED * window);
  if (noise.length < first + window) return null;
  const left = meanSquare(weightedAverage(noise, beta).subarray(first));
  return left > 0 ? meanSquare(noise) / left : null;
}

/** @param {Float64Array} values */
const meanSquare = (values) => values.reduce((sum, value) => sum + value * value, 0) / values.length;

/** @param {Float64Array} values */
const largest = (values) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
