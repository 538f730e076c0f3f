// What is said when the picture has answered the question: the answer, and how far off a prediction was.

import { significant } from "../dom/format.js";

/**
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Pick<Run, "id"|"label"|"slot"|"color"|"dash">} Entrant who can be put in order: a contender, or an average
 * @typedef {number|string[]|number[]} Prediction as the answer of a lesson has it; for a pin, the point where it was put
 */

const DIGITS = 3;

/** The last point of a path. @param {Pick<Run, "x"|"y">} run @returns {[number, number]} */
export const endOf = ({ x, y }) => [x[x.length - 1], y[y.length - 1]];

/** How far a pin is from the end of a path. @param {number[]} pin @param {Pick<Run, "x"|"y">} run */
export function distanceOff(pin, run) {
  const [x, y] = endOf(run);
  return Math.hypot(pin[0] - x, pin[1] - y);
}

/** @param {string[]} options @param {number} answer @param {number|null} prediction */
export function ofChoice(options, answer, prediction) {
  if (prediction === null) return `The answer is: ${options[answer]}.`;
  if (prediction === answer) return `That is right: ${options[answer]}.`;
  return `You said: ${options[prediction]}. The answer is: ${options[answer]}.`;
}

/** @param {string[]} answer @param {Entrant[]} runs @param {string[]|null} prediction */
export function ofOrder(answer, runs, prediction) {
  const names = answer.map((id) => runs.find((run) => run.id === id)?.label).join("; ");
  if (prediction === null) return `The order is: ${names}.`;
  const right = answer.filter((id, place) => prediction[place] === id).length;
  if (right === answer.length) return `That is the right order: ${names}.`;
  return `You placed ${right} of ${answer.length} correctly. The order is: ${names}.`;
}

/** @param {Run} run @param {number[]|null} pin */
export function ofPin(run, pin) {
  const place = `(${endOf(run).map((coordinate) => significant(coordinate, DIGITS)).join(", ")})`;
  if (pin === null) return `${run.label} ends at ${place}.`;
  return `Your pin is ${significant(distanceOff(pin, run), DIGITS)} away from where ${run.label} ends: ${place}.`;
}
