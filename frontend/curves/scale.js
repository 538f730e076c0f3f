// The vertical axis of the curves: its range, linear or logarithmic, and where a curve leaves it.

import { significant } from "../dom/format.js";

const MIN_EXCESS = 1e-16; // below it, differences of doubles mean nothing
const ROOM = 10; // times the highest loss on the map: how far above it the axis may reach

/**
 * @typedef {Object} Scale
 * @property {boolean} log
 * @property {[number, number]} range of the axis, as decimal logarithms when `log`
 * @property {string} title
 * @property {number} unit what its ticks count: a power of ten where they would be too long, which the title then names
 * @property {number} floor the least loss above the lowest that a log axis shows
 * @property {boolean} floored whether some loss is drawn at the floor instead of below it
 * @property {(loss: number) => number} toAxis a loss as a coordinate of the axis
 * @property {(coordinate: number) => number} toData a coordinate of the axis as what Plotly is given
 *
 * @typedef {Object} Exit where a curve leaves the axis
 * @property {number} step the first at which it is off @property {boolean} upward at which end
 * @property {number|null} turned the first step after that at which it is beyond the other end
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Surface} Surface
 */

/**
 * Makes the scale of the losses: logarithmic above the lowest one, where that is known.
 * @param {Pick<Run, "values">[]} runs @param {Pick<Surface, "z"|"lowest">} surface @returns {Scale}
 */
export function lossScale(runs, surface) {
  const values = runs.map((run) => run.values);
  if (surface.lowest === null) return linearScale(values, surface.z, "loss");
  const title = surface.lowest === 0 ? "loss" : "loss \u2212 lowest";
  return logScale(values, surface.lowest, ROOM * (extremesOf(surface.z).most - surface.lowest), title);
}

/**
 * Makes a scale for numbers that are never negative: logarithmic, where they span more than a factor of 30.
 * @param {Float64Array[]} lists @param {string} title
 * @param {boolean|null} [log] whether it is logarithmic, where that is to stay as it was @returns {Scale}
 */
export function sizeScale(lists, title, log = null) {
  const positive = lists.flatMap((values) => Array.from(values).filter((value) => value > 0 && value < Infinity));
  const [least, most] = positive.length ? [finiteMin(positive), finiteMax(positive)] : [1, 1];
  if (log ?? most > least * LOG_FROM) {
    return logScale(lists, 0, ROOM * ROOM * Math.max(...lists.map(firstPositive)), title);
  }
  return inUnits({ ...linearScale([], [0, most], title), range: fromZero(1.08 * most), title, unit: 1 });
}

/** Makes a scale for numbers of either sign, with 0 on it. @param {Float64Array[]} lists @param {string} title @returns {Scale} */
export function signedScale(lists, title) {
  const firsts = lists.map((values) => Math.abs(values.find((value) => value !== 0 && Number.isFinite(value)) ?? 0));
  const room = ROOM * Math.max(...firsts, Number.MIN_VALUE);
  const most = Math.min(room, Math.max(0, ...lists.map(finiteMax)));
  const least = Math.max(-room, Math.min(0, ...lists.map(finiteMin)));
  const pad = 0.06 * (most - least) || 1;
  return inUnits({ ...linearScale([], [0, 1], title), range: [least - pad, most + pad], title, unit: 1 });
}

/** The range of sizes: from zero, with room for a line that lies there. @param {number} top @returns {[number, number]} */
const fromZero = (top) => [-0.037 * top, top];

const LOG_FROM = 30; // the ratio of largest to smallest from which on a logarithm shows more
const firstPositive = (values) => values.find((value) => value > 0 && value < Infinity) ?? 0;

/**
 * Finds where a curve first leaves the axis, or null when it never does.
 * @param {Float64Array} values @param {Pick<Scale, "range"|"toAxis">} scale @returns {Exit|null}
 */
export function exitOf(values, { range: [low, high], toAxis }) {
  // What begins with the first update has no number at step 0, and a branch none before it begins.
  const first = Math.max(0, values.findIndex((value) => !Number.isNaN(value)));
  const step = values.findIndex((loss, k) => k >= first && !(toAxis(loss) >= low && toAxis(loss) <= high));
  if (step < 0) return null;
  const upward = !(toAxis(values[step]) < low);
  const turned = values.findIndex((loss, k) => k > step && (upward ? toAxis(loss) < low : toAxis(loss) > high));
  return { step, upward, turned: turned < 0 ? null : turned };
}

