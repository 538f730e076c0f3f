// The clock of a playback: which step is due, at sixty steps a second times the speed. It draws nothing.

import { STEPS_PER_SECOND } from "../controls/speeds.js";

export class Clock {
  #listener;
  #request = 0; // 0 at rest
  /** @type {{time: number, step: number}|null} from which the due step is counted */
  #origin = null;
  #step = 0;
  #steps = 0;
  #speed = 1;

  /**
   * @param {{onStep: (step: number) => void, onStop: () => void}} listener `onStep` is called within an animation frame
   */
  constructor(listener) {
    this.#listener = listener;
  }

  get playing() {
    return this.#request !== 0;
  }

  /** Plays on from a step. @param {number} from @param {number} to */
  play(from, to) {
    this.#step = from;
    this.#steps = to;
    this.#origin = null;
    if (!this.playing) this.#request = requestAnimationFrame(this.#tick);
  }

  pause() {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
  }

  /** @param {number} factor 1 is sixty steps a second */
  setSpeed(factor) {
    this.#speed = factor;
    this.#origin = null;
  }

  /** @param {number} now ms */
  #tick = (now) => {
    this.#origin ??= { time: now, step: this.#step };
    const seconds = (now - this.#origin.time) / 1000;
    // Rounded, not floored: frames come a hair early as often as late, and a floor would skip every other one.
    const due = this.#origin.step + Math.round(seconds * STEPS_PER_SECOND * this.#speed);
    const next = Math.min(due, this.#steps);
    this.#request = next < this.#steps ? requestAnimationFrame(this.#tick) : 0;
    if (next !== this.#step) {
      this.#step = next;
      this.#listener.onStep(next);
    }
    if (!this.playing) this.#listener.onStop();
  };
}
