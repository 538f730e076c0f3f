import assert from "node:assert/strict";
import { nearestSpeed, speedInWords } from "../../../frontend/controls/transport.js";

Deno.test("a speed on offer is the nearest to itself", () => {
  for (const factor of [0.0625, 0.25, 0.5, 1, 2, 4, 8]) assert.equal(nearestSpeed(factor), factor);
});

Deno.test("the nearest speed is so many times faster or slower, not so much", () => {
  assert.equal(nearestSpeed(2.9), 4); // 1.38 times as fast, and 2 only 1.45 times as slow
  assert.equal(nearestSpeed(2.8), 2);
});

Deno.test("beyond the slowest and the fastest there is nothing", () => {
  assert.deepEqual([0.05, 64].map(nearestSpeed), [0.0625, 8]);
});

Deno.test("a speed is said in steps a second, that of the race in its time", () => {
  const words = (factor) => speedInWords(factor, { step: "step", all: "race" });
  assert.deepEqual([0.0625, 1].map(words), ["3.75 steps a second", "60 steps a second"]);
  assert.equal(words(null), "The whole race takes about ten seconds");
});
