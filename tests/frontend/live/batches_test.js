import { deepEqual, equal, throws } from "node:assert/strict";
import { batchAt, batchesOf } from "../../../frontend/live/batches.js";

const ORDER = Int32Array.from([3, 1, 4, 0, 2, 2, 0, 1, 4, 3, 0, 1, 2, 3, 4]); // three epochs of five examples

const drawing = (size, more = {}) => ({ order: ORDER, size, examples: 5, replacement: false, ...more });

/** The batches of so many steps and the one after them. */
function rows(size, steps, replacement = false) {
  const { indices, size: width } = batchesOf(drawing(size, { replacement }), steps);
  return Array.from({ length: steps + 1 }, (_, t) => Array.from(indices.subarray(t * width, (t + 1) * width)));
}

Deno.test("an epoch ends with a short batch, and the next begins with its own order", () => {
  deepEqual(rows(2, 4), [[3, 1], [4, 0], [2, -1], [2, 0], [1, 4]]);
  deepEqual(rows(1, 5), [[3], [1], [4], [0], [2], [2]]);
  deepEqual(rows(4, 2), [[3, 1, 4, 0], [2, -1, -1, -1], [2, 0, 1, 4]]);
});

Deno.test("with replacement batches follow each other without epochs", () => {
  deepEqual(rows(2, 3, true), [[3, 1], [4, 0], [2, 2], [0, 1]]);
});

Deno.test("a batch of all is no batch", () => {
  equal(batchesOf(drawing(5, { order: null }), 100), null);
  equal(batchesOf(drawing(2000, { replacement: true }), 100), null);
});

Deno.test("what is not known of the order is said", () => {
  throws(() => rows(2, 9), { name: "NotKnownHere" });
  throws(() => batchesOf(drawing(2, { order: null }), 1), /The batches are not known for 1 steps/);
  deepEqual(Array.from(batchAt(drawing(2), 8)), [4]);
  equal(batchAt(drawing(2), 9), null);
});
