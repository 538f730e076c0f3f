// The path of a contender that may be a branch: up to where it branches it has the rates of whom it follows, then its own.

import { NotKnownHere } from "./not_known_here.js";

/**
 * @typedef {import("../data/picture.js").Terms} Terms
 * @typedef {Object<string, import("./change.js").ContenderChange>|undefined} Changes by the id of a contender
 */

/**
 * Walks a path. A branch is one walk under the rates of both, which is all in which the two may differ here.
 * @param {import("./kernels.js").Kernels} kernels @param {Object} common what is the same for all @param {Terms} terms
 * @returns {{path: any, begins: number}} the path, and the step from which on it is the contender's own
 * @throws {NotKnownHere} if the kernels lack something, or a branch has other values of its rule, or other batches
 */
export function walkedPath(kernels, common, terms) {
  const settings = { ...common, ...terms, start: common.start };
  if (!terms.followed) return { path: kernels.walk(settings), begins: 0 };
  if (memoryOf(terms) !== memoryOf(terms.followed)) {
    throw new NotKnownHere("What a branch remembers is not known here.");
  }
  const { path: followed } = walkedPath(kernels, common, terms.followed);
  const begins = Math.min(terms.branchStep, followed.length);
  const rates = kernels.ratesOf({ ...terms, initial: terms.ruleParameters.learning_rate, steps: common.steps });
  rates.set(followed.rate.subarray(0, begins));
  return { path: kernels.walk({ ...settings, rates }), begins };
}

/** What a walk follows from beside its rates, as text. @param {Terms} terms */
function memoryOf({ rule, ruleParameters, batchSize }) {
  return JSON.stringify([rule, { ...ruleParameters, learning_rate: null }, batchSize]);
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
