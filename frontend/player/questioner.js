// Asks the question of a lesson before its picture runs, and says afterwards how far off the prediction was.

import { QuestionBar } from "../controls/question_bar.js";
import { QUESTION_KINDS } from "../controls/question_kinds.js";
import { distanceOff, endOf } from "../controls/verdict.js";
import { setAttribute } from "../dom/elements.js";
import { answers } from "../host/answers.js";
import { reveal } from "../host/reveal.js";

/**
 * @typedef {Object} Questioned the picture of a page, as far as it is asked about
 * @property {import("../data/picture.js").Lesson|null} lesson
 * @property {import("../controls/verdict.js").Entrant[]} runs @property {boolean} predict
 * @property {import("../data/picture.js").Surface} [surface] on which a pin can be put
 *
 * @typedef {import("../controls/verdict.js").Prediction} Prediction
 *
 * @typedef {Object} QuestionerListener
 * @property {(isSkipped: boolean) => void} onAnswered @property {() => void} onPin the pin is elsewhere, or gone
 */

export class Questioner {
  #root;
  #listener;
  #bar;
  /** @type {Questioned|null} with all of its race */
  #picture = null;
  /** @type {string|null} the asking that the prediction belongs to */
  #asked = null;
  /** @type {Prediction|null} null before it is given, and where the question is skipped */
  #prediction = null;
  /** @type {number[]} where the pin is */
  #point = [0, 0];
  #isTold = false;

  /** @param {{root: HTMLElement, question: HTMLElement}} skeleton @param {QuestionerListener} listener */
  constructor({ root, question }, listener) {
    [this.#root, this.#listener] = [root, listener];
    this.#bar = new QuestionBar(question, {
      onAnswer: (prediction) => this.#answer(prediction, false),
      onSkip: () => this.#answer(null, true),
      readPin: () => this.#point,
    });
  }

  /** Whether a question waits for its answer: nothing is shown then but how the race begins. */
  get isOpen() {
    return answers.isAwaited(this.#picture?.lesson);
  }

  /**
   * Takes every picture, with all of its race.
   * @param {Questioned} whole @param {boolean} isOriginal whether it is as its scene had it, which alone can be asked about
   */
  take(whole, isOriginal) {
    const picture = isOriginal ? whole : withoutQuestion(whole);
    const { lesson, surface } = picture;
    const isNew = (lesson?.asked ?? null) !== this.#asked || lesson?.words !== this.#picture?.lesson?.words;
    this.#picture = picture;
    setAttribute(this.#root, "data-asking", lesson ? this.isOpen : "");
    this.#bar.setShown(lesson !== null);
    if (lesson === null) return;
    if (isNew) this.#begin(lesson, surface);
    else if (!this.isOpen) this.#tell();
  }

  /** @param {import("../data/picture.js").Lesson} lesson @param {import("../data/picture.js").Surface} [surface] */
  #begin(lesson, surface) {
    [this.#asked, this.#prediction] = [lesson.asked, null];
    this.#isTold = !this.isOpen;
    this.#point = surface?.window.map(([low, high]) => (low + high) / 2) ?? [];
    if (this.isOpen) this.#bar.ask(lesson, this.#picture.runs);
    else this.#tell();
    this.#listener.onPin();
  }

  /** The pin on the map, and where the path ends once that is told. @returns {import("../map/pin.js").Pinned|null} */
  get pin() {
    const run = this.#pinnedRun;
    if (!run) return null;
    if (!this.isOpen && this.#prediction === null) return null;
    const end = this.#isTold ? endOf(run) : null;
    const { color, label: name } = run;
    return { point: this.#point, color, name, isMovable: this.isOpen, end, distance: distanceOff(this.#point, run) };
  }

  /** The run at whose end the pin is to be put, if the question is of that kind. */
  get #pinnedRun() {
    const { lesson, runs } = this.#picture ?? { lesson: null, runs: [] };
    return lesson ? QUESTION_KINDS[lesson.kind].pinned(lesson, runs) : undefined;
  }

  /** Puts the pin somewhere else, if there is one to be put. @param {number[]} point */
  setPin(point) {
    if (!this.isOpen || !this.#pinnedRun) return;
    this.#point = point;
    this.#listener.onPin();
  }

  /** Presses the answer of that number. @param {number} index */
  press(index) {
    this.#bar.press(index);
  }

  /** Lets the race answer, without a prediction. */
  reveal() {
    if (this.isOpen) this.#answer(null, false);
  }

  /** Something of the race is changed, so that the answer is no longer its own. */
  leave() {
    if (this.isOpen) this.#answer(null, true);
  }

  /** The race is at a step: at its end the verdict is due. @param {number} step @param {number} steps */
  setStep(step, steps) {
    if (this.#isTold || this.isOpen || step < steps || !this.#picture?.lesson) return;
    this.#isTold = true;
    this.#tell();
    this.#listener.onPin();
  }

  destroy() {
    this.#bar.destroy();
  }

  /** @param {Prediction|null} prediction @param {boolean} isSkipped */
  #answer(prediction, isSkipped) {
    this.#prediction = prediction;
    this.#isTold = isSkipped;
    this.#tell();
    answers.give(this.#asked);
    this.#listener.onPin(); // it is fixed, or gone
    this.#listener.onAnswered(isSkipped);
  }

  #tell() {
    const { lesson, runs, predict } = this.#picture;
    const isConcealed = predict && !reveal.on;
    // Of a race that has been changed neither the answer need be true, nor why.
    const isTold = this.#isTold && lesson.own && !isConcealed;
    const verdict = () => QUESTION_KINDS[lesson.kind].verdict(lesson, runs, this.#prediction);
    this.#bar.tell(lesson.words, isTold ? `${verdict()} ${lesson.why}` : "");
  }
}

/** A picture that something has been changed in, so that the answer is no longer its own. @param {Questioned} picture @returns {Questioned} */
const withoutQuestion = (picture) => ({
  ...picture,
  lesson: picture.lesson && { ...picture.lesson, own: false, asked: null },
});
