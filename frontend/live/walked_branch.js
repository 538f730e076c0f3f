// The path of a contender that may be a branch: up to where it branches it has the rates and the batches of whom it
// follows, then its own.

import { batchesFrom, joinedBatches } from "./batches.js";

/**
 * @typedef {import("../data/picture.js").Terms} Terms
 * @typedef {Object<string, import("./change.js").ContenderChange>|undefined} Changes by the id of a contender
 * @typedef {import("./batches.js").Batches|null} Batches null for all examples
 * @typedef {{data: Float64Array, shape: number[]}} NumberArray
 */

/**
 * Walks a path. A branch is one walk under the rates and on the batches of both; where its rule has other values, its own
 * part is a walk that goes on with the state of the other.
 * @param {import("./kernels.js").Kernels} kernels
 * @param {{start: number[], steps: number, examples: number, batchesFor: (terms: Terms) => Batches, [more: string]: any}} common
 *   what is the same for all, and how batches are found @param {Terms} terms
 * @returns {{path: any, begins: number, batches: Batches, numbers: () => Object<string, NumberArray>, resumes?: boolean}} the
 *   path, the step from which on it is the contender's own, the examples behind each of its gradients, what computes the
 *   numbers of its updates, and whether it went on from a state
 * @throws {import("./not_known_here.js").NotKnownHere} if the kernels lack something
 */
export function walkedPath(kernels, { batchesFor, ...common }, terms) {
  const own = batchesFor(terms);
  const settings = { ...common, ...terms, start: common.start };
  const numbersOf = (path) => () => kernels.numbersOf({ ...settings, path });
  if (!terms.followed) {
    const path = kernels.walk({ ...settings, batches: own });
    return { path, begins: 0, batches: own, numbers: numbersOf(path) };
  }
  const before = walkedPath(kernels, { batchesFor, ...common }, terms.followed);
  const begins = Math.min(terms.branchStep, before.path.length);
  const rates = kernels.ratesOf({ ...terms, initial: terms.ruleParameters.learning_rate, steps: common.steps });
  const batches = joinedBatches(before.batches, own, begins, common);
  if (memoryOf(terms) === memoryOf(terms.followed) && !before.resumes) {
    rates.set(before.path.rate.subarray(0, begins));
    const path = kernels.walk({ ...settings, rates, batches });
    return { path, begins, batches, numbers: numbersOf(path) };
  }
  const numbers = before.numbers();
  const resumed = {
    ...settings,
    start: [before.path.x[begins], before.path.y[begins]],
    steps: common.steps - begins,
    rates: rates.subarray(begins),
    errors: common.errors?.subarray(2 * begins) ?? null,
    batches: batchesFrom(own, begins),
    state: kernels.stateOf({ numbers, update: begins }),
  };
  const rest = kernels.walk(resumed);
  return {
    path: joinedPath(before.path, rest, begins),
    begins,
    batches,
    numbers: () => joinedNumbers(numbers, kernels.numbersOf({ ...resumed, path: rest }), begins),
    resumes: true,
  };
}

/** Joins a path up to a step with another that goes on from there. @param {any} before @param {any} rest @param {number} begins */
function joinedPath(before, rest, begins) {
  const joined = (/** @type {string} */ name) => Float64Array.of(...before[name].subarray(0, begins), ...rest[name]);
  const [x, y, loss, gx, gy, rate] = ["x", "y", "loss", "gx", "gy", "rate"].map(joined);
  return { x, y, loss, gx, gy, rate, length: begins + rest.length };
}

/**
 * Joins the numbers of a path, up to and with the update at which another begins, with those of the other.
 * @param {Object<string, NumberArray>} before @param {Object<string, NumberArray>} rest @param {number} begins
 */
function joinedNumbers(before, rest, begins) {
  const names = Object.keys(rest);
  return Object.fromEntries(names.map((name) => {
    const rows = [before[name], rest[name]].map(rowsOf);
    const joined = rows[1].map((row, k) => [...rows[0][k].subarray(0, begins + 1), ...row.subarray(1)]);
    const shape = joined.length === 1 ? [joined[0].length] : [joined.length, joined[0].length];
    return [name, { data: Float64Array.from(joined.flat()), shape }];
  }));
}

/** @param {NumberArray} array of T + 1 numbers, or of two rows of them @returns {Float64Array[]} */
function rowsOf({ data, shape }) {
  const count = shape[shape.length - 1];
  return Array.from({ length: data.length / count }, (_, row) => data.subarray(row * count, (row + 1) * count));
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
