// What the curves run over: updates, or on the loss of a data set also epochs or examples seen.

import { batchesPerEpoch, drawingOf, examplesSeen } from "../live/batches.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 */

/** Every axis by key: its name as a choice, and its title. @type {Object<string, {name: string, title: string}>} */
export const AXES = {
  updates: { name: "Steps", title: "step" },
  epochs: { name: "Epochs", title: "epochs: examples seen \u00f7 n" },
  examples: { name: "Examples", title: "examples seen" },
};

const MAX_EPOCH_MARKS = 25; // of epochs: more would be a grey ground

let counted = new Float64Array(0); // the steps 0, 1, 2, …, as many as have been needed

/** @param {number} count */
function stepsUpTo(count) {
  if (count > counted.length) counted = Float64Array.from({ length: 2 * count }, (_, step) => step);
  return counted.subarray(0, count);
}

/** The axis that a picture can have. @param {Pick<Picture, "surface">} picture @param {string} wanted a key of `AXES` */
export const axisOf = ({ surface }, wanted) => (surface.data ? wanted : "updates");

/**
 * Where each point of a run is on the axis.
 * @param {Picture} picture @param {Run} run @param {string} axis a key of `AXES` @returns {Float64Array}
 */
export function placesOf(picture, run, axis) {
  const count = run.x.length;
  if (axis === "updates") return stepsUpTo(count);
  const drawn = drawingOf(picture, run, run.terms);
  const unit = axis === "epochs" ? drawn.examples : 1;
  return Float64Array.from({ length: count }, (_, update) => examplesSeen(drawn, update) / unit);
}

/**
 * How many updates lie between marks of epochs, and how many epochs; null where epochs mean nothing, or are the updates.
 * @param {Picture} picture @param {Run|undefined} run @returns {{updates: number, epochs: number}|null}
 */
export function epochMarks(picture, run) {
  if (!picture.surface.data || !run) return null;
  const drawn = drawingOf(picture, run, run.terms);
  const perEpoch = batchesPerEpoch(drawn);
  if (drawn.replacement || drawn.size >= drawn.examples || perEpoch > picture.steps) return null;
  const least = picture.steps / perEpoch / MAX_EPOCH_MARKS;
  const power = 10 ** Math.max(0, Math.floor(Math.log10(least)));
  const epochs = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= least);
  return { updates: epochs * perEpoch, epochs };
}
