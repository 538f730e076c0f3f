import assert from "node:assert/strict";
import { isKnownAt, nameAt, noteAt } from "../../../frontend/data/outcome.js";

const sentence = "Whatever stands here is shown elsewhere.";
const diverged = {
  label: "SGD",
  outcome: { name: "diverged", sentence, note: "diverged at step 12", known_from: 12 },
};
const moving = { label: "Adam", outcome: { name: "still-moving", sentence, note: null, known_from: 40 } };

Deno.test("an outcome is known from its step on", () => {
  assert.deepEqual([0, 11, 12, 13].map((step) => isKnownAt(diverged, step)), [false, false, true, true]);
});

Deno.test("a note is shown from that step on", () => {
  assert.deepEqual([11, 12, 500].map((step) => noteAt(diverged, step)), [
    "",
    "diverged at step 12",
    "diverged at step 12",
  ]);
});

Deno.test("an outcome without a note has none at any step", () => {
  assert.deepEqual([0, 40, 41].map((step) => noteAt(moving, step)), ["", "", ""]);
});

Deno.test("a name has the note beside it, once there is one", () => {
  assert.equal(nameAt(diverged, 11), "SGD");
  assert.equal(nameAt(diverged, 12), "SGD (diverged at step 12)");
  assert.equal(nameAt(moving, 41), "Adam");
});

Deno.test("what is known from the start is shown at step 0", () => {
  const outcome = { ...diverged.outcome, note: "left the map", known_from: 0 };
  assert.equal(nameAt({ label: "SGD", outcome }, 0), "SGD (left the map)");
});
