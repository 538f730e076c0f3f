import { deepEqual } from "node:assert/strict";
import { drawBehind } from "../../../frontend/curves/behind.js";
import { frameOfPx } from "../paths/fakes.js";

/** The middles of the dots that are drawn from one step to another. */
function drawn(up, from, step) {
  const middles = [];
  const context = { beginPath() {}, fill() {}, arc: (left, top) => middles.push([left, top]) };
  const dots = { across: Float64Array.from(up.keys()), up: Float64Array.from(up), color: "#000" };
  drawBehind(/** @type {any} */ (context), frameOfPx(100, 50), dots, from, step);
  return middles;
}

Deno.test("a frame of playback adds the dots that are new", () => {
  deepEqual(drawn([10, 20, 30, 40], 0, 1), [[0, 40], [1, 30]]);
  deepEqual(drawn([10, 20, 30, 40], 2, 3), [[2, 20], [3, 10]]);
});

Deno.test("what is off the axis, or has no loss, has no dot", () => {
  deepEqual(drawn([10, 60, NaN], 0, 9), [[0, 40]]);
});
