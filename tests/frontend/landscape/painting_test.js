import assert from "node:assert/strict";
import { painted, shadesOf } from "../../../frontend/landscape/painting.js";

Deno.test("the first row of cells is the lowest of the image, and a slow path is darker", () => {
  const classes = [{ words: "a", color: "#ff0000" }, { words: "b", color: "#0000c8" }];
  const shades = shadesOf(Float32Array.of(0, NaN, 100, 100), 100);
  const pixels = painted({ codes: Uint8Array.of(0, 1, 0, 1), columns: 2, shades }, classes);
  const colors = [0, 4, 8, 12].map((at) => [...pixels.slice(at, at + 4)]);
  assert.deepEqual(colors.slice(2), [[255, 0, 0, 255], [0, 0, 200, 255]]);
  assert.ok(colors[0][0] < 255 && colors[0][0] > 127 && colors[0][2] === 0);
  assert.ok(colors[1][2] < 200);
});
