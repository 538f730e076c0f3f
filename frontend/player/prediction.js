// Predict first: of a race whose results are hidden, no more is in the document than the steps that its link shows. To
// play on, or to step on, shows the paths; at their end, or when it is asked for, the results are revealed in words.

import { concealed, cutAfter } from "../data/outcome.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {Pick<import("../host/flag.js").Flag, "on"|"set">} Reveal
 */

export class Prediction {
  #reveal;
  #onPlayed;
  #step = 0; // as far as the race is shown
  #isPlayed = false; // whether somebody has gone on from there

  /** @param {Reveal} reveal @param {() => void} onPlayed hears that the paths can be seen from now on */
  constructor(reveal, onPlayed) {
    [this.#reveal, this.#onPlayed] = [reveal, onPlayed];
  }

  /** The step that is shown until somebody goes on. */
  get step() {
    return this.#step;
  }

  /** Begins with another picture: at the step of its link, but at the start if that is the end of the race. @param {number|null} step @param {number} steps */
  begin(step, steps) {
    this.#step = step === null || step >= steps ? 0 : step;
    this.#isPlayed = false;
  }

  /** Hides the results again, and the paths, when the step that is shown at first has been gone to. */
  hide() {
    this.#isPlayed = false;
    this.#reveal.set(false);
  }

  /** Whether results of a picture are hidden now. @param {Pick<Picture, "predict">|null} picture */
  conceals(picture) {
    return Boolean(picture?.predict) && !this.#reveal.on;
  }

  /** Gives what may be shown of a picture. @param {Picture} picture @returns {Picture} */
  shownOf(picture) {
    if (!this.conceals(picture)) return picture;
    const runs = picture.runs.map(concealed);
    return { ...picture, runs: this.#isPlayed ? runs : runs.map((run) => cutAfter(run, this.#step + 1)) };
  }

  /** Takes the step of the playback. @param {Picture|null} picture @param {number} step */
  reach(picture, step) {
    if (!this.conceals(picture)) return;
    if (!this.#isPlayed && step > this.#step) {
      this.#isPlayed = true;
      this.#onPlayed();
    }
    if (this.#isPlayed && step === picture.steps) this.#reveal.set(true);
  }
}
