// The axes of a sweep: α, and another number of the contender or of its surface, each on the scale of its slider.

import { evenly, goalsOf, settingsOf } from "../landscape/grid.js";
import { valuesOn } from "../data/sliders.js";
import { written } from "../dom/format.js";
import { withValue } from "../live/change.js";
import { ifKnownHere } from "../live/not_known_here.js";

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

/** The setting at a place: some are whole numbers. @param {number} place @param {Axis} axis */
const settingAt = (place, { scale, integer }) => integer ? Math.round(valueAt(place, scale)) : valueAt(place, scale);

/** The setting at a place, to a few digits, and on its axis. @param {number} place @param {Axis} axis */
export function chosenAt(place, axis) {
  const { scale, low, high } = axis;
  const value = settingAt(place, axis);
  const short = scale === "complement" ? 1 - Number((1 - value).toPrecision(DIGITS)) : value;
  const rounded = Number(scale === "complement" ? short.toFixed(12) : short.toPrecision(DIGITS));
  return Math.min(high, Math.max(low, rounded));
}

/** The numbers that may be the vertical axis. @param {Picture} picture @param {Run} run @returns {NumberOnSlider[]} */
export const numbersUp = ({ surface }, run) => [
  ...(run.numbers ?? []).filter(({ path }) => path[0] === "ruleParameters" && path[1] !== "learning_rate"),
  ...(run.batch && surface.data ? [run.batch] : []),
  ...(surface.numbers ?? []),
];

/** The field of a number, by which links name an axis. @param {NumberOnSlider} number */
export const fieldOf = ({ path, field }) => field ?? path[1];

/**
 * The axes of a contender's sweep.
 * @param {Picture} picture @param {Run} run @param {import("../data/sliders.js").Sliders} sliders
 * @param {string|null} field of the vertical axis; the first there is stands in for one that is not there
 * @returns {Axes|null} null where there is no second number
 */
export function axesOf(picture, run, sliders, field) {
  const across = (run.numbers ?? []).find(({ path }) => path[1] === "learning_rate");
  const others = numbersUp(picture, run);
  const up = others.find((each) => fieldOf(each) === field) ?? others[0];
  return across && up ? { across: axisOf(across, sliders), up: axisOf(up, sliders) } : null;
}

/** @param {NumberOnSlider} number @param {import("../data/sliders.js").Sliders} sliders @returns {Axis} */
function axisOf(number, sliders) {
  const values = valuesOn(sliders[number.slider], 2);
  return { ...number, low: values[0], high: Math.min(values[1], number.high ?? Infinity) };
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
  // The rows of batch sizes have both ends of their axis, since that of all examples is like no other.
  const places = up.integer ? evenly(y, ROWS) : middles(y, ROWS);
  const rows = places.map((place) => settingAt(place, up));
  const own = up.path[0] === "batchSize" ? settingsOfSizes(picture, run, rows) : null;
  const some = own ? withSize(run, rows[Math.max(0, own.findIndex(Boolean))]) : run;
  return {
    kernels,
    settings: settingsOf(picture, some),
    columns: { path: across.path, values: middles(x, COLUMNS).map((place) => settingAt(place, across)) },
    rows: { path: up.path, values: rows, settings: own },
    ...goalsOf(picture.surface),
    reach: GOAL,
    toMinimum: true,
  };
}

/**
 * What follows from each batch size: the batches, and the schedule, if its epochs are passes over the data.
 * @param {Picture} picture @param {Run} run @param {Float64Array} sizes @returns {(Object|null)[]} null where the examples of so
 *   large batches are not known here
 */
function settingsOfSizes(picture, run, sizes) {
  const of = (size) =>
    ifKnownHere(() => {
      const { batches, scheduleParameters } = settingsOf(picture, withSize(run, size));
      return { batches, scheduleParameters };
    });
  const found = new Map([...new Set(sizes)].map((size) => [size, of(size)]));
  return Array.from(sizes, (size) => found.get(size));
}

/** @param {Run} run @param {number} batchSize @returns {Run} */
const withSize = (run, batchSize) => ({ ...run, terms: { ...run.terms, batchSize } });

/** What a sweep follows from, as text: not the two numbers that it goes through. @param {Picture} picture @param {Run} run @param {Axes} axes @param {Ranges} ranges */
export function keyOf(picture, run, { across, up }, ranges) {
  const { surface, start, steps, noise, replacement } = picture;
  const all = { ...run.terms, surfaceParameters: surface.parameters };
  const rest = [across, up].reduce((left, { path }) => withValue(left, path, null), all);
  return JSON.stringify([surface.key, start, steps, noise, replacement, rest, run.randomness, up.path, ranges]);
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
