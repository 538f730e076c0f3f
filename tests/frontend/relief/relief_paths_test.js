import { deepEqual, equal, ok } from "node:assert/strict";
import { linesIn } from "../../../frontend/relief/relief_paths.js";

const SIZE = { width: 100, height: 100 };
const flat = (x, y, z) => (z < 0 ? null : /** @type {[number, number]} */ ([x, y])); // below 0 is behind the eye

/** The line of one path through points; null is a gap. */
function lineOf(points, cut = []) {
  const axis = (k) => points.map((point) => (point ? point[k] : null));
  const path = { line: { x: axis(0), y: axis(1), z: axis(2) }, isCut: points.map((_, k) => cut.includes(k)) };
  return linesIn([path], flat, SIZE)[0];
}

Deno.test("a path in front of the eye is where it is projected", () => {
  const { u, v, step } = lineOf([[1, 2, 0], [3, 4, 0]]);
  deepEqual([[...u], [...v], [...step]], [[1, 3], [2, 4], [0, 1]]);
});

Deno.test("a path behind the eye leaves the panel in the direction in which it goes", () => {
  const { u, v, step, end } = lineOf([[50, 50, 1], [150, 50, 1], [250, 50, -1]]);
  equal(u.length, 3);
  ok(u[2] > 100 && Math.abs(v[2] - 50) < 1e-6, `${u[2]}, ${v[2]}`);
  deepEqual([[...step], [...end]], [[0, 1, -1], [1, 2, 3]]);
});

Deno.test("where a path was cut it has no head", () => {
  deepEqual([...lineOf([[1, 2, 0], [3, 4, 0]], [1]).step], [0, -1]);
});

Deno.test("a gap is one", () => {
  const { u, end } = lineOf([[1, 2, 0], null, [3, 4, 0]]);
  deepEqual([[...u], [...end]], [[1, NaN, 3], [1, 1, 3]]);
});
