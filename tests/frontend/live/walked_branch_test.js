import assert from "node:assert/strict";
import { changedTerms, followedBy, isChanged, walkedPath } from "../../../frontend/live/walked_branch.js";
import { walkedPicture } from "../../../frontend/live/walked_picture.js";

/** Kernels that go down by the rate in every step, and diverge at a loss below −90. */
const KERNELS = {
  ratesOf: ({ initial, steps }) => new Float64Array(steps).fill(initial),
  walk(settings) {
    const { start: [x0], steps, ruleParameters } = settings;
    const rates = settings.rates ?? KERNELS.ratesOf({ initial: ruleParameters.learning_rate, steps });
    const x = [x0];
    while (x.length <= steps && x.at(-1) - rates[x.length - 1] > -90) x.push(x.at(-1) - rates[x.length - 1]);
    const numbers = Float64Array.from(x);
    return { x: numbers, y: numbers, loss: numbers, rate: rates.subarray(0, x.length - 1), length: x.length - 1 };
  },
  numbersOf: () => ({}),
};

const terms = (rate, more = {}) => ({
  rule: "sgd",
  ruleParameters: { learning_rate: rate },
  schedule: "constant",
  scheduleParameters: {},
  start: null,
  batchSize: 2000,
  ...more,
});

/** Without examples. */
const common = (x) => ({ start: [x], steps: 4, examples: 0, batchesFor: () => null });

const branch = (rate, step, followed, branchOf = "0") => terms(rate, { branchOf, branchStep: step, followed });

Deno.test("a branch walks with the rates of whom it follows, then with its own", () => {
  const { path, begins } = walkedPath(KERNELS, common(10), branch(2, 1, terms(1)));
  assert.deepEqual([[...path.x], begins], [[10, 9, 7, 5, 3], 1]);
  const twice = branch(3, 3, branch(2, 1, terms(1)), "1");
  assert.deepEqual([...walkedPath(KERNELS, common(10), twice).path.x], [10, 9, 7, 5, 2]);
});

Deno.test("a branch at a step that was never reached begins where the other ended", () => {
  const { path, begins } = walkedPath(KERNELS, common(0), branch(1, 3, terms(50)));
  assert.deepEqual([[...path.x], begins], [[0, -50, -51, -52, -53], 1]);
});

/** Kernels whose speed grows by β in every step, and is what they remember. @type {any} */
const SPEEDING = {
  ratesOf: KERNELS.ratesOf,
  walk({ start: [x0], steps, ruleParameters: { beta1 }, state }) {
    const v = [state?.[0] ?? 0];
    const x = [x0];
    while (x.length <= steps) {
      v.push(v.at(-1) + beta1);
      x.push(x.at(-1) + v.at(-1));
    }
    const [numbers, speeds] = [Float64Array.from(x), Float64Array.from(v)];
    const rate = new Float64Array(steps);
    return { x: numbers, y: numbers, loss: numbers, gx: numbers, gy: numbers, rate, length: steps, speeds };
  },
  numbersOf: ({ path: { speeds } }) => ({ "state.v": { data: speeds, shape: [speeds.length] } }),
  stateOf: ({ numbers, update }) => [numbers["state.v"].data[update]],
};

Deno.test("a branch with other values of its rule goes on with the state of the other", () => {
  const withBeta = (beta1, more = {}) => terms(1, { ruleParameters: { learning_rate: 1, beta1 }, ...more });
  const other = withBeta(5, { branchOf: "0", branchStep: 2, followed: withBeta(1) });
  const { path, begins, numbers } = walkedPath(SPEEDING, common(0), other);
  assert.deepEqual([[...path.x], begins, path.length], [[0, 1, 3, 10, 22], 2, 4]);
  assert.deepEqual(numbers()["state.v"], { data: Float64Array.of(0, 1, 2, 7, 12), shape: [5] });
  const twice = withBeta(5, { branchOf: "1", branchStep: 1, followed: other });
  assert.deepEqual([...walkedPath(SPEEDING, common(0), twice).path.x], [0, 1, 7, 18, 34], "before that one began");
});

Deno.test("a branch takes the batches of whom it follows, then those of its own size", () => {
  const indices = { 1: [0, 1, 2, 0, 1], 2: [0, 1, 2, -1, 0, 1, 2, -1, 0, 1] };
  const batchesFor = ({ batchSize: size = 0 }) => size >= 3 ? null : { indices: Int32Array.from(indices[size]), size };
  const rows = (size, followed) => {
    const one = branch(1, 2, terms(1, { batchSize: followed }));
    const given = { ...common(0), examples: 3, batchesFor };
    const { batches } = walkedPath(KERNELS, given, { ...one, batchSize: size });
    return batches && [batches.size, ...batches.indices];
  };
  assert.deepEqual(rows(2, 1), [2, 0, -1, 1, -1, 0, 1, 2, -1, 0, 1]);
  assert.deepEqual(rows(2000, 1), [3, 0, -1, -1, 1, -1, -1, 0, 1, 2, 0, 1, 2, 0, 1, 2]);
  assert.deepEqual(rows(1, 1), [1, 0, 1, 2, 0, 1]);
  assert.equal(rows(2000, 2000), null);
});

Deno.test("a change of whom it follows is one of the branch too", () => {
  const twice = branch(3, 3, branch(2, 1, terms(1)), "1");
  assert.deepEqual(followedBy(twice), ["1", "0"]);
  const changes = { 0: { ruleParameters: { learning_rate: 7 }, start: [1, 2] } };
  assert.ok(isChanged(twice, "2", changes));
  assert.ok(!isChanged(twice, "2", { 3: {} }));
  const { followed, start } = changedTerms(twice, "2", changes);
  assert.deepEqual([followed.followed.ruleParameters.learning_rate, start], [7, [1, 2]]);
  assert.equal(changedTerms(twice, "2", { 2: { branchStep: 9 } }).branchStep, 9);
});

Deno.test("in a picture a branch is nothing before it begins", () => {
  const run = (id, own) => ({ id, terms: own, normal: null, blob: { header: {} } });
  const runs = [run("0", terms(1)), run("1", branch(2, 2, terms(1)))];
  /** @type {any} */
  const picture = { surface: { parameters: {} }, start: [10, 10], steps: 3, noise: 0, runs };
  const { runs: [whole, own] } = walkedPicture(/** @type {any} */ (KERNELS), picture, { steps: 4 });
  assert.deepEqual([...whole.x], [10, 9, 8, 7, 6]);
  assert.deepEqual([own.begins, ...own.values], [2, NaN, NaN, 8, 6, 4]);
});
