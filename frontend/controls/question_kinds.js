// The kinds of a lesson's question.

import { createChoice, createOrder, createPin } from "./answer_forms.js";
import { ofChoice, ofOrder, ofPin } from "./verdict.js";

/**
 * @typedef {import("../data/picture.js").Lesson} Lesson
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./verdict.js").Prediction} Prediction
 * @typedef {import("./verdict.js").Entrant} Entrant
 * @typedef {import("./question_bar.js").QuestionListener} Listener
 *
 * @typedef {Object} QuestionKind
 * @property {(lesson: Lesson, runs: Entrant[], listener: Listener) => import("./answer_forms.js").AnswerForm} form how it is answered
 * @property {(lesson: Lesson, runs: Entrant[], prediction: any) => string} verdict what is said of a prediction, null if there is none
 * @property {(lesson: Lesson, runs: Entrant[]) => Run|undefined} pinned whose end a pin is to be put at, in a race
 */

/** @type {Record<Lesson["kind"], QuestionKind>} */
export const QUESTION_KINDS = {
  choice: {
    form: ({ options }, _, { onAnswer }) => createChoice(options, onAnswer),
    verdict: ({ options, answer }, _, prediction) => ofChoice(options, Number(answer), prediction),
    pinned: () => undefined,
  },
  order: {
    form: (_, runs, { onAnswer }) => createOrder(runs, onAnswer),
    verdict: ({ answer }, runs, prediction) => ofOrder(/** @type {string[]} */ (answer), runs, prediction),
    pinned: () => undefined,
  },
  pin: {
    form: (_lesson, _runs, { readPin, onAnswer }) => createPin(readPin, onAnswer),
    verdict: (lesson, runs, prediction) => ofPin(QUESTION_KINDS.pin.pinned(lesson, runs), prediction),
    pinned: ({ answer }, runs) => /** @type {Run|undefined} */ (runs.find(({ id }) => id === answer)),
  },
};
