import { deepEqual, equal, ok } from "node:assert/strict";
import { followedPoints } from "../../../frontend/live/followed_points.js";

const WINDOW = [[-2, 2], [-2, 2]];

/** What kernels say of (x² − a²)² / 4 + tilt · x + y² / 2: with a = 1 and no tilt minima at ±1, a saddle at 0. */
const wells = (a, tilt = 0) => /** @type {any} */ ((name, { x, y }) => {
  if (name === "values") return x.map((u, k) => (u * u - a * a) ** 2 / 4 + tilt * u + y[k] ** 2 / 2);
  if (name === "gradients") return { x: x.map((u) => u ** 3 - a * a * u + tilt), y: y.slice() };
  return { xx: x.map((u) => 3 * u * u - a * a), xy: x.map(() => 0), yy: x.map(() => 1) };
});

const point = (kind, x, eigenvalues) => ({ kind, point: [x, 0], value: 0, eigenvalues, angle: 0 });
const BEFORE = {
  critical_points: [
    point("global minimum", -1, [1, 2]),
    point("global minimum", 1, [1, 2]),
    point("saddle", 0, [-1, 1]),
  ],
  lowest: 0,
  window: WINDOW,
};
const rounded = ({ critical_points: points }) =>
  points.map(({ kind, point: [x, y] }) => [kind, Number(x.toFixed(6)) + 0, Number(y.toFixed(6)) + 0]);

Deno.test("critical points are followed to where they are on another surface", () => {
  const found = followedPoints(BEFORE, wells(1.2));
  deepEqual(rounded(found), [["global minimum", -1.2, 0], ["global minimum", 1.2, 0], ["saddle", 0, 0]]);
  ok(Math.abs(found.lowest) < 1e-12);
  const [{ eigenvalues: [low, high], angle }] = found.critical_points;
  ok(Math.abs(low - 1) < 1e-9 && Math.abs(high - 2.88) < 1e-9);
  ok(Math.abs(angle - Math.PI / 2) < 1e-9, "the surface is flatter along y");
});

Deno.test("of two minima the lower one is the global one, and the lowest loss is its", () => {
  const found = followedPoints(BEFORE, wells(1, 0.05));
  deepEqual(found.critical_points.map(({ kind }) => kind), ["global minimum", "local minimum", "saddle"]);
  equal(found.lowest, found.critical_points[0].value);
  ok(found.lowest < 0);
});

Deno.test("where a minimum is lost no lowest loss is known, and no other point stands for it", () => {
  const found = followedPoints(BEFORE, wells(1, 0.6)); // too steep for the minimum at 1 and the saddle
  deepEqual(found.critical_points.map(({ kind }) => kind), ["global minimum"]);
  equal(found.lowest, null);
  deepEqual(followedPoints(BEFORE, () => null), { critical_points: [], lowest: null });
});

Deno.test("a lowest loss that is not that of a minimum stays", () => {
  const valley = { ...BEFORE, critical_points: [point("saddle", 0, [-1, 1])], lowest: 3 };
  equal(followedPoints(valley, wells(1.2)).lowest, 3);
  deepEqual(followedPoints({ ...BEFORE, critical_points: [] }, wells(1)), { critical_points: [], lowest: 0 });
});
