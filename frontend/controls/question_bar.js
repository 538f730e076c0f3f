// The bar of a lesson: its question and what to press, until it is answered; then the verdict, and why.

import { element, setHidden, setText } from "../dom/elements.js";
import { QUESTION_KINDS } from "./question_kinds.js";

/**
 * @typedef {import("../data/picture.js").Lesson} Lesson
 * @typedef {import("./verdict.js").Entrant} Entrant
 *
 * @typedef {Object} QuestionListener
 * @property {(prediction: import("./verdict.js").Prediction) => void} onAnswer
 * @property {() => void} onSkip @property {() => number[]} readPin
 */

export class QuestionBar {
  #bar;
  #listener;
  #words = element("p", { class: "downhill-question-words" });
  #answers = element("div", { class: "downhill-answers" });
  #verdict = element("p", { class: "downhill-verdict", role: "status" });
  /** @type {import("./answer_forms.js").AnswerForm|null} */
  #form = null;

  /** @param {HTMLElement} bar @param {QuestionListener} listener */
  constructor(bar, listener) {
    [this.#bar, this.#listener] = [bar, listener];
    bar.append(this.#words, this.#answers, this.#verdict);
  }

  /** Asks. @param {Lesson} lesson @param {Entrant[]} runs */
  ask(lesson, runs) {
    this.#say(lesson.words, "");
    this.#form = QUESTION_KINDS[lesson.kind].form(lesson, runs, this.#listener);
    const skip = element("button", { type: "button", class: "downhill-quiet-button downhill-skip" }, "Show the answer");
    skip.addEventListener("click", this.#listener.onSkip);
    this.#answers.replaceChildren(...this.#form.nodes, skip);
  }

  /** Says something in the place of the answers. @param {string} question @param {string} words */
  tell(question, words) {
    this.#form = null;
    this.#answers.replaceChildren();
    this.#say(question, words);
  }

  /** @param {boolean} isShown */
  setShown(isShown) {
    setHidden(this.#bar, !isShown);
  }

  /** Presses the answer of that number. @param {number} index */
  press(index) {
    this.#form?.press(index);
  }

  destroy() {
    this.#bar.replaceChildren();
  }

  #say(question, words) {
    setText(this.#words, question);
    setText(this.#verdict, words);
  }
}
