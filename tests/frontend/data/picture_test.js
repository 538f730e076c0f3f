import assert from "node:assert/strict";
import { composePicture, hasBegun, lossAt } from "../../../frontend/data/picture.js";

const blob = (id, arrays, header = {}) => ({
  id,
  header,
  bytes: 0,
  arrays: Object.fromEntries(Object.entries(arrays).map(([name, data]) => [name, { data, shape: [data.length] }])),
});

const GRID = {
  x: Float64Array.of(0, 1),
  y: Float64Array.of(2),
  z: Float32Array.of(3, 4),
  height: Float32Array.of(0, 1),
};
const SADDLE = { kind: "saddle", point: [0, 2], value: 3, eigenvalues: [-1, 1], angle: 0 };
const surfaceBlob = blob("s", GRID, { levels: [3, 4], critical_points: [SADDLE] });
const run = (...numbers) =>
  blob("r", {
    points: Float64Array.from(numbers),
    values: Float64Array.from({ length: numbers.length / 2 }, (_, k) => 10 - k),
  });

const CONTENT = {
  surface: {
    key: "bowl",
    title: "Bowl",
    parameters: {},
    window: [[0, 1], [2, 2]],
    axes: ["x", "y"],
    eye: [-1, -1, 1],
    data_axes: null,
    quadratic: false,
    lowest: 3,
  },
  start: [0, 2],
  steps: 2,
  settings: ["Bowl"],
  fill: false,
  predict: false,
  contenders: [{
    id: "4",
    slot: 4,
    label: "SGD",
    summary: "",
    color: "#000",
    dash: "solid",
    outcome: { name: "still-moving", sentence: "", note: null, known_from: 2 },
    terms: { rule: "sgd", ruleParameters: {}, schedule: "constant", scheduleParameters: {}, start: null },
  }],
};
const BLOBS = new Map([["surface", surfaceBlob], ["4", run(0, 1, 2, 5, 6, 7)]]);

Deno.test("a run has its coordinates and its losses", () => {
  const [{ x, y, values, label, blob }] = composePicture(CONTENT, BLOBS).runs;
  assert.deepEqual([x, y, values], [Float64Array.of(0, 1, 2), Float64Array.of(5, 6, 7), Float64Array.of(10, 9, 8)]);
  assert.deepEqual([label, blob], ["SGD", BLOBS.get("4")]);
});

Deno.test("a branch is nothing before it begins", () => {
  const content = { ...CONTENT, contenders: [{ ...CONTENT.contenders[0], begins: 1 }] };
  const [run] = composePicture(content, BLOBS).runs;
  assert.deepEqual([[...run.x], [...run.y], [...run.values]], [[NaN, 1, 2], [NaN, 6, 7], [NaN, 9, 8]]);
  assert.deepEqual([0, 1, 2].map((step) => hasBegun(run, step)), [false, true, true]);
});

Deno.test("a run of one point is one", () => {
  const [{ x, y }] = composePicture(CONTENT, new Map([...BLOBS, ["4", run(1, 2)]])).runs;
  assert.deepEqual([x, y], [Float64Array.of(1), Float64Array.of(2)]);
});

Deno.test("a surface has its grid, its levels and its critical points", () => {
  const { surface } = composePicture(CONTENT, BLOBS);
  const { x, y, z, height } = surface;
  assert.deepEqual({ x, y, z, height }, GRID);
  assert.deepEqual([surface.levels, surface.title, surface.lowest], [[3, 4], "Bowl", 3]);
  assert.deepEqual(surface.critical_points, [SADDLE]);
});

Deno.test("surfaces are the same where nothing of them differs, their grid included", () => {
  const identity = (content, grid = surfaceBlob) =>
    composePicture(content, new Map([...BLOBS, ["surface", grid]])).surface.identity;
  assert.equal(identity({ ...CONTENT, steps: 1 }), identity(CONTENT));
  assert.notEqual(identity({ ...CONTENT, surface: { ...CONTENT.surface, lowest: 2 } }), identity(CONTENT));
  assert.notEqual(identity(CONTENT, { ...surfaceBlob, id: "other" }), identity(CONTENT));
});

Deno.test("a picture without contenders is one", () => {
  const { runs, steps, start, settings } = composePicture({ ...CONTENT, contenders: [] }, BLOBS);
  assert.deepEqual([runs, steps, start, settings], [[], 2, [0, 2], ["Bowl"]]);
});

Deno.test("a run that ended keeps its last loss", () => {
  const values = Float64Array.of(10, Infinity);
  assert.deepEqual([0, 1, 2, 99].map((step) => lossAt({ values }, step)), [10, Infinity, Infinity, Infinity]);
});
