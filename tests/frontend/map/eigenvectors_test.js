import { deepEqual, equal, ok } from "node:assert/strict";
import { arrowsOf, lengthOf } from "../../../frontend/map/eigenvectors.js";

/** A map of 400 × 400 px from −2 to 2. */
const FRAME = /** @type {any} */ ({
  width: 400,
  height: 400,
  u: { from: -2, perUnit: 100 },
  v: { from: 2, perUnit: -100 },
});

/** @returns {any} */
const critical = (kind, point, eigenvalues, angle = 0) => ({ kind, point, value: 0, eigenvalues, angle });

/** The stems of arrows, each as it leaves its point: px along x and y. */
const stems = (points) => arrowsOf(points, FRAME, 1).filter((line) => line.length === 2);

Deno.test("arrows lie along the eigenvectors, up on the map where y grows", () => {
  const lines = stems([critical("saddle", [0, 0], [-2, 2], Math.PI / 6)]);
  equal(lines.length, 4, "two for each eigenvector");
  const [from, to] = lines[0];
  ok(Math.abs(Math.atan2(200 - to[1], to[0] - 200) - Math.PI / 6) < 1e-12);
  ok(Math.hypot(to[0] - 200, to[1] - 200) > Math.hypot(from[0] - 200, from[1] - 200));
  const across = lines[2][1];
  ok(
    Math.abs((to[0] - 200) * (across[0] - 200) + (to[1] - 200) * (across[1] - 200)) < 1e-9,
    "the other is upright on it",
  );
});

Deno.test("they point out where the loss curves down, in where it curves up, and nowhere where it does not", () => {
  const tips = (eigenvalues) =>
    arrowsOf([critical("saddle", [0, 0], eigenvalues)], FRAME, 1)
      .filter((line) => line.length === 3)
      .map(([[back], [tip]]) => Math.sign((tip - back) * (tip - 200)));
  deepEqual(tips([-2, 0]), [1, 1]);
  deepEqual(tips([2, 0]), [-1, -1]);
  deepEqual(tips([0, 0]), []);
});

Deno.test("the longer, the more it curves: so many px for each factor of ten, and never too short to be seen", () => {
  ok(lengthOf(100, 100) > lengthOf(-10, 100));
  equal(lengthOf(100, 100) - lengthOf(-10, 100), lengthOf(10, 100) - lengthOf(1, 100));
  equal(lengthOf(1e-9, 100), lengthOf(1e-12, 100));
});

Deno.test("points that are not seen, or that stand too close to one that matters more, have none", () => {
  const [lowest, near, far] = [
    critical("global minimum", [0, 0], [1, 1]),
    critical("saddle", [0.2, 0], [-1, 1]),
    critical("saddle", [1, 0], [-1, 1]),
  ];
  equal(stems([lowest, near, far, critical("saddle", [3, 0], [-1, 1])]).length, 8);
  const many = Array.from(
    { length: 20 },
    (_, k) => critical("local minimum", [-1.9 + 0.4 * (k % 10), k < 10 ? 0 : 1], [1, 2]),
  );
  equal(stems(many).length, 16, "four of twenty");
});
