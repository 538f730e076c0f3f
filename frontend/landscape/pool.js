// A pool of workers that walk paths over a grid of settings, and tell how each ends, while the page goes on.
//
// A grid is described by `Grid`: the settings of one path, as the kernels' `walk` takes them (tracing/calls.js), what
// differs from column to column and from row to row, and what tells how a path ends. Starts on a map are
//   { columns: { path: ["start", "0"], values: xs }, rows: { path: ["start", "1"], values: ys } },
// and so is any number of the settings: ["ruleParameters", "learning_rate"], ["scheduleParameters", "decay_steps"] or
// ["surfaceParameters", "condition"], at whatever values, so that a logarithmic axis is one of such values.
//
//   const pool = new Pool();
//   const found = await pool.run(grid, { signal, onProgress: (found) => draw(found) });
//
// Every 2ⁿth row and column comes first, at most 64 × 64 cells, and then those between: the arrays of `Found` always
// hold a whole picture, in which a cell that is not computed yet has the number of the nearest one that is.

import { NotKnownHere } from "../live/not_known_here.js";

const MOST_WORKERS = 4;
const AT_FIRST = 4096; // cells of the coarse picture, at most
const PART = 8; // ms that a worker is to compute at a time: so soon it is free for another grid
const SMALLEST_PART = 8; // cells
const AHEAD = 2; // parts that a worker has been given, so that it need not wait for the next

/**
 * What differs between the columns of a grid, or its rows.
 * @typedef {Object} Axis @property {string[]} path to a number of the settings @property {Float64Array} values from left to right, or upwards
 * @property {(Object|null)[]|null} [settings] of rows: what else a path has there; null where that is not known, and nothing is computed
 *
 * @typedef {Object} Grid
 * @property {string} kernels the address of the kernels' module; "" where the document holds them, as a handout does
 * @property {Object<string, any>} settings of a path: surface, surfaceParameters, rule, ruleParameters, schedule, scheduleParameters,
 *   start, steps, and errors, batches and rates if there are any @property {Axis} columns @property {Axis} rows
 * @property {number[][]} window of the surface @property {number|null} lowest loss of the surface
 * @property {number|null} valley the loss along a curve of lowest points, if the surface has one
 * @property {number[][]} minima [x, y] of the surface: a code below their number is one of them, the next one another minimum,
 *   and those after it are the `KINDS` of the kernels that are no minima @property {number} reach how near a path has to come for its steps to be counted
 * @property {boolean} [toMinimum] whether to one of the minima, or else to where it ends itself
 *
 * What is found in every cell, row by row, the first row at the bottom.
 * @typedef {Object} Found
 * @property {Uint8Array} codes how paths end @property {Float32Array} steps until they are within reach; NaN where they never are
 * @property {Float64Array} losses at their last finite points @property {number} done the share of the cells that are computed, up to 1
 *
 * @typedef {{post: (message: any) => void, listen: (hear: (message: any) => void) => void, end: () => void}} Hired a worker
 *
 * @typedef {Object} Job that is being done
 * @property {number} number @property {Grid} grid @property {Found} found @property {Pass[]} passes @property {number} ahead cells to come
 * @property {(found: Found) => void} onProgress @property {(found: Found) => void} resolve @property {(reason: any) => void} reject
 *
 * Cells with a distance of `stride` rows and columns, which stand for those around them.
 * @typedef {{cells: Int32Array, stride: number, given: number, back: number}} Pass
 */

export class Pool {
  #hire;
  #count;
  /** @type {Hired[]} */
  #workers = [];
  /** The kernels of the workers. @type {string|null} */
  #kernels = null;
  /** @type {Job|null} */
  #job = null;
  #jobs = 0;
  /** ms, as the last parts took it */
  #perCell = 0.02;

