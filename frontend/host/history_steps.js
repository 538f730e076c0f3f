// Undo and redo of what is shown: a change that is still on its way to the server comes into the history first, or the
// change before it would be undone as well.

const PATIENCE_MS = 3000; // after which a change is no longer waited for: the server may have refused it

/** @typedef {{undo: () => void, redo: () => void}} Steps through the history */

/** @implements {Steps} */
export class HistorySteps {
  #steps;
  #ahead;
  #stop;
  /** @type {(() => void)|null} asked for while the picture is ahead of the server */
  #waiting = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #patience;

  /** @param {Steps} steps @param {Pick<import("./flag.js").Flag, "on"|"listen">} ahead whether a change is on its way */
  constructor(steps, ahead) {
    [this.#steps, this.#ahead] = [steps, ahead];
    this.#stop = ahead.listen(() => this.#go());
  }

  undo() {
    this.#ask(() => this.#steps.undo());
  }

  redo() {
    this.#ask(() => this.#steps.redo());
  }

  destroy() {
    clearTimeout(this.#patience);
    this.#stop();
  }

  /** @param {() => void} step */
  #ask(step) {
    this.#waiting = step;
    clearTimeout(this.#patience);
    if (this.#ahead.on) this.#patience = setTimeout(() => this.#take(), PATIENCE_MS);
    else this.#take();
  }

  #go() {
    if (!this.#ahead.on) this.#take();
  }

  #take() {
    clearTimeout(this.#patience);
    const step = this.#waiting;
    this.#waiting = null;
    step?.();
  }
}
