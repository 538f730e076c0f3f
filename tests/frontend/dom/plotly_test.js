import { deepEqual } from "node:assert/strict";
import { frameIn } from "../../../frontend/dom/plotly.js";

Deno.test("a frame counts from the left and from the top", () => {
  const { u, v } = frameIn({ width: 200, height: 100 }, { x: [-1, 1], y: [0, 4] });
  deepEqual([(1 - u.from) * u.perUnit, (0 - u.from) * u.perUnit], [200, 100]);
  deepEqual([(4 - v.from) * v.perUnit, (0 - v.from) * v.perUnit], [-0, 100]);
});
