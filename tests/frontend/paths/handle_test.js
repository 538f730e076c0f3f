import assert from "node:assert/strict";
import { placeIn, pointAt } from "../../../frontend/paths/handle.js";

/** @type {any} */
const FRAME = {
  left: 40,
  top: 10,
  width: 200,
  height: 100,
  u: { from: -1, perUnit: 100 },
  v: { from: 1, perUnit: -100 },
};
/** @type {any} */
const NODE = { getBoundingClientRect: () => ({ left: 300, top: 500 }) };

Deno.test("a pointer has a place in the plot area alone", () => {
  const at = (clientX, clientY) => placeIn(FRAME, NODE, /** @type {any} */ ({ clientX, clientY }));
  assert.deepEqual([at(340, 510), at(540, 610), at(440, 560)], [[0, 0], [200, 100], [100, 50]]);
  assert.deepEqual([at(339, 510), at(340, 509), at(541, 560), at(440, 611)], [null, null, null, null]);
  assert.deepEqual(pointAt(FRAME, at(440, 560)), [0, 0.5]);
});
