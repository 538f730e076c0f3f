import { deepEqual, equal, ok } from "node:assert/strict";
import { clippedPath } from "../../../frontend/relief/clip_path.js";
import { runThrough } from "../paths/fakes.js";

const SURFACE = { window: [[0, 1], [0, 1]] }; // a path is drawn from −20 to 21 along x and y
const SCALE = { toHeight: (loss) => loss, bottom: 0, top: 1 }; // and likewise upward

/** The clipped path of points with their losses as third numbers, with a null for each gap. */
function clip(points, step = points.length - 1, scale = SCALE) {
  const run = runThrough(points, { values: points.map(([, , loss]) => loss) });
  const together = ({ x, y, z }) => x.map((value, k) => (value === null ? null : [value, y[k], z[k]]));
  const { line, isCut } = clippedPath(run, step, SURFACE, scale);
  return { line: together(line), isCut };
}

const [A, B, C] = [[0, 0, 0], [1, 1, 1], [2, 2, 2]];
const AWAY = [100, 0, 0];

Deno.test("a path near the map has a vertex for each step", () => {
  deepEqual(clip([A, B, C]), { line: [A, B, C], isCut: [false, false, false] });
});

Deno.test("it reaches as far as the step, and no further than its end", () => {
  deepEqual(clip([A, B, C], 1), { line: [A, B], isCut: [false, false] });
  deepEqual(clip([A, B, C], 0), { line: [A], isCut: [false] });
  deepEqual(clip([A, B, C], 99), { line: [A, B, C], isCut: [false, false, false] });
});

Deno.test("heights are on the scale", () => {
  equal(clip([A, B], 1, { ...SCALE, toHeight: (loss) => 3 * loss }).line[1][2], 3);
});

Deno.test("who leaves is seen to leave, up to the end of the reach", () => {
  deepEqual(clip([A, AWAY, AWAY]), { line: [A, [21, 0, 0], null], isCut: [false, true, true] });
});

Deno.test("the way out begins at the last point that is near", () => {
  const [, end] = clip([[11, 1, 2], [31, 3, 6]]).line;
  deepEqual(end, [21, 2, 4]);
});

Deno.test("the way out ends where the first coordinate is out of reach", () => {
  const { line: [, end] } = clip([A, [42, -100, 0]]);
  ok(Math.hypot(end[0] - 8.4, end[1] + 20) < 1e-12, String(end));
});

Deno.test("who comes back begins at the first point that is near", () => {
  deepEqual(clip([A, AWAY, AWAY, B, C]).line, [A, [21, 0, 0], null, B, C]);
});

Deno.test("who is away for a single step leaves a gap, or the line would seem to turn back", () => {
  deepEqual(clip([A, AWAY, B]).line, [A, null, B]);
});

Deno.test("who begins away has no vertex there", () => {
  deepEqual(clip([AWAY, B]).line, [null, B]);
});

Deno.test("a way to what is infinite or no number has no end, and leaves a gap", () => {
  for (const point of [[Infinity, 0, 0], [0, NaN, 0], [NaN, NaN, NaN]]) {
    deepEqual(clip([A, point]), { line: [A, null], isCut: [false, true] }, String(point));
  }
});

Deno.test("an infinite loss is left towards, straight up, when nothing else moves", () => {
  deepEqual(clip([A, [0, 0, 1e6]]), { line: [A, [0, 0, 21]], isCut: [false, true] });
});
