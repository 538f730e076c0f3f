import assert from "node:assert/strict";
import { describe, linesOf } from "../../../frontend/controls/worked_step.js";

Deno.test("the update that led to a step is named", () => {
  assert.equal(describe("SGD", 3, 10), "SGD: update 3, from step 2 to step 3.");
  assert.equal(describe("SGD", 10, 10), "SGD: update 10, from step 9 to step 10.");
});

Deno.test("at the start it is the one that comes next", () => {
  assert.equal(describe("SGD", 0, 10), "SGD: step 0 is the start; this is update 1, which comes next.");
});

Deno.test("after the end it is the last", () => {
  assert.equal(describe("SGD", 11, 10), "SGD: update 10, its last; then it diverged.");
});

Deno.test("a run of one point has none", () => {
  for (const step of [0, 1]) assert.equal(describe("SGD", step, 0), "SGD made no update.");
});

Deno.test("a branch has none before it begins", () => {
  assert.equal(describe("SGD", 3, 10, 4), "SGD: it branches at step 4.");
  assert.equal(describe("SGD", 4, 10, 4), "SGD: it branches at step 4; update 5 comes next.");
  assert.equal(describe("SGD", 5, 10, 4), "SGD: update 5, from step 4 to step 5.");
  assert.equal(describe("SGD", 7, 7, 7), "SGD made no update.");
});

Deno.test("a switch that has been turned here has its own lines", () => {
  const both = [{ when: {} }, { when: { bias_correction: true } }, { when: { bias_correction: false } }];
  const shownAt = (bias_correction) =>
    linesOf(/** @type {any} */ ({ blob: { header: { lines: both } }, terms: { ruleParameters: { bias_correction } } }));
  assert.deepEqual(shownAt(true), [both[0], both[1]]);
  assert.deepEqual(shownAt(false), [both[0], both[2]]);
});
