import assert from "node:assert/strict";
import { arrowLines, coversHeights } from "../../../frontend/map/survey_layer.js";

Deno.test("arrows point downhill from the middle of their cells, and none stands where there is no slope", () => {
  const places = { x: Float64Array.of(0, 1, 2), y: Float64Array.of(0, 0, 0) };
  const slopes = { gx: Float64Array.of(10, 0, NaN), gy: Float64Array.of(0, 0, 1) };
  const surveyed = { columns: Float64Array.of(0, 1, 2), arrows: { ...places, ...slopes } };
  const frame = { u: { from: 0, perUnit: 100 }, v: { from: 1, perUnit: -100 } };
  const [shaft, head, ...others] = arrowLines(/** @type {any} */ (surveyed), /** @type {any} */ (frame));
  assert.deepEqual(others, []);
  const [[fromX, fromY], [toX, toY]] = shaft;
  assert.ok(fromX > 0 && toX < 0 && Math.abs(fromX + toX) < 1e-9, "to the left, where the loss falls");
  assert.deepEqual([fromY, toY], [100, 100]);
  assert.deepEqual(head[1], [toX, toY]);
});

Deno.test("contours keep their colours below arrows alone", () => {
  assert.deepEqual(["heights", "gradient", "basins", "curvature"].map(coversHeights), [false, false, true, true]);
});
