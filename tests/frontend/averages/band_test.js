import { deepStrictEqual } from "node:assert";
import { bandOf } from "../../../frontend/averages/band.js";

const frame = {
  ...{ left: 0, top: 0, width: 4, height: 10 },
  u: { from: 0.5, perUnit: 0.5 }, // two days to a pixel
  v: { from: 10, perUnit: -1 },
};

Deno.test("a column reaches from its highest to its lowest value, and to where the one before ended", () => {
  deepStrictEqual(bandOf(Float64Array.of(4, 6, 1, 2, 2, 2), frame), [
    { left: 0, high: 4, low: 6 },
    { left: 1, high: 4, low: 9 },
    { left: 2, high: 8, low: 8 },
  ]);
});

Deno.test("the upper edge is a place like any other", () => {
  const { high, low } = bandOf(Float64Array.of(10, 10, 4), frame).at(-1);
  deepStrictEqual([Math.abs(high), low], [0, 6]);
});

Deno.test("of no values there is none", () => deepStrictEqual(bandOf(new Float64Array(0), frame), []));
