import { deepEqual, ok } from "node:assert/strict";
import { pinched } from "../../../frontend/map/pinch.js";

const RANGES = /** @type {import("../../../frontend/map/zoom.js").Ranges} */ ({ x: [-4, 4], y: [-2, 2] });
const AREA = { width: 400, height: 200 };
const fingers = (left, top, apart) => ({ left, top, apart });

Deno.test("fingers apart show less, around the point that they hold", () => {
  deepEqual(pinched(RANGES, fingers(200, 100, 50), fingers(200, 100, 100), AREA), { x: [-2, 2], y: [-1, 1] });
  const { x, y } = pinched(RANGES, fingers(100, 50, 50), fingers(100, 50, 100), AREA);
  ok(Math.abs(x[0] + (x[1] - x[0]) / 4 + 2) < 1e-12, "x = -2 stays a quarter from the left");
  ok(Math.abs(y[1] - (y[1] - y[0]) / 4 - 1) < 1e-12, "y = 1 stays a quarter from the top");
});

Deno.test("fingers that move together take the map with them", () => {
  deepEqual(pinched(RANGES, fingers(200, 100, 50), fingers(250, 150, 50), AREA), { x: [-5, 3], y: [-1, 3] });
});
