// What a sweep shows of every cell, as classes with colours: how the path ends, when it arrives, or its last loss.

import { significant } from "../dom/format.js";
import { endings, wordsOf } from "../landscape/classes.js";
import { shadesOf } from "../landscape/painting.js";

/**
 * @typedef {import("../landscape/classes.js").Class} Class
 * @typedef {import("../landscape/pool.js").Found} Found
 * @typedef {import("../landscape/pool.js").Grid} Grid
 * @typedef {Pick<import("../host/theme.js").Theme, "dark">} Theme
 *
 * @typedef {Object} Measured
 * @property {Uint8Array} codes of the cells @property {Float32Array|null} shades from 0 to 1, or NaN for none
 * @property {(theme: Theme) => Class[]} classes by code @property {(cell: number) => string} tell says what is found in a cell
 * @property {string} [note] what is left out
 */

/** What can be shown, by its word in links. */
export const MEASURES = { outcome: "Outcome", steps: "Steps to a minimum", loss: "Final loss" };

const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];
const MOST_STEPS = 7; // of these edges
const LOSSES = [1e-12, 1e-9, 1e-6, 1e-3, 1, 1e3]; // above the lowest one
const PARTS = 6; // of losses, where no lowest one is known

const RAMP = {
  light: ["#e6f0f7", "#c3dbeb", "#97c1dd", "#65a2c9", "#377cab", "#195983", "#0b3858", "#062338"],
  dark: ["#12202b", "#1a3346", "#234a66", "#2f658b", "#4583ae", "#6ba4ca", "#9dc6e1", "#cfe4f2"],
};
const NEVER = { light: ["#e4e4e0", "#cdcdc8"], dark: ["#2a2e34", "#41464e"] };
const UNKNOWN = { light: ["#ffffff", "#ececea"], dark: ["#0e1117", "#1c2127"] };
const BEYOND = { light: "#4b535e", dark: "#000000" };

/**
 * @param {string} measure a key of `MEASURES` @param {Grid} grid @param {Found} found
 * @param {import("../landscape/classes.js").Kind[]} kinds of the kernels @returns {Measured}
 */
export function measured(measure, grid, found, kinds) {
  const cells = measuredOfAll(measure, grid, found, kinds);
  return grid.rows.settings?.includes(null) ? withUnknown(cells, grid) : cells;
}

/** @param {string} measure @param {Grid} grid @param {Found} found @param {import("../landscape/classes.js").Kind[]} kinds @returns {Measured} */
function measuredOfAll(measure, grid, found, kinds) {
  const { minima, reach, settings: { steps } } = grid;
  if (measure === "steps") return arrivals(found.steps, steps, reach);
  if (measure === "loss") return losses(found.losses, grid.lowest);
  const classes = (theme) => endings(minima, kinds, theme);
  const words = wordsOf(classes);
  return {
    codes: found.codes,
    shades: shadesOf(found.steps, steps),
    classes,
    tell: (cell) => `${words[found.codes[cell]]}${arrival(found.steps[cell], reach)}`,
  };
}

/**
 * Leaves out the rows whose batches are not known here.
 * @param {Measured} cells @param {Grid} grid @returns {Measured}
 */
function withUnknown({ codes, shades, classes, tell }, { columns, rows, settings: { steps } }) {
  const isUnknown = (cell) => rows.settings[Math.floor(cell / columns.values.length)] === null;
  const code = classes({ dark: false }).length;
  const words = "not known here";
  return {
    codes: codes.map((each, cell) => isUnknown(cell) ? code : each),
    shades,
    classes: (theme) => [...classes(theme), { words, ...striped(theme, UNKNOWN) }],
    tell: (cell) => isUnknown(cell) ? words : tell(cell),
    note: `In ${steps} steps the largest batches use more examples than the page knows the order of.`,
  };
}

/** @param {number} steps NaN where it does not come near a minimum @param {number} reach */
const arrival = (steps, reach) =>
  Number.isNaN(steps) ? "" : `, within ${significant(reach)} of it after ${steps} steps`;

/** @param {Float32Array} found @param {number} steps of the race @param {number} reach how near is near @returns {Measured} */
function arrivals(found, steps, reach) {
  const near = `within ${significant(reach)} of a minimum`;
  const edges = [...STEPS.filter((edge) => edge < steps).slice(-MOST_STEPS), steps];
  const codes = Uint8Array.from(found, (each) => Number.isNaN(each) ? edges.length : binOf(each, edges));
  return {
    codes,
    shades: null,
    classes: (theme) => [
      ...ramp(theme, edges.map((edge) => `up to ${edge}`)),
      { words: `not within ${steps}`, ...striped(theme, NEVER) },
    ],
    tell: (cell) => Number.isNaN(found[cell]) ? `never ${near}` : `${near} after ${found[cell]} steps`,
  };
}

/** @param {Float64Array} found @param {number|null} lowest @returns {Measured} */
function losses(found, lowest) {
  const excess = found.map((loss) => loss - (lowest ?? 0));
  const edges = lowest === null ? quantiles(excess) : LOSSES;
  const codes = Uint8Array.from(excess, (each) => Number.isFinite(each) ? binOf(each, edges) : edges.length + 1);
  const over = lowest ? " above the lowest" : "";
  return {
    codes,
    shades: null,
    classes: (theme) => [
      ...ramp(theme, [
        ...edges.map((edge) => `up to ${significant(edge, 3)}${over}`),
        edges.length > 0 ? "more" : "any",
      ]),
      { words: "not finite", color: theme.dark ? BEYOND.dark : BEYOND.light },
    ],
    tell: (cell) => `loss ${significant(found[cell])}`,
  };
}

/** The first of increasing edges that a number does not exceed, or how many there are. @param {number} value @param {number[]} edges */
function binOf(value, edges) {
  const bin = edges.findIndex((edge) => value <= edge);
  return bin < 0 ? edges.length : bin;
}

/** Edges that leave as many numbers between them. @param {Float64Array} numbers @returns {number[]} */
function quantiles(numbers) {
  const known = numbers.filter(Number.isFinite).sort();
  const edges = Array.from({ length: PARTS - 1 }, (_, k) => known[Math.floor(((k + 1) * known.length) / PARTS)]);
  return [...new Set(edges.filter((edge) => edge !== undefined))];
}

/** Colours from the least to the most. @param {Theme} theme @param {string[]} words @returns {Class[]} */
function ramp(theme, words) {
  const colors = theme.dark ? RAMP.dark : RAMP.light;
  const last = Math.max(1, words.length - 1);
  return words.map((each, k) => ({ words: each, color: colors[Math.round((k * (colors.length - 1)) / last)] }));
}

/** @param {Theme} theme @param {typeof NEVER} pairs */
function striped({ dark }, pairs) {
  const [color, stripe] = dark ? pairs.dark : pairs.light;
  return { color, stripe };
}
