import assert from "node:assert/strict";
import { PENDING } from "../../../frontend/data/outcome.js";
import { walkedPicture, workOf } from "../../../frontend/live/walked_picture.js";
import { heightOn } from "../../../frontend/data/levels.js";

/** Kernels that halve the way to the origin with every step, and note what they were asked. */
function createKernels() {
  const asked = [];
  const walk = (settings) => {
    asked.push(settings);
    const { start: [x0, y0], steps, errors } = settings;
    const halves = (from, k) => from / 2 ** k + (errors ? errors[0] : 0);
    const x = Float64Array.from({ length: steps + 1 }, (_, k) => halves(x0, k));
    const y = Float64Array.from({ length: steps + 1 }, (_, k) => halves(y0, k));
    return { x, y, loss: x.map((value) => value * value), gx: x, gy: y, rate: new Float64Array(steps), length: steps };
  };
  const numbersOf = ({ rule, path }) => ({ [rule]: path.x });
  return { asked, walk, numbersOf, values: ({ x }) => x.map((value) => Math.abs(value)) };
}

const run = (id, start = null) => ({
  id,
  terms: { rule: "sgd", ruleParameters: { learning_rate: 0.1 }, schedule: "constant", scheduleParameters: {}, start },
  normal: Float64Array.of(1, 2, 3, 4, 5, 6),
  blob: { header: { lines: [] } },
});

/** @type {any} */
const PICTURE = {
  surface: {
    key: "bowl",
    parameters: { condition: 2 },
    critical_points: [],
    lowest: 0,
    window: [[-1, 1], [-1, 1]],
    levels: [0, 1, 2],
    identity: "bowl",
  },
  start: [4, 2],
  steps: 2,
  noise: 0,
  runs: [run("0"), run("1", [8, 8])],
};

Deno.test("a run that the change does not concern stays the server's", () => {
  const kernels = createKernels();
  const { runs } = walkedPicture(kernels, PICTURE, { contenders: { 0: { ruleParameters: { learning_rate: 0.5 } } } });
  assert.equal(runs[1], PICTURE.runs[1]);
  assert.equal(kernels.asked.length, 1);
  assert.deepEqual(kernels.asked[0].ruleParameters, { learning_rate: 0.5 });
  assert.deepEqual([...runs[0].x], [4, 2, 1]);
  assert.equal(runs[0].outcome, PENDING);
});

Deno.test("words that only the server can write are left out", () => {
  const { settings, runs } = walkedPicture(createKernels(), { ...PICTURE, settings: ["Bowl"] }, { start: [2, 2] });
  assert.deepEqual([settings, runs[0].summary], [[], ""]);
});

Deno.test("the common start moves those who have none of their own", () => {
  const { runs, start } = walkedPicture(createKernels(), PICTURE, { start: [2, 2] });
  assert.deepEqual(start, [2, 2]);
  assert.deepEqual([...runs[0].x], [2, 1, 0.5]);
  assert.equal(runs[1], PICTURE.runs[1]);
});

Deno.test("noise is scaled, and refused for more steps than it is known for", () => {
  const kernels = createKernels();
  walkedPicture(kernels, PICTURE, { noise: 0.5 });
  assert.deepEqual([...kernels.asked[0].errors], [0.5, 1, 1.5, 2, 2.5, 3]);
  assert.throws(() => walkedPicture(kernels, PICTURE, { noise: 0.5, steps: 3 }), { name: "NotKnownHere" });
  walkedPicture(kernels, PICTURE, { steps: 3 });
});

Deno.test("another ground is another surface, without points that are not known", () => {
  const { surface } = walkedPicture(createKernels(), PICTURE, { surfaceParameters: { condition: 5 } });
  assert.deepEqual(surface.parameters, { condition: 5 });
  assert.notEqual(surface.identity, PICTURE.surface.identity);
  assert.deepEqual(surface.critical_points, []);
  assert.equal(surface.z.length, surface.x.length * surface.y.length);
  assert.equal(surface.z[0], 1);
});

Deno.test("numbers of the updates are computed when they are read", () => {
  const { runs: [{ blob, x }] } = walkedPicture(createKernels(), PICTURE, { start: [3, 4] });
  assert.equal(blob.header, PICTURE.runs[0].blob.header);
  assert.equal(blob.arrays.sgd, x);
});

Deno.test("heights are between the levels as NumPy interpolates", () => {
  const heights = [-1, 0, 0.5, 1, 3, 4, 9, Infinity, -Infinity].map((loss) => heightOn([0, 1, 4], loss));
  assert.deepEqual(heights, [0, 0, 0.5, 1, 1 + 2 / 3, 2, 2, 2, 0]);
  assert.ok(Number.isNaN(heightOn([0, 1], NaN)));
});

Deno.test("the loss of a batch is that of an update: the last point has none", () => {
  const ofData = (of) => ({ ...of, order: Int32Array.of(0, 1, 2, 0, 1, 2), terms: { ...of.terms, batchSize: 1 } });
  const data = { features: new Float64Array(3), targets: new Float64Array(3) };
  const picture = { ...PICTURE, surface: { ...PICTURE.surface, data }, runs: PICTURE.runs.map(ofData) };
  const { runs: [{ blob }] } = walkedPicture(createKernels(), picture, { start: [3, 4] });
  assert.deepEqual([...blob.arrays.batch_values.data], [3, 1.5, NaN]);
  assert.deepEqual(blob.arrays.batch_values.shape, [3]);
});

Deno.test("what a walked path asks for grows by as much as the server's did, until it stands", () => {
  const path = { x: Float64Array.of(4, 2, 1, 1, 1), y: Float64Array.of(0, 0, 0, 0, 0) };
  assert.deepEqual([...workOf(Float64Array.of(0, 3, 6), path)], [0, 3, 6, 9, 9]);
  assert.deepEqual([...workOf(Float64Array.of(0), path)], [0, 0, 0, 0, 0]);
});
