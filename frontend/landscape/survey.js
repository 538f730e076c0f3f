// A survey of the map: what a layer shows of every place in sight, computed again when something changes that it follows from.

import { isNotKnownHere } from "../live/not_known_here.js";
import { comparisons, differences, endings, wordsOf } from "./classes.js";
import { fieldOf } from "./field.js";
import { Following } from "./following.js";
import { startGrid } from "./grid.js";
import { shadesOf } from "./painting.js";
import { Pool } from "./pool.js";

const PICTURE_EVERY = 150; // ms, while a picture becomes finer

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("./classes.js").Class} Class
 * @typedef {import("./grid.js").Ranges} Ranges
 *
 * What a survey can ask: where the kernels are, and what they know.
 * @typedef {Object} Sources
 * @property {string} kernels the address of their module @property {import("./classes.js").Kind[]} kinds of endings
 * @property {(key: string) => boolean} has whether they have a rule @property {boolean} isConcealed whether results are to be predicted first
 * @property {(name: string, settings: Object) => any} ask asks a function of theirs about the surface; null where it is lacking
 *
 * @typedef {Object} Wanted
 * @property {string} layer @property {Picture} picture @property {Run[]} runs that are shown, the one in focus first
 * @property {Ranges} ranges in sight @property {boolean} moving whether a hand changes the picture @property {number} finest the
 *   most cells that it can show
 *
 * What was found in cells around the places of `columns` and `rows`.
 * @typedef {Object} Surveyed
 * @property {string} layer @property {string} title @property {string} note what the legend adds @property {Float64Array} columns
 * @property {Float64Array} rows @property {Uint8Array} codes row by row, the first row at the bottom @property {Float32Array|null} shades
 *   from 0 to 1 @property {(theme: Theme) => Class[]} classes by code @property {(cell: number) => string} tell says what is in a cell
 * @property {{x: Float64Array, y: Float64Array, gx: Float64Array, gy: Float64Array}|null} arrows gradients, in place of cells
 * @property {number} done the share that is computed, up to 1
 */

/** The layers whose cells are starts of paths. */
export const OF_PATHS = new Set(["basins", "difference"]);

export class Survey {
  #onFound;
  /** @type {Following[]} one for each contender of a layer */
  #followings = [];
  /** @type {Pool[]} */
  #pools = [];
  /** @type {string|null} */
  #key = null; // what that which was wanted last follows from, "" for nothing
  #layer = "heights";
  #isFine = false; // whether it is more than a coarse picture
  #told = -Infinity; // ms, when a picture was given last
  /** @type {WeakMap<import("./pool.js").Grid, {key: string, wanted: Wanted, sources: Sources}>} */
  #asked = new WeakMap();
  /** @type {({key: string, grid: import("./pool.js").Grid, found: import("./pool.js").Found}|null)[]} what was found last of each contender */
  #sides = [null, null];

  /** @param {(surveyed: Surveyed|null, words: string) => void} onFound takes what is found, or why nothing can be */
  constructor(onFound) {
    this.#onFound = onFound;
  }

