import { deepEqual, equal, ok } from "node:assert/strict";
import { headOutlines, shapeOf, turned } from "../../../frontend/paths/outlines.js";
import { frameOfPx, THEME, trailThrough } from "./fakes.js";

/** @type {import("../../../frontend/paths/outlines.js").Place[]} */
const ARROW = [[0, 0], [10, 0], [8, 2]];

Deno.test("an outline is enlarged and moved", () => {
  deepEqual(turned(ARROW, { left: 100, top: 50, angle: 0 }, 2), [[100, 50], [120, 50], [116, 54]]);
});

Deno.test("an outline turns clockwise on the screen", () => {
  const [, tip, side] = turned(ARROW, { left: 0, top: 0, angle: Math.PI / 2 }, 1);
  for (const [got, wanted] of [[tip, [0, 10]], [side, [-2, 8]]]) {
    ok(Math.hypot(got[0] - wanted[0], got[1] - wanted[1]) < 1e-12, String(got));
  }
});

Deno.test("a shape counts from the bottom left, in parts of the figure", () => {
  const line = { color: "red", width: 2 };
  const shape = shapeOf({ lines: [[[0, 0], [50, 100]], [[200, 400], [100, 0]]], line }, { width: 200, height: 400 });
  equal(
    shape.path,
    "M0.000000,1.000000L0.250000,0.750000M1.000000,0.000000L0.500000,1.000000",
  );
  deepEqual([shape.xref, shape.yref, shape.line], ["paper", "paper", line]);
});

Deno.test("only what is filled is closed", () => {
  const outline = { lines: [ARROW], line: { color: "red", width: 1 } };
  ok(!shapeOf(outline, { width: 10, height: 10 }).path.includes("Z"));
  const filled = shapeOf({ ...outline, fill: "blue" }, { width: 10, height: 10 });
  ok(filled.path.endsWith("Z"));
  equal(filled.fillcolor, "blue");
});

/** The heads of trails on a still, which has type of this size: ties, then heads. */
const drawn = (trails, step, size = 16, options = {}) =>
  headOutlines(trails, step, frameOfPx(200, 100), { ...THEME, size }, options);

Deno.test("a head stands at the end of its path, the topmost drawn last, and none outside the panel or out of sight", () => {
  const [top, low] = [trailThrough([[1, 1], [20, 20]], { id: "1" }), trailThrough([[3, 3], [90, 40]], { id: "0" })];
  deepEqual(drawn([top, low], 1).map(({ fill }) => fill), ["color 0", "color 1"]);
  /** @param {import("../../../frontend/paths/outlines.js").Outline} outline */
  const middle = ({ lines: [points] }) =>
    [0, 1].map((axis) => Math.round(points.reduce((sum, at) => sum + at[axis], 0) / points.length));
  deepEqual(drawn([top, low], 1).map(middle), [[90, 60], [20, 80]]);
  deepEqual(drawn([trailThrough([[1, 1], [300, 20]])], 1), []);
  deepEqual(drawn([{ ...top, shown: false }], 1), []);
});

Deno.test("heads at one place stand apart and are tied to it", () => {
  const trails = [0, 1].map((slot) => trailThrough([[1, 1], [90, 40]], { id: `${slot}`, slot }));
  const outlines = drawn(trails, 1);
  deepEqual(outlines.map(({ fill }) => Boolean(fill)), [false, false, true, true]);
  for (const { lines: [[from]], line } of outlines.slice(0, 2)) {
    deepEqual(from, [90, 60]);
    ok(line.color.startsWith("color"));
  }
});

Deno.test("what ties a head to its curve is not of the curve's colour", () => {
  const trails = [0, 1].map((slot) => trailThrough([[1, 1], [90, 40]], { id: `${slot}`, slot }));
  const [tie, ...heads] = drawn(trails, 1, 16, { isLevel: true });
  deepEqual([tie.line.color, ...heads.map(({ fill }) => fill)], [THEME.text, "color 1", "color 0"]);
});