  /** @param {{hire?: (kernels: string) => Hired, count?: number}} [given] how a worker is made, and how many there may be */
  constructor({ hire = hired, count = navigator.hardwareConcurrency } = {}) {
    this.#hire = hire;
    this.#count = Math.max(1, Math.min(count, MOST_WORKERS));
  }

  /**
   * Computes a grid, and gives up the one before it.
   * @param {Grid} grid @param {{signal?: AbortSignal, onProgress?: (found: Found) => void}} [given] `onProgress` is called first
   *   with the coarse picture and then with each part; a signal ends the work
   * @returns {Promise<Found>} rejected with an AbortError if it is given up, and with NotKnownHere where it cannot be computed
   */
  run(grid, { signal, onProgress = () => {} } = {}) {
    this.#giveUp();
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(aborted());
      const count = grid.columns.values.length * grid.rows.values.length;
      const found = {
        codes: new Uint8Array(count),
        steps: new Float32Array(count),
        losses: new Float64Array(count),
        done: 0,
      };
      const number = this.#jobs += 1;
      const job = { number, grid, found, passes: passesOf(grid), ahead: count, onProgress, resolve, reject };
      this.#job = job;
      signal?.addEventListener("abort", () => job === this.#job && this.#giveUp());
      try {
        this.#gather(grid.kernels);
      } catch {
        return this.#fail(new NotKnownHere("This browser computes nothing beside the page."));
      }
      const { kernels: _, ...shared } = grid;
      for (const worker of this.#workers) worker.post({ job: number, shared });
      for (let round = 0; round < AHEAD; round += 1) this.#workers.forEach((worker) => this.#give(worker));
    });
  }

  /** Ends the workers. */
  destroy() {
    this.#giveUp();
    this.#dismiss();
  }

  /** Sees that there are workers, with these kernels. @param {string} kernels */
  #gather(kernels) {
    if (kernels === this.#kernels) return;
    this.#dismiss();
    for (let k = 0; k < this.#count; k += 1) {
      const worker = this.#hire(kernels);
      this.#workers.push(worker);
      worker.listen((message) => this.#take(worker, message));
    }
    this.#kernels = kernels;
  }

  #dismiss() {
    for (const worker of this.#workers) worker.end();
    this.#workers = [];
    this.#kernels = null;
  }

  #giveUp() {
    const job = this.#job;
    this.#job = null;
    job?.reject(aborted());
  }

