import { deepEqual, equal, ok } from "node:assert/strict";
import { clipSegment, cutAt } from "../../../frontend/paths/polyline.js";

const BOX = { u0: -10, u1: 10, v0: -10, v1: 10 };

/** A polyline of points, as plain lists. */
function cut(...points) {
  const [us, vs] = [0, 1].map((axis) => Float64Array.from(points, (point) => point[axis]));
  const { u, v, step, end } = cutAt(us, vs, BOX);
  return { vertices: Array.from(u, (x, k) => [x, v[k]]), step: [...step], end: [...end] };
}

const GAP = [NaN, NaN];

Deno.test("a path inside the box keeps every point as a vertex", () => {
  deepEqual(cut([0, 0], [1, 2], [3, 4]), { vertices: [[0, 0], [1, 2], [3, 4]], step: [0, 1, 2], end: [1, 2, 3] });
});

Deno.test("one point is one vertex, and none is none", () => {
  deepEqual(cut([1, 2]), { vertices: [[1, 2]], step: [0], end: [1] });
  deepEqual(cut(), { vertices: [], step: [], end: [] });
});

Deno.test("the edge belongs to the box", () => {
  deepEqual(cut([10, -10], [10, 10]).step, [0, 1]);
});

Deno.test("a path that leaves ends on the edge, on the line to the next point", () => {
  deepEqual(cut([0, 0], [20, 10]), { vertices: [[0, 0], [10, 5]], step: [0, -1], end: [1, 2] });
});

Deno.test("a path that comes back begins anew on the edge, after a gap", () => {
  const { vertices, step, end } = cut([0, 0], [20, 0], [20, 4], [0, 4]);
  deepEqual(vertices, [[0, 0], [10, 0], GAP, [10, 4], [0, 4]]);
  deepEqual(step, [0, -1, -1, -1, 3]);
  deepEqual(end, [1, 2, 2, 5]);
});

Deno.test("a segment across the box is drawn, though both its ends are outside", () => {
  const { vertices, step } = cut([-20, 0], [20, 0], [20, 20]);
  deepEqual(vertices, [[-10, 0], [10, 0]]);
  deepEqual(step, [-1, -1]);
});

Deno.test("a path that begins outside has no vertex before it comes in", () => {
  deepEqual(cut([30, 0], [20, 0], [0, 0]), { vertices: [[10, 0], [0, 0]], step: [-1, 2], end: [0, 0, 2] });
});

Deno.test("a point that is no number is a gap", () => {
  const { vertices, step, end } = cut([0, 0], [NaN, 1], [2, 2], [3, 3]);
  deepEqual(vertices, [[0, 0], GAP, [2, 2], [3, 3]]);
  deepEqual(step, [0, -1, 2, 3]);
  deepEqual(end, [1, 1, 3, 4]);
});

Deno.test("an infinite point is left towards, straight along the axis on which it is infinite", () => {
  const { vertices, end } = cut([0, 3], [Infinity, 3], [-Infinity, -Infinity]);
  deepEqual(vertices[0], [0, 3]);
  deepEqual(vertices[1], [10, 3]);
  equal(end[1], 2);
});

Deno.test("points that overflow a difference are left towards in their direction", () => {
  const { vertices } = cut([0, 0], [1.5e308, -1.5e308]);
  deepEqual(vertices, [[0, 0], [10, -10]]);
});

Deno.test("what is seen lies on the line of the run, wherever it is cut", () => {
  for (let k = 0; k < 60; k += 1) {
    const angle = (k * 2 * Math.PI) / 60;
    const [u, v] = [40 * Math.cos(angle), 40 * Math.sin(angle)];
    const seen = clipSegment(1, 2, u, v, BOX);
    ok(seen);
    const [x0, y0, x1, y1] = seen;
    deepEqual([x0, y0], [1, 2]);
    ok(Math.abs((x1 - 1) * (v - 2) - (y1 - 2) * (u - 1)) < 1e-9, "on the line");
    ok(Math.abs(Math.max(Math.abs(x1), Math.abs(y1)) - 10) < 1e-12, "on the edge");
  }
});

Deno.test("a segment that misses the box is null, beside it and at its corner", () => {
  equal(clipSegment(-20, 11, 20, 11, BOX), null);
  equal(clipSegment(5, 20, 20, 5, BOX), null);
  equal(clipSegment(NaN, 0, 1, 1, BOX), null);
});
