import { deepEqual, equal, ok } from "node:assert/strict";
import { placeOf, withMoved } from "../../../frontend/data/examples.js";
import { lineOf, rangesOf } from "../../../frontend/examples/model.js";

const LINE = { features: Float64Array.from([0, 1, 4]), targets: Float64Array.from([5, 3, 4]) };
const LABELS = { features: Float64Array.from([0, 1, 4, -1, 2, 3]), targets: Float64Array.from([0, 1, 1]) };
const surfaceOf = (data) => /** @type {any} */ ({ data });

Deno.test("an example is at its feature and target, or at its two features", () => {
  deepEqual(placeOf(LINE, 2), [4, 4]);
  deepEqual(placeOf(LABELS, 2), [4, 3]);
});

Deno.test("examples are moved in a copy", () => {
  const line = withMoved(LINE, { 1: [9, 8] });
  deepEqual([placeOf(line, 0), placeOf(line, 1)], [[0, 5], [9, 8]]);
  const labels = withMoved(LABELS, { 2: [7, 6] });
  deepEqual([placeOf(labels, 2), labels.targets[2]], [[7, 6], 1]);
  deepEqual([placeOf(LINE, 1), placeOf(LABELS, 2)], [[1, 3], [4, 3]]);
});

Deno.test("the axes hold all examples, with some room", () => {
  for (const data of [LINE, LABELS]) {
    const { across, up } = rangesOf(data);
    for (const index of [0, 1, 2]) {
      const [u, v] = placeOf(data, index);
      ok(across[0] < u && u < across[1] && up[0] < v && v < up[1]);
    }
  }
  const alike = rangesOf({ features: Float64Array.from([2, 2]), targets: Float64Array.from([1, 1]) });
  deepEqual(alike, { across: [1, 3], up: [0, 2] });
});

Deno.test("a model's line is asked for at places that reach beyond the axes wherever it crosses them", () => {
  const ranges = rangesOf(LINE);
  const ask = (name, { data }, { point: [slope, intercept], places }) => {
    deepEqual([name, data], ["line", LINE]);
    return { u: places, v: places.map((x) => slope * x + intercept) };
  };
  const line = lineOf(surfaceOf(LINE), [2, -1], ranges, ask);
  const corners = ranges.across.flatMap((u) => ranges.up.map((v) => Math.hypot(u, v)));
  ok(line.u[0] <= -Math.max(...corners) && line.u.at(-1) >= Math.max(...corners));
  ok(line.u.every((u, k) => line.v[k] === 2 * u - 1));
  equal(lineOf(surfaceOf(LINE), [2, -1], ranges, () => null), null, "before the kernels have come");
  equal(lineOf(surfaceOf(LINE), [0, NaN], ranges, ask), null, "where there is none");
});
