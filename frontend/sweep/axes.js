// The axes of a sweep: α, and another number of the contender or of its surface, each on the scale of its slider.

import { goalsOf, settingsOf } from "../landscape/grid.js";
import { valuesOn } from "../data/sliders.js";
import { written } from "../dom/format.js";

const GOAL = 1e-3; // from a minimum, as in lecture/landscape.py
const DIGITS = 3; // of what the cross sets: a link has to hold it
const COLUMNS = 60;
const ROWS = 40;
const MOST_TICKS = 5;
const FEW_TICKS = 3; // decades below which numbers between them are written

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").NumberOnSlider} NumberOnSlider
 *
 * @typedef {NumberOnSlider & {low: number, high: number}} Axis `path` leads to its value among the settings of a path
 * @typedef {{across: Axis, up: Axis}} Axes
 * @typedef {[number, number]} Range from and to, in places on the scale of an axis
 * @typedef {{x: Range, y: Range}} Ranges
 */

/** The place of a value on a scale, where equal distances are equally far apart. @param {number} value @param {string} [scale] */
export function placeOn(value, scale) {
  if (scale === "log") return Math.log10(value);
  return scale === "complement" ? -Math.log10(1 - value) : value;
}

/** The value at a place on a scale. @param {number} place @param {string} [scale] */
export function valueAt(place, scale) {
  if (scale === "log") return 10 ** place;
  return scale === "complement" ? 1 - 10 ** -place : place;
}

/** The value at a place, to a few digits, and on its axis. @param {number} place @param {Axis} axis */
export function chosenAt(place, { scale, low, high }) {
  const value = valueAt(place, scale);
  const short = scale === "complement" ? 1 - Number((1 - value).toPrecision(DIGITS)) : value;
  const rounded = Number(scale === "complement" ? short.toFixed(12) : short.toPrecision(DIGITS));
  return Math.min(high, Math.max(low, rounded));
}

/** The numbers that may be the vertical axis. @param {Picture} picture @param {Run} run @returns {NumberOnSlider[]} */
export const numbersUp = ({ surface }, run) => [
  ...(run.numbers ?? []).filter(({ path }) => path[0] === "ruleParameters" && path[1] !== "learning_rate"),
  ...(surface.numbers ?? []),
];

/**
 * The axes of a contender's sweep.
 * @param {Picture} picture @param {Run} run @param {import("../data/sliders.js").Sliders} sliders
 * @param {string|null} field of the vertical axis; the first there is stands in for one that is not there
 * @returns {Axes|null} null where there is no second number
 */
export function axesOf(picture, run, sliders, field) {
  const across = (run.numbers ?? []).find(({ path }) => path[1] === "learning_rate");
  const others = numbersUp(picture, run);
  const up = others.find(({ path }) => path[1] === field) ?? others[0];
  return across && up ? { across: axisOf(across, sliders), up: axisOf(up, sliders) } : null;
}

/** @param {NumberOnSlider} number @param {import("../data/sliders.js").Sliders} sliders @returns {Axis} */
function axisOf(number, sliders) {
  const values = valuesOn(sliders[number.slider], 2);
  return { ...number, low: values[0], high: values[1] };
}

/** The whole of an axis. @param {Axis} axis @returns {Range} */
export const wholeOf = ({ low, high, scale }) => [placeOn(low, scale), placeOn(high, scale)];

/** The part of an axis between two values, which may lie beyond its ends. @param {Axis} axis @param {number[]} values @returns {Range|null} */
export function rangeOf(axis, [from, to]) {
  const [low, high] = [Math.max(from, axis.low), Math.min(to, axis.high)];
  return low < high ? [placeOn(low, axis.scale), placeOn(high, axis.scale)] : null;
}

/** The middles of so many cells, as places. @param {Range} range @param {number} count */
export const middles = ([from, to], count) =>
  Float64Array.from({ length: count }, (_, k) => from + ((k + 0.5) * (to - from)) / count);

/** The cell that a place is in, of so many. @param {Range} range @param {number} place @param {number} count */
export function cellAt([from, to], place, count) {
  const cell = Math.floor(((place - from) / (to - from)) * count);
  return Math.max(0, Math.min(cell, count - 1)); // pixels are rounded beyond the ends
}

/**
 * The grid of a sweep.
 * @param {Picture} picture @param {Run} run @param {Axes} axes @param {Ranges} ranges @param {string} kernels their address
 * @returns {import("../landscape/pool.js").Grid}
 * @throws {import("../live/not_known_here.js").NotKnownHere} as `settingsOf`
 */
export function sweepGrid(picture, run, { across, up }, { x, y }, kernels) {
  return {
    kernels,
    settings: settingsOf(picture, run),
    columns: { path: across.path, values: middles(x, COLUMNS).map((place) => valueAt(place, across.scale)) },
    rows: { path: up.path, values: middles(y, ROWS).map((place) => valueAt(place, up.scale)) },
    ...goalsOf(picture.surface),
    reach: GOAL,
    toMinimum: true,
  };
}

/** What a sweep follows from, as text: not the two numbers that it goes through. @param {Picture} picture @param {Run} run @param {Axes} axes @param {Ranges} ranges */
export function keyOf(picture, run, { across, up }, ranges) {
  const { surface, start, steps, noise, replacement } = picture;
  const without = (owner, values) => ({
    ...values,
    ...Object.fromEntries([across, up].filter(({ path }) => path[0] === owner).map(({ path }) => [path[1], null])),
  });
  const terms = { ...run.terms, ruleParameters: without("ruleParameters", run.terms.ruleParameters) };
  const ground = [surface.key, without("surfaceParameters", surface.parameters)];
  return JSON.stringify([ground, start, steps, noise, replacement, terms, run.randomness, up.path, ranges]);
}

/** Where an axis has ticks, and what is written there. @param {Axis} axis @param {Range} range @returns {{tickvals: number[], ticktext: string[]}} */
export function ticksOf({ scale }, [from, to]) {
  const values = scale === "log" || scale === "complement" ? decades(from, to) : evenTicks(from, to);
  return {
    tickvals: values,
    ticktext: values.map((place) => {
      const value = valueAt(place, scale);
      const digits = scale === "complement" ? value.toFixed(Math.ceil(place) + 1) : value.toPrecision(DIGITS);
      return written(Number(digits), scale);
    }),
  };
}

/** @param {number} from @param {number} to */
function decades(from, to) {
  const [first, last] = [Math.ceil(from - 1e-9), Math.floor(to + 1e-9)];
  const count = last - first + 1;
  if (count < FEW_TICKS) return evenTicks(from, to);
  const every = Math.ceil(count / MOST_TICKS);
  return Array.from({ length: Math.ceil(count / every) }, (_, k) => first + k * every);
}

/** @param {number} from @param {number} to */
function evenTicks(from, to) {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10);
  const first = Math.ceil(from / step - 1e-9);
  return Array.from({ length: Math.floor(to / step + 1e-9) - first + 1 }, (_, k) => (first + k) * step);
}
