import { deepEqual, equal } from "node:assert/strict";
import { Flag } from "../../../frontend/host/flag.js";
import { Prediction } from "../../../frontend/player/prediction.js";
import { runThrough } from "../paths/fakes.js";

const POINTS = Array.from({ length: 11 }, (_, k) => [k, -k]);
const ARRAYS = {
  gradient_norms: { data: Float64Array.from(POINTS, ([x]) => x), shape: [11] },
  steps: { data: Float64Array.from({ length: 22 }, (_, k) => k), shape: [2, 11] },
};

/** A race of ten steps whose results are to be predicted. @returns {any} */
const race = (predict = true) => ({
  predict,
  steps: 10,
  runs: [runThrough(POINTS, { blob: { header: { lines: [] }, arrays: ARRAYS } })],
});

/** A prediction that has begun at a step, and how often it was told that the paths can be seen. */
function begunAt(step) {
  const [reveal, played] = [new Flag(), []];
  const prediction = new Prediction(reveal, () => played.push(true));
  prediction.begin(step, 10);
  return { prediction, reveal, played };
}

Deno.test("what is to be predicted holds no more than the step that is shown, and the update after it", () => {
  const { prediction } = begunAt(3);
  const [{ x, y, values, outcome, blob }] = prediction.shownOf(race()).runs;
  deepEqual([x.length, y.length, values.length, outcome.sentence], [5, 5, 5, ""]);
  deepEqual([...blob.arrays.gradient_norms.data], [0, 1, 2, 3, 4]);
  deepEqual(blob.arrays.steps.shape, [2, 5]);
  deepEqual([...blob.arrays.steps.data], [0, 1, 2, 3, 4, 11, 12, 13, 14, 15]);
});

Deno.test("a link to the end of a race that is to be predicted shows its start", () => {
  equal(begunAt(null).prediction.step, 0);
  equal(begunAt(10).prediction.step, 0);
  equal(begunAt(4).prediction.step, 4);
});

Deno.test("to play on shows the paths, and their end reveals the results", () => {
  const { prediction, reveal, played } = begunAt(3);
  for (const step of [3, 0, 2]) prediction.reach(race(), step);
  deepEqual([played.length, prediction.conceals(race())], [0, true], "back is not on");
  for (const step of [4, 5]) prediction.reach(race(), step);
  equal(played.length, 1);
  const [{ x, outcome }] = prediction.shownOf(race()).runs;
  deepEqual([x.length, outcome.sentence, reveal.on], [11, "", false], "without words so far");
  prediction.reach(race(), 10);
  equal(reveal.on, true);
  equal(prediction.shownOf(race()).runs[0].outcome.sentence, "It arrived.");
  prediction.hide();
  deepEqual([reveal.on, prediction.shownOf(race()).runs[0].x.length], [false, 5]);
});

Deno.test("where nothing is hidden, nothing is changed", () => {
  const { prediction, reveal } = begunAt(0);
  const open = race(false);
  prediction.reach(open, 10);
  equal(prediction.shownOf(open), open);
  equal(reveal.on, false);
});
