// What the curves run over: updates, on the loss of a data set also examples seen, epochs there and where schedules count
// them, and where optimizers ask for unlike things, what they have asked for.

import { batchesPerEpoch, drawingOf, examplesSeen } from "../live/batches.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Object} Epoch an epoch as schedules count it, where there is no data to pass over
 * @property {number} updates how many it has @property {string|null} whose who counts so, where others do otherwise
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
  ...(surface.data ? ["epochs", "examples"] : scheduledEpoch(runs, null) ? ["epochs"] : []),
  ...(runs.some(({ work }) => work) ? ["evaluations"] : []),
];

/** The axis of a picture. @param {Pick<Picture, "surface"|"runs">} picture @param {string} wanted a key of `AXES` */
export const axisOf = (picture, wanted) => (axesOf(picture).includes(wanted) ? wanted : "updates");

/**
 * The epoch that schedules count: that of the run in focus or, if its schedule has none, of the first that has one.
 * @param {Pick<Run, "id"|"label"|"terms">[]} runs @param {string|null} focus @returns {Epoch|null}
 */
export function scheduledEpoch(runs, focus) {
  const updatesOf = (/** @type {Pick<Run, "terms">} */ { terms }) =>
    Number(terms.scheduleParameters.steps_per_epoch ?? 0);
  const counting = runs.filter(updatesOf);
  if (counting.length === 0) return null;
  const found = counting.find(({ id }) => id === focus) ?? counting[0];
  const updates = updatesOf(found);
  return { updates, whose: counting.every((run) => updatesOf(run) === updates) ? null : found.label };
}

/** The title of an axis. @param {Pick<Picture, "surface"|"runs">} picture @param {string} axis a key of `AXES` @param {string|null} focus */
export function titleOf({ surface, runs }, axis, focus) {
  if (axis !== "epochs" || surface.data) return AXES[axis].title;
  const { updates, whose } = scheduledEpoch(runs, focus);
  return `epochs of ${updates} updates${whose ? `, those of ${whose}` : ""}`;
}

/**
 * Where each point of a run is on the axis.
 * @param {Picture} picture @param {Run} run @param {string} axis a key of `AXES` @param {string|null} [focus]
 * @returns {Float64Array}
 */
export function placesOf(picture, run, axis, focus = null) {
  const count = run.x.length;
  if (axis === "evaluations" && run.work) return run.work.subarray(0, count);
  if (axis === "updates") return stepsUpTo(count);
  const place = placeOn(picture, run, axis, focus);
  return Float64Array.from({ length: count }, (_, update) => place(update));
}

/**
 * Where the axis ends. Examples and epochs end where the first of the runs does, even one that diverges: so all are seen
 * over the same part of the data. Others end where the last does.
 * @param {Picture} picture @param {Run[]} runs those that are shown @param {string} axis a key of `AXES`
 * @param {string|null} [focus] @returns {number}
 */
export function endOf(picture, runs, axis, focus = null) {
  if (axis === "updates" || runs.length === 0) return picture.steps;
  if (axis === "evaluations") return Math.max(...runs.map((run) => placesOf(picture, run, axis).at(-1)));
  return Math.min(...runs.map((run) => placeOn(picture, run, axis, focus)(picture.steps)));
}

/**
 * Where a run is on the axis after so many updates, as far as that follows from its settings.
 * @param {Picture} picture @param {Run} run @param {string} axis @param {string|null} focus @returns {(update: number) => number}
 */
function placeOn(picture, run, axis, focus) {
  if (!picture.surface.data) {
    const updates = axis === "epochs" ? scheduledEpoch(picture.runs, focus).updates : 1;
    return (update) => update / updates;
  }
  // A rule asks for one gradient an update; that of a batch counts as its share of the examples.
  const drawn = drawingOf(picture, run, run.terms);
  const unit = axis === "examples" ? 1 : drawn.examples;
  return (update) => examplesSeen(drawn, update) / unit;
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
