// What the curves run over: updates, on the loss of a data set also epochs or examples seen, and where optimizers ask for
// unlike things, what they have asked for.

import { batchesPerEpoch, drawingOf, examplesSeen } from "../live/batches.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 */

/** Every axis by key: its name as a choice, its title, and what else is to be said. @type {Object<string, {name: string, title: string, hint?: string}>} */
export const AXES = {
  updates: { name: "Steps", title: "step" },
  epochs: { name: "Epochs", title: "epochs: examples seen \u00f7 n" },
  examples: { name: "Examples", title: "examples seen" },
  evaluations: {
    name: "Evaluations",
    title: "evaluations, in gradients",
    hint: "A gradient counts 1, a loss \u2153, and a Hessian 2: as many gradients as there are weights.",
  },
};

const MAX_EPOCH_MARKS = 25; // of epochs: more would be a grey ground

let counted = new Float64Array(0); // the steps 0, 1, 2, …, as many as have been needed

/** @param {number} count */
function stepsUpTo(count) {
  if (count > counted.length) counted = Float64Array.from({ length: 2 * count }, (_, step) => step);
  return counted.subarray(0, count);
}

/** The axes that a picture can have, as keys of `AXES`. @param {Pick<Picture, "surface"|"runs">} picture */
export const axesOf = ({ surface, runs }) => [
  "updates",
  ...(surface.data ? ["epochs", "examples"] : []),
  ...(runs.some(({ work }) => work) ? ["evaluations"] : []),
];

/** The axis of a picture. @param {Pick<Picture, "surface"|"runs">} picture @param {string} wanted a key of `AXES` */
export const axisOf = (picture, wanted) => (axesOf(picture).includes(wanted) ? wanted : "updates");

/**
 * Where each point of a run is on the axis.
 * @param {Picture} picture @param {Run} run @param {string} axis a key of `AXES` @returns {Float64Array}
 */
export function placesOf(picture, run, axis) {
  const count = run.x.length;
  if (axis === "evaluations" && run.work) return run.work.subarray(0, count);
  // A rule asks for one gradient an update; that of a batch counts as its share of the examples.
  if (axis === "updates" || !picture.surface.data) return stepsUpTo(count);
  const drawn = drawingOf(picture, run, run.terms);
  const unit = axis === "examples" ? 1 : drawn.examples;
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
