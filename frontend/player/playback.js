// The playback: the current step, moved by the person or by the clock, drawn once per frame, settled at rest.

import { STEPS_PER_SECOND } from "../controls/speeds.js";
import { Clock } from "./clock.js";

const RACE_SECONDS = 10; // that a whole race takes at the speed null
const [SLOWEST, FASTEST] = [1 / 60, 8]; // bounds of that speed: a step a second, and what an eye can still follow
const SETTLE_MS = 400; // without a move until the graphs are brought up to the step: longer than a pause in a drag

/**
 * @typedef {Object} PlaybackListener
 * @property {(step: number) => void} onStep the step has changed, nothing is drawn yet
 * @property {(step: number) => void} onDraw draw it; called within an animation frame
 * @property {(playing: boolean, step: number) => void} onPlaying
 * @property {(factor: number|null) => void} onSpeed
 * @property {(settled: boolean) => void} onSettled false once something moves, true when it has been still for a while
 */

export class Playback {
  /** @type {PlaybackListener} */
  #listener;
  #clock = new Clock({ onStep: (step) => this.#advance(step), onStop: () => this.#stopped() });
  #step = 0;
  #steps = 0;
  /** @type {number|null} */
  #speed = null;
  #request = 0; // the animation frame that will draw the step
  /** @type {ReturnType<typeof setTimeout>|undefined} ends the unrest */
  #settling;

  /** Sets the listener, before anything moves. @param {PlaybackListener} listener */
  follow(listener) {
    this.#listener = listener;
  }

  get step() {
    return this.#step;
  }

  get steps() {
    return this.#steps;
  }

  /** The step, but null at the end. */
  get stepBeforeEnd() {
    return this.#step === this.#steps ? null : this.#step;
  }

  get speed() {
    return this.#speed;
  }

  get playing() {
    return this.#clock.playing;
  }

  /** @param {number} to */
  goTo(to) {
    this.pause();
    this.#step = Math.max(0, Math.min(to, this.#steps));
    this.#listener.onStep(this.#step);
    this.#drawSoon();
    this.settleSoon();
  }

  /** @param {number} by steps, backward if negative */
  moveBy(by) {
    this.goTo(this.#step + by);
  }

  toEnd() {
    this.goTo(this.#steps);
  }

  pause() {
    if (!this.playing) return;
    this.#clock.pause();
    this.#stopped();
  }

  /** Pauses or plays; at the end, plays from the start. */
  toggle() {
    if (this.playing) this.pause();
    else if (this.#steps > 0) this.#play();
  }

  /** @param {number|null} factor 1 is sixty steps a second; null is the whole race in about ten seconds */
  setSpeed(factor) {
    this.#speed = factor;
    this.#setClock();
    this.#listener.onSpeed(factor);
  }

  /** Reports that the playback has settled, once nothing has moved for a while. */
  settleSoon() {
    this.#listener.onSettled(false);
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      if (!this.playing) this.#listener.onSettled(true);
    }, SETTLE_MS);
  }

  /** Takes the length of a picture in which `begin` follows. @param {number} steps */
  setSteps(steps) {
    this.pause();
    this.#steps = steps;
    this.#setClock();
  }

  /** Begins at a step. @param {number|null} at null is the end */
  begin(at) {
    this.#step = Math.max(0, Math.min(at ?? this.#steps, this.#steps));
    this.#listener.onStep(this.#step);
  }

  /** Goes to a step of another picture, unless it plays. @param {number} step */
  openAt(step) {
    if (!this.playing) this.begin(step);
  }

  /**
   * Keeps the step in a picture of another length; the end stays the end, and playing goes on.
   * @param {number} steps of the picture
   */
  fit(steps) {
    const atEnd = this.#step === this.#steps && !this.playing;
    if (steps !== this.#steps) {
      this.#steps = steps;
      this.#setClock();
    }
    this.#step = atEnd ? steps : Math.min(this.#step, steps);
    this.#listener.onStep(this.#step);
    if (this.playing) this.#clock.play(this.#step, steps);
  }

  destroy() {
    this.#clock.pause();
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#settling);
  }

  #setClock() {
    const byItself = this.#steps / (RACE_SECONDS * STEPS_PER_SECOND);
    this.#clock.setSpeed(this.#speed ?? Math.min(FASTEST, Math.max(SLOWEST, byItself)));
  }

  #play() {
    if (this.#step === this.#steps) {
      this.#step = 0;
      this.#listener.onStep(0);
      this.#drawSoon();
    }
    this.#clock.play(this.#step, this.#steps);
    this.#listener.onPlaying(true, this.#step);
  }

  /** @param {number} step */
  #advance(step) {
    this.#step = step;
    this.#listener.onSettled(false);
    this.#listener.onStep(step);
    this.#listener.onDraw(step);
  }

  #stopped() {
    this.#listener.onPlaying(false, this.#step);
    this.settleSoon();
  }

  /** Draws the step in the next frame: several moves within one frame are drawn once. */
  #drawSoon() {
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(() => this.#listener.onDraw(this.#step));
  }
}
