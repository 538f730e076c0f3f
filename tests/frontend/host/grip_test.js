import assert from "node:assert/strict";
import { positionAt, valueReader } from "../../../frontend/host/grip.js";

const TRACK = { low: 0, high: 108, step: 1, width: 216, from: 78 };

Deno.test("a thumb goes to the position that is nearest to where it is dragged", () => {
  assert.equal(positionAt(TRACK, 0), 78);
  assert.deepEqual([0.9, 1.1, -1.1, 20].map((px) => positionAt(TRACK, px)), [78, 79, 77, 88]);
});

Deno.test("a thumb stays on its track", () => {
  assert.deepEqual([-1000, 1000].map((px) => positionAt(TRACK, px)), [0, 108]);
});

Deno.test("positions are whole steps from the lowest", () => {
  const track = { low: 0.5, high: 1, step: 0.125, width: 100, from: 0.5 };
  assert.deepEqual([0, 20, 30, 80].map((px) => positionAt(track, px)), [0.5, 0.625, 0.625, 0.875]);
});

Deno.test("positions are values, or places among stops, as the value that is shown tells", () => {
  assert.equal(valueReader(20, "20", null)(35), 35);
  assert.equal(valueReader(2, "0.1", [0.001, 0.01, 0.1, 1])(3), 1);
  assert.equal(valueReader(0, "0", [0, 0.5])(1), 0.5);
});

Deno.test("where neither fits the value that is shown, nothing is foretold", () => {
  assert.equal(valueReader(2, "0.3", [0.001, 0.01, 0.1]), null);
  assert.equal(valueReader(2, "0.3", null), null);
  assert.equal(valueReader(2, null, null), null);
});
