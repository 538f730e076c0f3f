import { deepEqual, equal } from "node:assert/strict";
import { withEpochs } from "../../../frontend/live/epochs.js";

const DATA = { features: new Float64Array(200), targets: new Float64Array(200) };

/** @returns {any} */
const terms = (batchSize, more = {}) => ({
  schedule: "exponential",
  scheduleParameters: { factor: 0.5, steps_per_epoch: 10 },
  batchSize,
  epochIsPass: true,
  ...more,
});

Deno.test("an epoch that is a pass has as many updates as there are batches", () => {
  const updates = [1, 32, 200, 2000].map((size) => withEpochs(terms(size), DATA).scheduleParameters.steps_per_epoch);
  deepEqual(updates, [200, 7, 1, 1]);
});

Deno.test("so have those of whom a branch follows", () => {
  const branch = terms(100, { epochIsPass: false, followed: terms(50) });
  const { scheduleParameters, followed } = withEpochs(branch, DATA);
  deepEqual([scheduleParameters.steps_per_epoch, followed.scheduleParameters.steps_per_epoch], [10, 4]);
});

Deno.test("without a pass, or without data, epochs stay", () => {
  equal(withEpochs(terms(32, { epochIsPass: false }), DATA).scheduleParameters.steps_per_epoch, 10);
  equal(withEpochs(terms(32), null).scheduleParameters.steps_per_epoch, 10);
});
