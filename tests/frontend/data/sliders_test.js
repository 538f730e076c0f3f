import assert from "node:assert/strict";
import { valuesOn } from "../../../frontend/data/sliders.js";

Deno.test("a slider of few stops gives all of them", () => {
  assert.deepEqual(valuesOn([0.1, 1, 10], 55), [0.1, 1, 10]);
  assert.deepEqual(valuesOn({ low: 1, high: 5, step: 1 }, 55), [1, 2, 3, 4, 5]);
  assert.deepEqual(valuesOn({ low: 0.5, high: 1, step: 0.25 }, 55), [0.5, 0.75, 1]);
  assert.deepEqual(valuesOn([3], 55), [3]);
});

Deno.test("of many it gives as many as are wanted, from the first to the last", () => {
  const stops = Array.from({ length: 109 }, (_, k) => k);
  const few = valuesOn(stops, 55);
  assert.deepEqual([few.length, few[0], few.at(-1)], [55, 0, 108]);
  assert.ok(few.every((value, k) => value === 2 * k));
  const whole = valuesOn({ low: 1, high: 1000, step: 1 }, 55);
  assert.deepEqual([whole.length, whole[0], whole.at(-1)], [55, 1, 1000]);
  assert.ok(whole.every(Number.isInteger));
});
