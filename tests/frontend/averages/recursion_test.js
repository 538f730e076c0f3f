import { deepStrictEqual, strictEqual } from "node:assert";
import { biasCorrected, reachOf, weightedAverage, weightOf } from "../../../frontend/averages/recursion.js";

Deno.test("an average keeps β of itself and takes 1 − β of each value", () => {
  deepStrictEqual(Array.from(weightedAverage(Float64Array.of(8, 4, 0), 0.5)), [4, 4, 2]);
  deepStrictEqual(Array.from(weightedAverage(Float64Array.of(8, 4, 0), 0)), [8, 4, 0]);
});

Deno.test("of equal values the corrected average is their value", () => {
  const averages = weightedAverage(new Float64Array(4).fill(3), 0.75);
  deepStrictEqual(Array.from(biasCorrected(averages, 0.75)), [3, 3, 3, 3]);
});

Deno.test("weights are seen as far back as they are a thousandth of the newest", () => {
  const reach = reachOf(0.9);
  strictEqual(weightOf(0.9, reach) <= 1e-3 * weightOf(0.9, 0), true);
  strictEqual(weightOf(0.9, reach - 1) > 1e-3 * weightOf(0.9, 0), true);
  strictEqual(reachOf(0), 1);
});
