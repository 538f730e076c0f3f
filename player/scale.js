// The loss axis: which losses are shown, on which scale, and what is said about those that are not.

const LEAST = 1e-16; // below it, differences of doubles mean nothing
const ROOM = 10; // times the highest loss on the map: how far above it the axis may reach

/**
 * @typedef {Object} LossScale
 * @property {boolean} log
 * @property {[number, number]} range of the axis, as decimal logarithms when `log`
 * @property {string} title
 * @property {number} floor the least loss above the lowest that a log axis shows
 * @property {boolean} floored whether some loss is drawn at the floor instead of below it
 * @property {(loss: number) => number} toAxis a loss as a coordinate of the axis
 * @property {(coordinate: number) => number} toData a coordinate of the axis as what Plotly is given
 */

/** @param {import("./picture.js").Run[]} runs @param {import("./picture.js").Ground} ground @returns {LossScale} */
export function lossScale(runs, ground) {
  return ground.lowest === null ? linearScale(runs, ground) : logScale(runs, ground);
}

/**
 * Where a run first leaves the picture, or null when it never does.
 * @param {Float64Array} values @param {LossScale} scale @returns {{step: number, upward: boolean} | null}
 */
export function leaving(values, { range: [low, high], toAxis }) {
  const step = values.findIndex((loss) => !(toAxis(loss) >= low && toAxis(loss) <= high));
  return step < 0 ? null : { step, upward: !(toAxis(values[step]) < low) };
}

function logScale(runs, { lowest, z }) {
  const excess = runs.map(({ values }) => values.map((loss) => loss - lowest));
  const positive = (least, value) => (value > 0 && value < least ? value : least);
  const least = excess.reduce((low, values) => values.reduce(positive, low), Infinity);
  const floor = 10 ** Math.floor(Math.log10(Math.max(LEAST, Number.isFinite(least) ? least : 1e-3)) + 1e-9);
  const cap = Math.max(ROOM * (finiteMost(z) - lowest), ...excess.map((values) => values[0]).filter(Number.isFinite));
  const most = Math.min(cap, Math.max(...excess.map(finiteMost), floor * 10));
  const [low, high] = [Math.log10(floor), Math.ceil(Math.log10(most) * 4) / 4];
  const pad = 0.03 * Math.max(1, high - low);
  return {
    log: true,
    range: [low - pad, Math.max(high, low + 1) + pad],
    title: lowest === 0 ? "loss" : "loss above the lowest",
    floor,
    floored: excess.some((values) => values.some((value) => value < floor)),
    toAxis: (loss) => Math.log10(Math.max(loss - lowest, floor)),
    toData: (coordinate) => 10 ** coordinate,
  };
}

function linearScale(runs, { z }) {
  const [low, high] = [finiteLeast(z), finiteMost(z)];
  const firsts = runs.map(({ values }) => values[0]).filter(Number.isFinite);
  const bottom = Math.min(low - (high - low), ...firsts);
  const top = Math.max(high + (high - low), ...firsts);
  const least = Math.max(bottom, Math.min(...runs.map(({ values }) => finiteLeast(values)), high));
  const most = Math.min(top, Math.max(...runs.map(({ values }) => finiteMost(values)), low));
  const pad = 0.05 * (most - least || 1);
  return {
    log: false,
    range: [least - pad, most + pad],
    title: "loss",
    floor: -Infinity,
    floored: false,
    toAxis: (loss) => loss,
    toData: (coordinate) => coordinate,
  };
}

/** The greatest of the values that are finite. */
function finiteMost(values) {
  return values.reduce((most, value) => (Number.isFinite(value) && value > most ? value : most), -Infinity);
}

const finiteLeast = (values) => -finiteMost(values.map((value) => -value));
