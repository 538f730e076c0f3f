import assert from "node:assert/strict";
import { cellsIn, evenly, finestOf, settingsOf, startGrid } from "../../../frontend/landscape/grid.js";

const RUN = {
  id: "0",
  label: "SGD",
  normal: Float64Array.of(1, 2, 3, 4, 5, 6),
  terms: {
    rule: "sgd",
    ruleParameters: { learning_rate: 0.1 },
    schedule: "constant",
    scheduleParameters: {},
    start: null,
  },
};
/** @type {any} */
const PICTURE = {
  surface: {
    key: "bowl",
    parameters: { condition: 10 },
    data: null,
    window: [[-2, 2], [-1, 1]],
    lowest: 0,
    critical_points: [
      { kind: "global minimum", point: [0, 0] },
      { kind: "saddle", point: [1, 0] },
    ],
  },
  start: [1, 1],
  steps: 2,
  noise: 0,
};

Deno.test("a grid of starts has the ends of its ranges, and cells that are square", () => {
  const grid = startGrid(PICTURE, /** @type {any} */ (RUN), { x: [-2, 2], y: [-1, 1] }, "kernels.js", 0);
  const [x, y] = [grid.columns.values, grid.rows.values];
  assert.deepEqual([x[0], x[x.length - 1], y[0], y[y.length - 1]], [-2, 2, -1, 1]);
  assert.ok(Math.abs(x.length / y.length - 2) < 0.05);
  assert.ok(x.length * y.length <= 64 * 64);
  assert.deepEqual(grid.minima, [[0, 0]]);
  assert.equal(grid.settings.errors, null);
  assert.deepEqual(cellsIn({ x: [0, 1], y: [0, 1] }, 100), [10, 10]);
  assert.deepEqual([...evenly([0, 1], 3)], [0, 0.5, 1]);
});

Deno.test("a grid has about a cell for each pixel of a picture, and no more steps than are soon walked", () => {
  assert.deepEqual([[300, 200], [400, 380], [900, 700]].map(([width, height]) => finestOf({ width, height })), [
    256 * 256,
    384 * 384,
    512 * 512,
  ]);
  const cells = (steps) => {
    const square = { x: [-1, 1], y: [-1, 1] };
    return startGrid({ ...PICTURE, steps }, /** @type {any} */ (RUN), square, "", 512 * 512).columns.values.length ** 2;
  };
  assert.equal(cells(300), 512 * 512);
  assert.ok(cells(5000) > 64 * 64 && cells(5000) * 5000 <= 8e7);
});

Deno.test("paths have the noise of the race, which has to be known", () => {
  const noisy = { ...PICTURE, noise: 2 };
  assert.deepEqual([...settingsOf(noisy, /** @type {any} */ (RUN)).errors], [2, 4, 6, 8, 10, 12]);
  assert.throws(() => settingsOf({ ...noisy, steps: 5 }, /** @type {any} */ (RUN)), { name: "NotKnownHere" });
});

Deno.test("a branch has no basins of its own", () => {
  const branch = { ...RUN, terms: { ...RUN.terms, followed: RUN.terms, branchOf: "1", branchStep: 1 } };
  assert.throws(() => settingsOf(PICTURE, /** @type {any} */ (branch)), {
    name: "NotKnownHere",
    message: "SGD is a branch, which has no start of its own.",
  });
});
