// The grids of a picture: what its contenders' paths follow from, as a pool computes it.

import { batchesOf, drawingOf } from "../live/batches.js";
import { withEpochs } from "../live/epochs.js";
import { NotKnownHere } from "../live/not_known_here.js";
import { errorsOf } from "../live/walked_picture.js";
import { parametersOf } from "../live/walked_surface.js";

const REACH = 1e-2; // from where a path ends, as in lecture/landscape.py
const MINIMA = ["global minimum", "local minimum"];
const STEPS_OF_ALL = 8e7; // steps that all paths of a grid may have together, or else it has fewer cells
const FEWEST = 64 * 64; // cells, of a coarse picture
const ALWAYS = 256; // cells along the edge of a square, which a small picture has too
const MOST = 512;
const STEP = 64; // of those numbers, so that few sizes of a picture make a difference
const EXAMPLES_FREE = 10; // examples whose gradients take as long as the step of a rule

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./pool.js").Grid} Grid
 * @typedef {{x: number[], y: number[]}} Ranges
 */

/**
 * Gives what a path follows from, as the kernels take it.
 * @param {Picture} picture @param {Run} run of the contender @returns {Object<string, any>}
 * @throws {NotKnownHere} for a branch, which has no start of its own, and where noise or batches are not known for so many steps
 */
export function settingsOf(picture, run) {
  const { surface, steps, start, noise } = picture;
  const { followed, ...terms } = withEpochs(run.terms, surface.data);
  if (followed) throw new NotKnownHere(`${run.label} is a branch, which has no start of its own.`);
  return {
    ...terms,
    surface: surface.key,
    surfaceParameters: parametersOf(surface),
    start: terms.start ?? start,
    steps,
    errors: noise === 0 || surface.data ? null : errorsOf(run.normal, noise, steps),
    batches: surface.data ? batchesOf(drawingOf(picture, run, run.terms), steps) : null,
  };
}

/** The most cells that a picture can show: about one for each of its pixels. @param {{width: number, height: number}} size px */
export function finestOf({ width, height }) {
  const edge = Math.floor(Math.sqrt(width * height) / STEP) * STEP;
  return Math.max(ALWAYS, Math.min(edge, MOST)) ** 2;
}

/**
 * The grid of all starts in a part of the plane.
 * @param {Picture} picture @param {Run} run of the contender @param {Ranges} ranges @param {string} kernels their address
 * @param {number} most cells that it may have; 0 for as few as make a coarse picture @returns {Grid}
 * @throws {NotKnownHere} as `settingsOf`
 */
export function startGrid(picture, run, ranges, kernels, most) {
  const { surface, steps } = picture;
  const cost = steps * (1 + (surface.data?.targets.length ?? 0) / EXAMPLES_FREE);
  const cells = Math.max(FEWEST, Math.min(STEPS_OF_ALL / cost, most));
  const [width, height] = cellsIn(ranges, cells);
  return {
    kernels,
    settings: settingsOf(picture, run),
    columns: { path: ["start", "0"], values: evenly(ranges.x, width) },
    rows: { path: ["start", "1"], values: evenly(ranges.y, height) },
    ...goalsOf(surface),
    reach: REACH,
  };
}

/** What tells how a path ends on a surface. @param {import("../data/picture.js").Surface} surface */
export const goalsOf = (surface) => ({
  window: surface.window,
  lowest: surface.lowest,
  valley: surface.valley ?? null,
  minima: surface.critical_points.filter(({ kind }) => MINIMA.includes(kind)).map(({ point }) => point),
});

/** The number of columns and of rows of about so many square cells. @param {Ranges} ranges @param {number} cells @returns {[number, number]} */
export function cellsIn({ x, y }, cells) {
  const aspect = (x[1] - x[0]) / (y[1] - y[0]);
  const width = Math.max(2, Math.floor(Math.sqrt(cells * aspect)));
  return [width, Math.max(2, Math.floor(cells / width))];
}

/** Numbers at equal distances, as NumPy has them: the last one is the end itself. @param {number[]} range @param {number} count */
export function evenly([from, to], count) {
  const step = (to - from) / (count - 1);
  return Float64Array.from({ length: count }, (_, k) => (k === count - 1 ? to : k * step + from));
}