  /** Takes what is wanted from now on. @param {Wanted} wanted @param {Sources|null} sources null until there are kernels */
  want(wanted, sources) {
    const { layer, moving } = wanted;
    this.#layer = layer;
    if (!sources || !OF_PATHS.has(layer)) { for (const following of this.#followings) following.stop(); }
    if (!sources || layer === "heights") {
      if (this.#key === "") return;
      this.#key = "";
      return this.#onFound(null, "");
    }
    const key = keyOf(wanted, sources);
    if (key === this.#key && (moving || this.#isFine)) return;
    [this.#key, this.#isFine] = [key, !moving];
    try {
      if (OF_PATHS.has(layer)) this.#compute(wanted, sources, key);
      else this.#show(fieldOf(wanted, sources));
    } catch (error) {
      this.#fail(error);
    }
  }

  destroy() {
    for (const pool of this.#pools) pool.destroy();
  }

  /** @param {Wanted} wanted @param {Sources} sources @param {string} key */
  #compute(wanted, sources, key) {
    const { layer, picture, ranges, moving, finest } = wanted;
    if (sources.isConcealed) return this.#show(null, "Shown once the results are revealed.");
    const runs = wanted.runs.slice(0, layer === "difference" ? 2 : 1);
    if (runs.length === 0) return this.#show(null, "No optimizer is shown.");
    if (layer === "difference" && runs.length < 2) {
      return this.#show(null, "There is no second optimizer to compare.");
    }
    const missing = runs.find(({ terms }) => !sources.has(terms.rule));
    if (missing) {
      return this.#show(null, `${missing.label} runs on the server, one race at a time: it has no basins here.`);
    }
    const grids = runs.map((run) => startGrid(picture, run, ranges, sources.kernels, moving ? 0 : finest));
    for (const [side, grid] of grids.entries()) {
      this.#asked.set(grid, { key, wanted: { ...wanted, runs }, sources });
      this.#followingOf(side).want(grid);
    }
  }

  /** @param {number} side */
  #followingOf(side) {
    if (!this.#followings[side]) {
      const pool = new Pool();
      this.#pools[side] = pool;
      const onFound = (found, grid) => this.#take(side, found, grid);
      this.#followings[side] = new Following(pool, onFound, (error) => this.#fail(error));
    }
    return this.#followings[side];
  }

  /** @param {number} side @param {import("./pool.js").Found} found @param {import("./pool.js").Grid} grid */
  #take(side, found, grid) {
    const { key, wanted, sources } = this.#asked.get(grid);
    if (wanted.layer !== this.#layer) return; // it is another one by now
    const isFirst = this.#sides[side]?.grid !== grid;
    this.#sides[side] = { key, grid, found };
    const sides = this.#sides.slice(0, wanted.runs.length);
    if (sides.some((each) => each?.key !== key)) return;
    const done = sides.reduce((sum, each) => sum + each.found.done, 0) / sides.length;
    const now = performance.now();
    if (!isFirst && done < 1 && now - this.#told < PICTURE_EVERY) return;
    this.#told = now;
    const surveyed = wanted.layer === "basins"
      ? basinsOf(sides[0], wanted, sources)
      : differenceOf(sides, wanted, sources);
    this.#onFound({ ...surveyed, done }, "");
  }

  /** @param {Error} error */
  #fail(error) {
    if (!isNotKnownHere(error)) throw error;
    this.#show(null, error.message);
  }

  /** Shows what needs no path, or nothing. @param {Surveyed|null} surveyed @param {string} [words] that say why */
  #show(surveyed, words = "") {
    for (const following of this.#followings) following.stop();
    this.#onFound(surveyed, words);
  }
}

/** What a survey follows from, as text. @param {Wanted} wanted @param {Sources} sources */
function keyOf({ layer, picture, runs, ranges, finest }, { kernels, isConcealed }) {
  const { surface, steps, noise, replacement } = picture;
  const paths = OF_PATHS.has(layer)
    ? [
      finest,
      ...runs.slice(0, 2).map(({ label, terms, randomness }) => [label, { ...terms, start: null }, randomness]),
    ]
    : [];
  return JSON.stringify([layer, surface.identity, ranges, steps, noise, replacement, paths, kernels, isConcealed]);
}

/** @returns {Omit<Surveyed, "done">} */
function basinsOf({ grid, found }, { layer, picture, runs }, { kinds }) {
  const [{ label }] = runs;
  const { minima, columns, rows } = grid;
  const classes = (theme) => endings(minima, kinds, theme);
  const words = wordsOf(classes);
  const tell = (cell) => {
    const steps = found.steps[cell];
    return `${label} from here: ${words[found.codes[cell]]}${Number.isNaN(steps) ? "" : `, after ${steps} steps`}`;
  };
  return {
    layer,
    title: `Where ${label} ends from every start`,
    note: "Darker: more steps",
    columns: columns.values,
    rows: rows.values,
    codes: found.codes,
    shades: shadesOf(found.steps, picture.steps),
    classes,
    tell,
    arrows: null,
  };
}

/** @returns {Omit<Surveyed, "done">} */
function differenceOf(sides, { layer, runs }, { kinds }) {
  const [{ grid: { minima, columns, rows } }] = sides;
  const labels = runs.map(({ label }) => label);
  const words = wordsOf((theme) => endings(minima, kinds, theme));
  const codes = sides.map(({ found }) => found.codes);
  return {
    layer,
    title: `Which minimum ${labels[0]} and ${labels[1]} reach from every start`,
    note: "",
    columns: columns.values,
    rows: rows.values,
    codes: differences(codes[0], codes[1], minima.length + 1),
    shades: null,
    classes: (theme) => comparisons(labels, theme),
    tell: (cell) => `From here ${labels.map((label, k) => `${label}: ${words[codes[k][cell]]}`).join("; ")}`,
    arrows: null,
  };
}
