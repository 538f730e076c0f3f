import { deepEqual } from "node:assert/strict";
import { cornersOf } from "../../../frontend/map/triangles.js";
import { frameOfPx, runThrough } from "../paths/fakes.js";

/** A run of two updates whose other corners are to the right of its head, and above it. */
function searching() {
  const corner = (...data) => ({ data: Float64Array.from(data), shape: [2, 3] });
  const arrays = { "state.second": corner(0, 3, 5, 0, 1, 2), "state.worst": corner(0, 2, 4, 0, 3, 4) };
  return runThrough([[1, 1], [2, 1], [4, 2]], { blob: { header: { corners: Object.keys(arrays) }, arrays } });
}

const at = (step) => cornersOf(searching(), step, frameOfPx(100, 50));

Deno.test("a triangle is the head and the other corners at that step", () => {
  deepEqual(at(1), [[2, 49], [3, 49], [2, 47]]);
  deepEqual(at(2), [[4, 48], [5, 48], [4, 46]]);
});

Deno.test("there is none before the first update, and the last one stays", () => {
  deepEqual(at(0), []);
  deepEqual(at(9), at(2));
});