  /** @param {Error} error */
  #fail(error) {
    const job = this.#job;
    this.#job = null;
    this.#dismiss();
    job?.reject(error);
  }

  /** Gives a worker the next part. @param {Hired} worker */
  #give(worker) {
    const job = this.#job;
    const pass = job?.passes.find(({ cells, given }) => given < cells.length);
    if (!pass) return;
    const size = Math.max(SMALLEST_PART, Math.round(PART / this.#perCell));
    // The last parts are smaller, so that no worker is still busy when the others are done.
    const fair = Math.ceil((pass.cells.length - pass.given) / (AHEAD * this.#workers.length));
    const from = pass.given;
    pass.given += Math.min(size, Math.max(fair, SMALLEST_PART));
    const cells = pass.cells.slice(from, pass.given);
    worker.post({ job: job.number, stride: pass.stride, cells });
  }

  /** Takes what a worker has found. @param {Hired} worker @param {any} message */
  #take(worker, { job: number, stride, cells, found, ms, error }) {
    const job = this.#job;
    if (error) {
      if (number === undefined || number === job?.number) this.#fail(new NotKnownHere(error));
      return;
    }
    this.#perCell = ms / cells.length || this.#perCell;
    if (!job || number !== job.number) return;
    this.#give(worker);
    place(job.grid, job.found, found, cells, stride);
    const pass = job.passes.find((each) => each.stride === stride);
    pass.back += cells.length;
    job.ahead -= cells.length;
    job.found.done = 1 - job.ahead / job.found.codes.length;
    if (job.passes[0].back === job.passes[0].cells.length) job.onProgress(job.found);
    if (job.ahead > 0 || job !== this.#job) return;
    this.#job = null;
    job.resolve(job.found);
  }
}

/** The cells of a grid, coarse first. @param {Grid} grid @returns {Pass[]} */
export function passesOf({ columns, rows }) {
  const [width, height] = [columns.values.length, rows.values.length];
  let first = 1;
  while (Math.ceil(width / first) * Math.ceil(height / first) > AT_FIRST) first *= 2;
  const passes = [];
  for (let stride = first; stride >= 1; stride /= 2) {
    const cells = [];
    for (let row = 0; row < height; row += stride) {
      for (let column = 0; column < width; column += stride) {
        const isKnown = stride < first && row % (2 * stride) === 0 && column % (2 * stride) === 0;
        if (!isKnown) cells.push(row * width + column);
      }
    }
    if (cells.length > 0) passes.push({ cells: Int32Array.from(cells), stride, given: 0, back: 0 });
  }
  return passes;
}

/**
 * Writes what is found into the cells that it stands for.
 * @param {Grid} grid @param {Found} whole @param {Omit<Found, "done">} part @param {Int32Array} cells @param {number} stride
 */
function place({ columns, rows }, whole, part, cells, stride) {
  const [width, height] = [columns.values.length, rows.values.length];
  const half = Math.floor(stride / 2);
  if (stride === 1) {
    for (const name of /** @type {const} */ (["codes", "steps", "losses"])) {
      for (let k = 0; k < cells.length; k += 1) whole[name][cells[k]] = part[name][k];
    }
    return;
  }
  for (let k = 0; k < cells.length; k += 1) {
    const [row, column] = [Math.floor(cells[k] / width), cells[k] % width];
    const [left, right] = [Math.max(column - half, 0), Math.min(column - half + stride, width)];
    const top = Math.min(row - half + stride, height);
    for (let each = Math.max(row - half, 0); each < top; each += 1) {
      whole.codes.fill(part.codes[k], each * width + left, each * width + right);
      whole.steps.fill(part.steps[k], each * width + left, each * width + right);
      whole.losses.fill(part.losses[k], each * width + left, each * width + right);
    }
  }
}

const aborted = () => new DOMException("Another grid is computed.", "AbortError");

/**
 * What a worker does: it keeps what all parts of a grid share, and computes one part after another. It has the text of
 * this function alone.
 * @param {any} kernels @param {any} scope of the worker
 */
function work(kernels, scope) {
  let shared = null;
  scope.onmessage = ({ data }) => {
    if (data.shared) {
      shared = data.shared;
      return;
    }
    const { job, stride, cells } = data;
    const began = performance.now();
    try {
      const { settings, ...more } = shared;
      const found = kernels.ends({ ...settings, ...more, cells });
      const ms = performance.now() - began;
      const transfer = [cells, found.codes, found.steps, found.losses].map((array) => array.buffer);
      scope.postMessage({ job, stride, cells, found, ms }, { transfer });
    } catch (error) {
      scope.postMessage({ job, error: error.message });
    }
  };
}

/**
 * Makes a worker, whose text imports the kernels, or holds them as the document does.
 * @param {string} kernels @returns {Hired}
 */
function hired(kernels) {
  const inside = /** @type {any} */ (globalThis).downhillMakeKernels;
  const head = kernels ? `import * as kernels from ${JSON.stringify(kernels)};` : `const kernels = (${inside})();`;
  const address = URL.createObjectURL(new Blob([head, `(${work})(kernels, self);`], { type: "text/javascript" }));
  // From a file, browsers start no worker that is a module.
  const worker = new Worker(address, { type: kernels ? "module" : "classic" });
  return {
    post: (message) => worker.postMessage(message),
    listen(hear) {
      worker.onmessage = ({ data }) => hear(data);
      worker.onerror = () => hear({ error: "This browser computes nothing beside the page." });
    },
    end() {
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}
