import { deepEqual, equal, ok } from "node:assert/strict";
import { codesOf, reached } from "../../../frontend/landscape/newton.js";
import { iterated } from "../../../frontend/live/newton.js";

/** What kernels say of (x² − 1)² / 4 + y² / 2: minima at ±1, a saddle at 0. @type {any} */
const WELLS = (name, { x, y }) =>
  name === "gradients"
    ? { x: x.map((each) => each ** 3 - each), y: y.slice() }
    : { xx: x.map((each) => 3 * each * each - 1), xy: x.map(() => 0), yy: x.map(() => 1) };

const POINTS = /** @type {any} */ ([
  { kind: "global minimum", point: [-1, 0] },
  { kind: "global minimum", point: [1, 0] },
  { kind: "saddle", point: [0, 0] },
]);
const COLORS = {
  minima: ["#111111", "#222222"],
  saddle: "#333333",
  maximum: "#444444",
  another: "#555555",
  diverged: "#666666",
};
const starts = (...x) => ({ x: Float64Array.from(x), y: new Float64Array(x.length).fill(0.5) });

Deno.test("it comes to the point that Newton's method reaches, whatever its kind", () => {
  const ends = iterated(starts(-2, 2, 0.1, 0.5), WELLS, 4);
  // From 0.5 the step is (0.125 − 0.5) / (0.75 − 1) = 1.5 to the left: −1, a minimum on the other side.
  deepEqual([...codesOf(ends, POINTS, 4)], [0, 1, 2, 0]);
  ok(ends.steps.every((steps) => steps > 0 && steps < 12));
});

Deno.test("from a place where the Hessian is singular it comes to no point", () => {
  const ends = iterated(starts(1 / Math.sqrt(3)), (name, places) => {
    const found = WELLS(name, places);
    return name === "hessians" ? { ...found, xx: found.xx.map(() => 0) } : found;
  }, 4);
  deepEqual([...codesOf(ends, POINTS, 4)], [4]);
  ok(Number.isNaN(ends.steps[0]));
});

Deno.test("without derivatives there is nothing", () => {
  equal(iterated(starts(1), () => null, 4), null);
});

Deno.test("each of a few points has its words, and of many the kinds have", () => {
  deepEqual(reached(POINTS, COLORS).map(({ words }) => words), [
    "minimum (\u22121, 0)",
    "minimum (1, 0)",
    "saddle (0, 0)",
    "another point",
    "no point",
  ]);
  const many = Array.from({ length: 20 }, (_, k) => ({ ...POINTS[2], point: [k, 0] }));
  deepEqual(reached(many, COLORS).map(({ words }) => words).slice(0, 4), [
    "global minima",
    "local minima",
    "saddles",
    "maxima",
  ]);
  const ends = { ...starts(3), steps: Float32Array.of(2) };
  deepEqual([...codesOf({ ...ends, y: new Float64Array(1) }, many, 4)], [2]);
});
