import assert from "node:assert/strict";
import { colorAt, placeIn } from "../../../frontend/map/fan_layer.js";

Deno.test("a value lies among the places of its slider, whatever their distances are", () => {
  const values = [0.01, 0.1, 1, 10];
  assert.deepEqual([0.01, 0.1, 10].map((value) => placeIn(values, value)), [0, 1 / 3, 1]);
  assert.equal(placeIn(values, 5.5), (2 + 0.5) / 3);
  assert.deepEqual([placeIn(values, 0), placeIn(values, 99), placeIn([3], 3)], [0, 1, 0]);
});

Deno.test("colours differ along a scale, and between the themes", () => {
  for (const dark of [false, true]) {
    const colors = Array.from({ length: 55 }, (_, k) => colorAt(k / 54, /** @type {any} */ ({ dark })));
    assert.equal(new Set(colors).size, 55);
  }
  assert.notEqual(colorAt(0, /** @type {any} */ ({ dark: true })), colorAt(0, /** @type {any} */ ({ dark: false })));
});
