// What a layer of the map shows of the surface alone, at every place in sight: no path is walked for it.

import { eigenvalues } from "../data/eigenvalues.js";
import { significant } from "../dom/format.js";
import { iterated } from "../live/newton.js";
import {
  colorsOf,
  conditionCodes,
  conditionNumbers,
  conditions,
  curvatureCodes,
  curvatures,
  scaleOf,
  wordsOf,
} from "./classes.js";
import { cellsIn, evenly } from "./grid.js";
import { codesOf, reached } from "./newton.js";
import { shadesOf } from "./painting.js";

const FIELD_CELLS = 24_000; // of curvatures, which are computed in the page itself
const EXAMPLES_FREE = 40; // examples whose Hessians take as long as the rest
const NEWTON_CELLS = 12_000; // from each of which Newton's method takes some ten steps
const SHADED = 12; // steps of it from which on a cell is darkest
const ARROWS = 320; // of a field of gradients, about

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("./survey.js").Sources} Sources
 * @typedef {import("./survey.js").Surveyed} Surveyed
 * @typedef {import("./survey.js").Wanted} Wanted
 */

/** What follows from the surface alone. @param {Wanted} wanted @param {Sources} sources @returns {Surveyed|null} null where kernels lack it */
export function fieldOf({ layer, picture: { surface }, ranges }, { ask }) {
  const most = layer === "newton" ? NEWTON_CELLS : FIELD_CELLS;
  const many = layer === "gradient" ? ARROWS : most / (1 + (surface.data?.targets.length ?? 0) / EXAMPLES_FREE);
  const [width, height] = cellsIn(ranges, many);
  const isField = layer === "gradient"; // whose arrows stand in the middle of cells
  const places = (/** @type {number[]} */ range, /** @type {number} */ count) =>
    evenly(isField ? inner(range, count) : range, count);
  const [columns, rows] = [places(ranges.x, width), places(ranges.y, height)];
  const [x, y] = [new Float64Array(width * height), new Float64Array(width * height)];
  for (let cell = 0; cell < x.length; cell += 1) {
    [x[cell], y[cell]] = [columns[cell % width], rows[Math.floor(cell / width)]];
  }
  const common = { layer, columns, rows, shades: null, note: "", arrows: null, done: 1 };
  if (isField) {
    const slopes = ask("gradients", { x, y });
    return slopes && { ...common, ...arrowsOf(x, y, slopes) };
  }
  if (layer === "newton") {
    const found = newtonOf(surface, { x, y }, ask);
    return found && { ...common, ...found };
  }
  const hessians = ask("hessians", { x, y });
  if (!hessians) return null;
  const { low, high } = eigenvalues(hessians);
  return { ...common, ...(layer === "curvature" ? curvatureOf(low) : conditionOf(low, high)) };
}

/** @param {Picture["surface"]} surface @param {{x: Float64Array, y: Float64Array}} places @param {Sources["ask"]} ask */
function newtonOf({ critical_points: points, window: [[left, right], [bottom, top]] }, places, ask) {
  const diagonal = Math.hypot(right - left, top - bottom);
  const ends = iterated(places, ask, diagonal);
  if (!ends) return null;
  const codes = codesOf(ends, points, diagonal);
  const classes = (theme) => reached(points, colorsOf(theme));
  const words = wordsOf(classes);
  return {
    title: "Which critical point Newton's method reaches from every place",
    note: "Darker: more steps",
    codes,
    shades: shadesOf(ends.steps.map((steps) => Math.min(steps, SHADED)), SHADED),
    classes,
    tell: (cell) => `Newton's method from here: ${words[codes[cell]]}`,
  };
}

/** @param {Float64Array} low */
function curvatureOf(low) {
  const scale = scaleOf(low);
  return {
    title: "Smallest eigenvalue λ of the Hessian. Below 0 the surface curves downwards in some direction",
    codes: curvatureCodes(low, scale),
    classes: (theme) => curvatures(scale, theme),
    tell: (cell) => `smallest eigenvalue ${significant(low[cell], 3)}`,
  };
}

/** @param {Float64Array} low @param {Float64Array} high */
function conditionOf(low, high) {
  const numbers = conditionNumbers(low, high);
  return {
    title: "Condition number κ of the Hessian",
    codes: conditionCodes(numbers),
    classes: conditions,
    tell: (cell) => `condition number ${significant(numbers[cell], 3)}`,
  };
}

/** @param {Float64Array} x @param {Float64Array} y @param {{x: Float64Array, y: Float64Array}} slopes */
function arrowsOf(x, y, slopes) {
  const sizes = slopes.x.map((gx, k) => Math.hypot(gx, slopes.y[k]));
  const known = sizes.filter((size) => Number.isFinite(size) && size > 0).sort();
  const between = known.length === 0
    ? ""
    : `, from ${significant(known[0], 3)} to ${significant(known[known.length - 1], 3)}`;
  return {
    title: "Downhill, −g, at every place",
    note: `Longer arrows: steeper${between} in length`,
    codes: new Uint8Array(x.length),
    classes: () => [],
    tell: (cell) => `gradient of length ${significant(sizes[cell], 3)}`,
    arrows: { x, y, gx: slopes.x, gy: slopes.y },
  };
}

/** The middles of the first and the last of so many parts of a range. @param {number[]} range @param {number} count */
const inner = ([from, to], count) => [from + (to - from) / (2 * count), to - (to - from) / (2 * count)];
