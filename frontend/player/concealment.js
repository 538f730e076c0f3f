// What of a race may be shown: nothing while a lesson asks about it, and no more than is to be predicted from until the
// results are revealed.

import { beforeRace } from "../data/before_race.js";
import { Prediction } from "./prediction.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("./view.js").View} View
 */

export class Concealment {
  #playback;
  #questioner;
  #reveal;
  #prediction;

  /**
   * @param {Pick<import("./playback.js").Playback, "begin"|"goTo"|"toEnd">} playback
   * @param {Pick<import("./questioner.js").Questioner, "isOpen"|"reveal">} questioner
   * @param {import("./prediction.js").Reveal} reveal
   * @param {() => void} onPlayed hears that the paths can be seen from now on
   */
  constructor(playback, questioner, reveal, onPlayed) {
    [this.#playback, this.#questioner, this.#reveal] = [playback, questioner, reveal];
    this.#prediction = new Prediction(reveal, onPlayed);
  }

  /** Whether anything of a picture is concealed now. @param {Pick<Picture, "predict">|null} picture */
  conceals(picture) {
    return this.#questioner.isOpen || this.#prediction.conceals(picture);
  }

  /** Gives what may be shown of a picture. @param {Picture} picture @returns {Picture} */
  shownOf(picture) {
    return this.#questioner.isOpen ? beforeRace(picture) : this.#prediction.shownOf(picture);
  }

  /**
   * Gives the view that a picture begins with, which shows no end that is to be predicted.
   * @param {Picture} picture @param {Partial<View>|null} view null keeps the one there is
   */
  begun(picture, view) {
    if (!picture.predict || view === null) return view;
    this.#prediction.begin(view.step ?? null, picture.steps);
    this.#playback.begin(this.#prediction.step);
    this.#prediction.hide();
    return { ...view, step: this.#prediction.step };
  }

  /** Takes the step of the playback. @param {Picture|null} picture @param {number} step */
  reach(picture, step) {
    this.#prediction.reach(picture, step);
  }

  /**
   * Lets the race answer an open question. Otherwise it reveals the results and shows how they came about, or hides them
   * again and goes back to where they are predicted.
   * @param {Pick<Picture, "predict">} picture
   */
  toggle(picture) {
    if (this.#questioner.isOpen) {
      this.#questioner.reveal();
    } else if (picture.predict && this.#reveal.on) {
      this.#playback.goTo(this.#prediction.step);
      this.#prediction.hide();
    } else if (picture.predict) {
      this.#reveal.set(true);
      this.#playback.toEnd();
    }
  }
}
