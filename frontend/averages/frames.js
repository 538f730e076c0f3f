// Where things are in the picture: the frame of the series, that of the weights below it, and their ticks.

import { valueTicks } from "../curves/chart.js";

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {{width: number, height: number}} Size px
 *
 * @typedef {Object} Frames
 * @property {Frame} series days across, values up @property {Frame} weights the same days, weights up
 * @property {[number, number]} range of the values
 */

const WEIGHTS = 0.24; // of the height, for the weights
const MIN_WEIGHTS = 56; // px
const SPARE = 0.06; // of the range of the values, above and below

/**
 * The range of the values and of all averages of them, which lie between the values and the 0 they begin with.
 * @param {Picture} picture @returns {[number, number]}
 */
export function rangeOf({ values, averages, misprint }) {
  const [least, most] = extremes(values);
  const startsAtZero = averages.some(({ curves }) => curves !== "corrected");
  let [low, high] = startsAtZero ? [Math.min(0, least), Math.max(0, most)] : [least, most];
  if (misprint) {
    for (const { misprinted } of averages) {
      const [lower, higher] = extremes(misprinted);
      [low, high] = [Math.min(low, lower), Math.max(high, higher)];
    }
  }
  if (!(high > low)) [low, high] = [low - 1, low + 1];
  const spare = SPARE * (high - low);
  return [low - spare, high + spare];
}

/** @param {Float64Array} values @returns {[number, number]} infinite if there are none */
function extremes(values) {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low > high ? [0, 1] : [low, high];
}

/**
 * Lays the picture out.
 * @param {Size} size @param {number} type px @param {number} days @param {[number, number]} range of the values
 * @param {number} heaviest the largest weight, 0 where no average has any: then the series has all of the height
 * @returns {Frames}
 */
export function framesOf({ width, height }, type, days, range, heaviest) {
  const left = Math.round(4 * type);
  const across = { left, width: Math.max(40, width - left - Math.round(0.9 * type)) };
  const bottom = Math.round(2.9 * type);
  const between = heaviest > 0 ? Math.round(1.9 * type) : 0;
  const high = heaviest > 0 ? Math.max(MIN_WEIGHTS, Math.round(WEIGHTS * height)) : 0;
  const top = Math.round(0.6 * type);
  const tall = Math.max(60, height - top - between - high - bottom);
  const u = { from: 0, perUnit: across.width / (days + 0.5) };
  return {
    range,
    series: { ...across, top, height: tall, u, v: upward(range, tall) },
    weights: {
      ...across,
      top: top + tall + between,
      height: high,
      u,
      v: upward([0, heaviest > 0 ? roundedUp(heaviest) : 1], high),
    },
  };
}

/** A number with one digit, 1, 2 or 5, that is not smaller: an axis up to it stands while weights change. @param {number} value */
function roundedUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * [1, 2, 5, 10].find((digit) => digit * power >= 0.999 * value);
}

/** An axis whose values grow upward. @param {[number, number]} range @param {number} height px */
const upward = ([low, high], height) => ({ from: high, perUnit: -height / (high - low) });

/** The day at a place, counted from 1. @param {Frame} frame @param {number} left px @param {number} days */
export const dayAt = ({ left: from, u }, left, days) =>
  Math.max(1, Math.min(days, Math.round((left - from) / u.perUnit + u.from)));

/** The value at a height. @param {Frame} frame @param {number} top px */
export const valueAt = ({ top: from, v }, top) => (top - from) / v.perUnit + v.from;

/** @typedef {{at: number, text: string}} Tick */

/** The ticks of an axis. @param {[number, number]} range @param {number} count about as many @returns {Tick[]} */
export function ticksOf(range, count) {
  const { tickvals, ticktext } = valueTicks({ ...LINEAR, range }, Math.max(1, count));
  return tickvals.map((at, k) => ({ at, text: ticktext[k] }));
}

/** The ticks of the days, which are whole. @param {number} days @param {number} count @returns {Tick[]} */
export const dayTicks = (days, count) =>
  ticksOf([0, days], Math.min(days, count)).filter(({ at }) => Number.isInteger(at));

const LINEAR = {
  ...{ log: false, title: "", unit: 1, floor: -Infinity, floored: false },
  toAxis: (value) => value,
  toData: (value) => value,
};
