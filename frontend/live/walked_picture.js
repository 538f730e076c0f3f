// A picture whose paths the browser has walked: what the server will send for a change, but for words that it alone knows.

import { PENDING } from "../data/outcome.js";
import { ofBranch } from "../data/picture.js";
import { worded } from "../data/words.js";
import { batchesOf, drawingOf } from "./batches.js";
import { withEpochs } from "./epochs.js";
import { changedTerms, isChanged, walkedPath } from "./walked_branch.js";
import { NotKnownHere } from "./not_known_here.js";
import { parametersOf, surfaceOfMoved, walkedSurface } from "./walked_surface.js";

const STANDING = 1e-9; // the length of a step after which nothing more is asked for, as in optimizers/newton.py

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Terms} Terms
 * @typedef {import("./change.js").Change} Change
 * @typedef {import("./kernels.js").Kernels} Kernels
 */

/**
 * Changes a picture. Runs that the change does not concern stay the server's.
 * @param {Kernels} kernels @param {Picture} picture @param {Change} change @returns {Picture}
 * @throws {NotKnownHere} if the kernels lack something, or noise or batches are not known for so many steps
 */
export function walkedPicture(kernels, picture, change) {
  const { start = picture.start, steps = picture.steps, noise = picture.noise, contenders } = change;
  const surface = changedSurface(kernels, picture.surface, change);
  const changed = { ...picture, surface, start, steps, noise, settings: [] };
  const forAll = surface !== picture.surface || steps !== picture.steps || noise !== picture.noise;
  const moved = String(start) !== String(picture.start);
  const runs = picture.runs.map((run) => {
    const concerned = forAll || isChanged(run.terms, run.id, contenders) || (moved && run.terms.start === null);
    return concerned ? walkedRun(kernels, run, changed, changedTerms(run.terms, run.id, contenders)) : run;
  });
  return { ...changed, runs };
}

/** @param {Kernels} kernels @param {import("../data/picture.js").Surface} surface @param {Change} change */
function changedSurface(kernels, surface, { surfaceParameters, data }) {
  if (surfaceParameters) return walkedSurface(kernels, surface, surfaceParameters);
  return data ? surfaceOfMoved(kernels, surface, data) : surface;
}

/**
 * Walks the path of one contender.
 * @param {Kernels} kernels @param {Run} run of the contender
 * @param {Pick<Picture, "surface"|"start"|"steps"|"noise"|"replacement">} common @param {Terms} given what its path follows from @returns {Run}
 */
export function walkedRun(kernels, run, { surface, start, steps, noise, replacement }, given) {
  const terms = withEpochs(given, surface.data);
  const ground = { surface: surface.key, surfaceParameters: parametersOf(surface) };
  const batchesFor = (whose) => surface.data && batchesOf(drawingOf({ surface, replacement }, run, whose), steps);
  const { path, begins, batches, numbers: numbersOf } = walkedPath(kernels, {
    ...ground,
    start: terms.start ?? start,
    steps,
    // On the loss of a data set, batches are what makes a gradient noisy.
    errors: noise === 0 || surface.data ? null : errorsOf(run.normal, noise, steps),
    examples: surface.data?.targets.length ?? 0,
    batchesFor,
  }, terms);
  const [x, y, values] = [path.x, path.y, path.loss].map((numbers) => ofBranch(numbers, begins));
  const numbers = () => ({
    ...numbersOf(),
    ...(batches && { batch_values: batchValues(kernels, ground, path, batches) }),
  });
  const work = run.work ? workOf(run.work, path) : null;
  const walked = { ...wordsAt(run, terms), terms, begins, x, y, values, work, outcome: PENDING };
  return { ...run, ...walked, blob: withNumbers(run.blob.header, numbers) };
}

/**
 * What a path has asked for at each point: for as much in every update as in the server's first, until it stands.
 * @param {Float64Array} work of the server's path @param {{x: Float64Array, y: Float64Array}} path @returns {Float64Array}
 */
export function workOf([, each = 0], { x, y }) {
  const moves = (k) => Math.hypot(x[k] - x[k - 1], y[k] - y[k - 1]) > STANDING;
  const stands = x.findIndex((_, k) => k > 0 && !moves(k));
  return x.map((_, k) => each * (stands === -1 ? k : Math.min(k, stands)));
}

/**
 * The loss of each batch of a path, as a blob has it: NaN at the last point, which no update was made from.
 * @param {Kernels} kernels @param {Object} ground @param {any} path @param {Object} batches
 */
function batchValues(kernels, ground, { x, y }, batches) {
  const data = kernels.values({ ...ground, x, y, batches });
  data[data.length - 1] = NaN;
  return { data, shape: [data.length] };
}

/** A contender's name and values in words, at other terms. @param {Run} run @param {Terms} terms */
function wordsAt({ label, words }, terms) {
  return {
    label: words?.label ? worded(words.label, terms) : label,
    summary: words ? worded(words.summary, terms) : "",
  };
}

/** A blob whose arrays are computed when one is first read. @param {Object} header @param {() => Object} numbers */
function withNumbers(header, numbers) {
  let made = null;
  return {
    header,
    get arrays() {
      made ??= numbers();
      return made;
    },
  };
}

/** The errors of the gradients of a path. @param {Float64Array|null} normal @param {number} noise @param {number} steps @returns {Float64Array} */
export function errorsOf(normal, noise, steps) {
  const count = 2 * (steps + 1);
  if (!normal || normal.length < count) throw new NotKnownHere(`The noise is not known for ${steps} steps.`);
  return normal.subarray(0, count).map((error) => noise * error);
}
