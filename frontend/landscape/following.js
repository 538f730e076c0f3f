// Grids that follow a hand: each change wants another one, sooner than a picture is there.

/**
 * @typedef {import("./pool.js").Grid} Grid
 * @typedef {import("./pool.js").Found} Found
 */

/** Computes the grid that is wanted last: at least a coarse picture of one before it is given up for the next. */
export class Following {
  #pool;
  #onFound;
  #onFail;
  /** @type {Grid|null} the one that is computed */
  #grid = null;
  /** @type {Grid|null} the one that is wanted after it */
  #next = null;
  #isCoarse = false; // whether a picture of the grid is there
  #control = new AbortController();

  /**
   * @param {Pick<import("./pool.js").Pool, "run">} pool that computes nothing else
   * @param {(found: Found, grid: Grid) => void} onFound hears of every picture that is finer than the one before
   * @param {(error: Error) => void} onFail hears why a grid cannot be computed
   */
  constructor(pool, onFound, onFail) {
    this.#pool = pool;
    this.#onFound = onFound;
    this.#onFail = onFail;
  }

  /** Takes the grid that is wanted from now on. @param {Grid} grid */
  want(grid) {
    if (this.#grid && !this.#isCoarse) this.#next = grid;
    else this.#compute(grid);
  }

  /** Gives up what is computed. */
  stop() {
    this.#next = null;
    this.#control.abort();
  }

  /** @param {Grid} grid */
  async #compute(grid) {
    this.#grid = grid;
    this.#control = new AbortController();
    this.#isCoarse = false;
    const onProgress = (found) => {
      this.#isCoarse = true;
      this.#onFound(found, grid);
      const next = this.#next;
      this.#next = null;
      if (next) this.#compute(next);
    };
    try {
      await this.#pool.run(grid, { onProgress, signal: this.#control.signal });
    } catch (error) {
      if (error.name !== "AbortError") this.#onFail(error);
    }
    if (this.#grid !== grid) return;
    this.#grid = null;
    const next = this.#next;
    this.#next = null;
    if (next) this.#compute(next);
  }
}
