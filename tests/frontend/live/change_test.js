import assert from "node:assert/strict";
import { placesOf, remaining, valueAt, withValue } from "../../../frontend/live/change.js";

/** @type {any} */
const PICTURE = {
  surface: { parameters: { condition: 20 } },
  start: [-4, 1.5],
  steps: 120,
  noise: 0,
  runs: [{ id: "0", terms: { ruleParameters: { learning_rate: 0.1 }, scheduleParameters: {}, start: null } }],
};

Deno.test("a value is put at its place, and others stay", () => {
  const change = withValue(withValue({}, ["contenders", "0", "ruleParameters", "beta1"], 0.9), ["steps"], 50);
  assert.deepEqual(change, { contenders: { 0: { ruleParameters: { beta1: 0.9 } } }, steps: 50 });
  assert.deepEqual(placesOf(change), [["contenders", "0", "ruleParameters", "beta1"], ["steps"]]);
  assert.equal(valueAt(change, ["contenders", "0", "ruleParameters", "beta1"]), 0.9);
  assert.equal(valueAt(change, ["contenders", "1", "start"]), undefined);
});

Deno.test("what the picture has already is no change", () => {
  const change = { steps: 120, start: [-4, 1.5], contenders: { 0: { ruleParameters: { learning_rate: 0.2 } } } };
  assert.deepEqual(remaining(change, PICTURE), { contenders: { 0: { ruleParameters: { learning_rate: 0.2 } } } });
  assert.equal(remaining({ surfaceParameters: { condition: 20 } }, PICTURE), null);
});

Deno.test("a start of its own can be given and taken", () => {
  assert.deepEqual(remaining({ contenders: { 0: { start: [1, 2] } } }, PICTURE), {
    contenders: { 0: { start: [1, 2] } },
  });
  assert.equal(remaining({ contenders: { 0: { start: null } } }, PICTURE), null);
});

Deno.test("what concerns nobody who takes part is no change", () => {
  assert.equal(remaining({ contenders: { 7: { ruleParameters: { learning_rate: 0.2 } } } }, PICTURE), null);
  assert.equal(remaining({ contenders: { 0: { scheduleParameters: { horizon: 50 } } } }, PICTURE), null);
});
