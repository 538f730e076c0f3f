// The vertical axis of the curves: its range, linear or logarithmic, and where a curve leaves it.

const MIN_EXCESS = 1e-16; // below it, differences of doubles mean nothing
const ROOM = 10; // times the highest loss on the map: how far above it the axis may reach

/**
 * @typedef {Object} Scale
 * @property {boolean} log
 * @property {[number, number]} range of the axis, as decimal logarithms when `log`
 * @property {string} title
 * @property {number} floor the least loss above the lowest that a log axis shows
 * @property {boolean} floored whether some loss is drawn at the floor instead of below it
 * @property {(loss: number) => number} toAxis a loss as a coordinate of the axis
 * @property {(coordinate: number) => number} toData a coordinate of the axis as what Plotly is given
 *
 * @typedef {{step: number, upward: boolean}} Exit the first step at which a curve is off the axis, and at which end
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
  return logScale(values, surface.lowest, ROOM * (finiteMax(surface.z) - surface.lowest), title);
}

/**
 * Makes a scale for numbers that are never negative: logarithmic, where they span more than a factor of 30.
 * @param {Float64Array[]} lists @param {string} title @returns {Scale}
 */
export function sizeScale(lists, title) {
  const positive = lists.flatMap((values) => Array.from(values).filter((value) => value > 0 && value < Infinity));
  const [least, most] = positive.length ? [finiteMin(positive), finiteMax(positive)] : [1, 1];
  if (most > least * LOG_FROM) return logScale(lists, 0, ROOM * ROOM * Math.max(...lists.map(firstPositive)), title);
  return { ...linearScale([], [0, most], title), range: [-0.04 * most, 1.08 * most] };
}

const LOG_FROM = 30; // the ratio of largest to smallest from which on a logarithm shows more
const firstPositive = (values) => values.find((value) => value > 0 && value < Infinity) ?? 0;

/**
 * Finds where a curve first leaves the axis, or null when it never does.
 * @param {Float64Array} values @param {Pick<Scale, "range"|"toAxis">} scale @returns {Exit|null}
 */
export function exitOf(values, { range: [low, high], toAxis }) {
  // What begins with the first update has no number at step 0.
  const first = Number.isNaN(values[0]) && values.length > 1 && !Number.isNaN(values[1]) ? 1 : 0;
  const step = values.findIndex((loss, k) => k >= first && !(toAxis(loss) >= low && toAxis(loss) <= high));
  return step < 0 ? null : { step, upward: !(toAxis(values[step]) < low) };
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
    floor,
    floored: excess.some((values) => values.some((value) => value < floor)),
    toAxis: (loss) => Math.log10(Math.max(loss - lowest, floor)),
    toData: (coordinate) => 10 ** coordinate,
  };
}

/** @returns {Scale} */
function linearScale(lists, z, title) {
  const [low, high] = [finiteMin(z), finiteMax(z)];
  const firsts = lists.map((values) => values[0]).filter(Number.isFinite);
  const bottom = Math.min(low - (high - low), ...firsts);
  const top = Math.max(high + (high - low), ...firsts);
  const least = Math.max(bottom, Math.min(...lists.map(finiteMin), high));
  const most = Math.min(top, Math.max(...lists.map(finiteMax), low));
  const pad = 0.05 * (most - least || 1);
  return {
    log: false,
    range: [least - pad, most + pad],
    title,
    floor: -Infinity,
    floored: false,
    toAxis: (loss) => loss,
    toData: (coordinate) => coordinate,
  };
}

/** Finds the greatest of the values that are finite. @param {ArrayLike<number> & {reduce: Function}} values @returns {number} */
function finiteMax(values) {
  return values.reduce((most, value) => (Number.isFinite(value) && value > most ? value : most), -Infinity);
}

const finiteMin = (values) => -finiteMax(values.map((value) => -value));
