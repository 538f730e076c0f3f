// Passes playback events to transport, contenders, stage and attributes.

import { setAttribute } from "../dom/elements.js";

/**
 * @typedef {import("./playback.js").PlaybackListener} PlaybackListener
 *
 * @typedef {Object} Parts
 * @property {HTMLElement} root the player @property {import("./playback.js").Playback} playback
 * @property {import("../controls/transport.js").Transport} transport
 * @property {import("./contenders.js").Contenders} contenders @property {import("./stage.js").Stage} stage
 * @property {import("./questioner.js").Questioner} questioner
 * @property {{reportSoon: () => void}} reporter of the view
 */

/** @implements {PlaybackListener} */
export class Follower {
  #parts;
  #onReach;
  #frames = 0;

  /** @param {Parts} parts @param {(step: number) => void} onReach hears of every step, before it is drawn */
  constructor(parts, onReach) {
    [this.#parts, this.#onReach] = [parts, onReach];
  }

  /** @param {number} step */
  onStep(step) {
    const { root, playback, transport, contenders, questioner } = this.#parts;
    transport.setStep(step);
    contenders.setStep(step);
    questioner.setStep(step, playback.steps);
    setAttribute(root, "data-step", step);
    if (!playback.playing) transport.announceStep(step);
    this.#onReach(step);
  }

  /** @param {number} step */
  onDraw(step) {
    const { root, playback, contenders, stage } = this.#parts;
    stage.draw(step);
    contenders.draw(step, playback.playing);
    this.#frames += 1;
    setAttribute(root, "data-frames", this.#frames);
  }

  /** @param {boolean} playing @param {number} step */
  onPlaying(playing, step) {
    const { root, transport } = this.#parts;
    transport.setPlaying(playing);
    transport.announceStep(step);
    setAttribute(root, "data-playing", playing);
  }

  /** @param {number} factor */
  onSpeed(factor) {
    const { transport, reporter } = this.#parts;
    transport.setSpeed(factor);
    reporter.reportSoon();
  }

  /** @param {boolean} settled */
  onSettled(settled) {
    const { root, playback, contenders, stage, reporter } = this.#parts;
    if (settled) {
      stage.settle();
      contenders.draw(playback.step, false);
      contenders.announce(playback.step);
      reporter.reportSoon();
    }
    setAttribute(root, "data-settled", settled);
  }
}