const SPARE = 0.25; // of its height by which an axis is widened: not again with every frame

/**
 * A scale on the axis of the one before, widened where it has to be.
 * @param {Scale} scale @param {Scale} before @param {boolean} areSizes whether nothing is below zero @returns {Scale}
 */
export function widened(scale, before, areSizes) {
  if (scale.log !== before.log) return scale;
  const [[low, high], [low0, high0]] = [scale.range, before.range];
  const spare = SPARE * (high0 - low0);
  const top = high > high0 ? high + spare : high0;
  if (areSizes && !scale.log) return { ...scale, range: fromZero(top) };
  return { ...scale, range: [low < low0 ? low - spare : low0, top] };
}

/** @returns {Scale} */
function logScale(lists, lowest, room, title) {
  const excess = lists.map((values) => values.map((loss) => loss - lowest));
  const positive = (least, value) => (value > 0 && value < least ? value : least);
  const least = excess.reduce((low, values) => values.reduce(positive, low), Infinity);
  const floor = 10 ** Math.floor(Math.log10(Math.max(MIN_EXCESS, Number.isFinite(least) ? least : 1e-3)) + 1e-9);
  const cap = Math.max(room, ...excess.map((values) => values[0]).filter(Number.isFinite));
  const most = Math.min(cap, Math.max(...excess.map(finiteMax), floor * 10));
  const [low, high] = [Math.log10(floor), Math.ceil(Math.log10(most) * 4) / 4];
  const pad = 0.03 * Math.max(1, high - low);
  return {
    log: true,
    range: [low - pad, Math.max(high, low + 1) + pad],
    title: `${title}, log scale`,
    unit: 1,
    floor,
    floored: excess.some((values) => values.some((value) => value < floor)),
    toAxis: (loss) => Math.log10(Math.max(loss - lowest, floor)),
    toData: (coordinate) => 10 ** coordinate,
  };
}

/** @returns {Scale} */
function linearScale(lists, z, title) {
  const { least: low, most: high } = extremesOf(z);
  const firsts = lists.map((values) => values[0]).filter(Number.isFinite);
  const bottom = Math.min(low - (high - low), ...firsts);
  const top = Math.max(high + (high - low), ...firsts);
  const least = Math.max(bottom, Math.min(...lists.map(finiteMin), high));
  const most = Math.min(top, Math.max(...lists.map(finiteMax), low));
  const pad = 0.05 * (most - least || 1);
  return inUnits({
    log: false,
    range: [least - pad, most + pad],
    title,
    unit: 1,
    floor: -Infinity,
    floored: false,
    toAxis: (loss) => loss,
    toData: (coordinate) => coordinate,
  });
}

const PLAIN = [-3, 4]; // the powers of ten between which numbers are short without one

/** A linear scale whose ticks count a power of ten, where they would be too long. @param {Scale} scale @returns {Scale} */
function inUnits(scale) {
  const power = Math.floor(Math.log10(Math.max(...scale.range.map(Math.abs))));
  if (!Number.isFinite(power) || (power >= PLAIN[0] && power <= PLAIN[1])) return scale;
  const unit = Number(`1e${power}`);
  return { ...scale, unit, title: `${scale.title}, in ${significant(unit)}` };
}

/** Finds the greatest of the values that are finite. @param {ArrayLike<number>} values @returns {number} */
function finiteMax(values) {
  let most = -Infinity;
  for (let k = 0; k < values.length; k += 1) if (values[k] > most && values[k] < Infinity) most = values[k];
  return most;
}

/** @param {ArrayLike<number>} values */
function finiteMin(values) {
  let least = Infinity;
  for (let k = 0; k < values.length; k += 1) if (values[k] < least && values[k] > -Infinity) least = values[k];
  return least;
}

/** @typedef {{least: number, most: number}} Extremes @type {WeakMap<ArrayLike<number>, Extremes>} by the heights of a surface */
const extremes = new WeakMap();

/** Finds the extremes of a surface's heights, once. @param {ArrayLike<number>} z @returns {Extremes} */
function extremesOf(z) {
  if (!extremes.has(z)) extremes.set(z, { least: finiteMin(z), most: finiteMax(z) });
  return extremes.get(z);
}
