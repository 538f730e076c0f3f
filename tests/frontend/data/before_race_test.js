import assert from "node:assert/strict";
import { beforeRace } from "../../../frontend/data/before_race.js";

const RUN = {
  id: "0",
  label: "SGD",
  outcome: { name: "diverged", sentence: "SGD diverged.", note: "diverged at step 2", known_from: 2 },
  x: Float64Array.of(1, 2, 3),
  y: Float64Array.of(4, 5, 6),
  values: Float64Array.of(7, 8, 9),
  blob: {
    header: { lines: [] },
    arrays: {
      steps: { data: Float64Array.of(NaN, 1, 2, NaN, 3, 4), shape: [2, 3] },
      learning_rates: { data: Float64Array.of(NaN, 0.1, 0.2), shape: [3] },
    },
  },
};

Deno.test("before a race every run is at its start, and nothing tells how it ends", () => {
  const picture = /** @type {any} */ ({ steps: 2, runs: [RUN] });
  const { steps, runs: [run] } = beforeRace(picture);
  assert.equal(steps, 2);
  assert.deepEqual([run.x, run.y, run.values], [Float64Array.of(1), Float64Array.of(4), Float64Array.of(7)]);
  assert.deepEqual([run.outcome.sentence, run.outcome.note, run.outcome.known_from], ["", null, Infinity]);
  assert.deepEqual([run.label, run.blob.header], ["SGD", RUN.blob.header]);
});

Deno.test("what is known of every step is known of the start alone", () => {
  const { runs: [{ blob: { arrays } }] } = beforeRace(/** @type {any} */ ({ steps: 2, runs: [RUN] }));
  assert.deepEqual([arrays.steps.shape, Array.from(arrays.steps.data)], [[2, 1], [NaN, NaN]]);
  assert.deepEqual([arrays.learning_rates.shape, Array.from(arrays.learning_rates.data)], [[1], [NaN]]);
});
