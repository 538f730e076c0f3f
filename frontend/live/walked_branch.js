// The path of a contender that may be a branch: up to where it branches it has the rates and the batches of whom it
// follows, then its own.

import { joinedBatches } from "./batches.js";
import { NotKnownHere } from "./not_known_here.js";

/**
 * @typedef {import("../data/picture.js").Terms} Terms
 * @typedef {Object<string, import("./change.js").ContenderChange>|undefined} Changes by the id of a contender
 * @typedef {import("./batches.js").Batches|null} Batches null for all examples
 */

/**
 * Walks a path. A branch is one walk under the rates and on the batches of both, in which alone the two may differ here.
 * @param {import("./kernels.js").Kernels} kernels
 * @param {{start: number[], steps: number, examples: number, batchesFor: (terms: Terms) => Batches, [more: string]: any}} common
 *   what is the same for all, and how batches are found @param {Terms} terms
 * @returns {{path: any, begins: number, batches: Batches}} the path, the step from which on it is the contender's own,
 *   and the examples behind each of its gradients
 * @throws {NotKnownHere} if the kernels lack something, or a branch has other values of its rule
 */
export function walkedPath(kernels, { batchesFor, ...common }, terms) {
  const own = batchesFor(terms);
  const settings = { ...common, ...terms, start: common.start };
  if (!terms.followed) return { path: kernels.walk({ ...settings, batches: own }), begins: 0, batches: own };
  if (memoryOf(terms) !== memoryOf(terms.followed)) {
    throw new NotKnownHere("What a branch remembers is not known here.");
  }
  const { path: followed, batches: before } = walkedPath(kernels, { batchesFor, ...common }, terms.followed);
  const begins = Math.min(terms.branchStep, followed.length);
  const rates = kernels.ratesOf({ ...terms, initial: terms.ruleParameters.learning_rate, steps: common.steps });
  rates.set(followed.rate.subarray(0, begins));
  const batches = joinedBatches(before, own, begins, common);
  return { path: kernels.walk({ ...settings, rates, batches }), begins, batches };
}

/** What a walk follows from beside its rates and batches, as text. @param {Terms} terms */
function memoryOf({ rule, ruleParameters }) {
  return JSON.stringify([rule, { ...ruleParameters, learning_rate: null }]);
}

/** The ids of those whom a contender follows at first, the nearest one first. @param {Terms} terms @returns {string[]} */
export const followedBy = ({ branchOf, followed }) => followed ? [branchOf, ...followedBy(followed)] : [];

/** Whether a change concerns a contender, or one that it follows. @param {Terms} terms @param {string} id @param {Changes} changes */
export const isChanged = ({ branchOf, followed }, id, changes) =>
  Boolean(changes?.[id]) || Boolean(followed && isChanged(followed, branchOf, changes));

/** The terms of a contender after a change, those of whom it follows too. @param {Terms} terms @param {string} id @param {Changes} changes @returns {Terms} */
export function changedTerms(terms, id, changes) {
  const own = changes?.[id] ?? {};
  const followed = terms.followed ? changedTerms(terms.followed, terms.branchOf, changes) : null;
  return {
    ...terms,
    ruleParameters: { ...terms.ruleParameters, ...own.ruleParameters },
    scheduleParameters: { ...terms.scheduleParameters, ...own.scheduleParameters },
    start: followed ? followed.start : own.start === undefined ? terms.start : own.start,
    batchSize: own.batchSize ?? terms.batchSize,
    branchStep: own.branchStep ?? terms.branchStep,
    followed,
  };
}
