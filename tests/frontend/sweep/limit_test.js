import assert from "node:assert/strict";
import { isInTheory, limitLine } from "../../../frontend/sweep/limit.js";

const axes = /** @type {any} */ ({
  across: { path: ["ruleParameters", "learning_rate"], scale: "log" },
  up: { path: ["ruleParameters", "beta1"], scale: "complement" },
});

/** @returns {any} */
const pictureOf = (more = {}) => ({
  surface: { quadratic: true, data: null, parameters: { condition: 20 }, ...more },
  start: [1, 2],
});

/** @returns {any} */
const runOf = (more = {}) => ({
  terms: { rule: "heavy-ball", ruleParameters: { beta1: 0.5 }, schedule: "constant", start: null, ...more },
});

/** Kernels of a heavy ball. @returns {any} */
const ask = (_, { parameters }, { ruleParameters: { beta1 } }) => (
  { limit: 2 * (1 + beta1), sharpness: parameters.condition }
);

Deno.test("the line has the largest α of every value of the other axis", () => {
  const { u, v } = limitLine(ask, pictureOf(), runOf(), axes, [0, 0.9]);
  assert.deepEqual([...u].map((place) => Number((10 ** place).toFixed(9))), [0.1, 0.19]);
  assert.deepEqual([...v].map((place) => Number(place.toFixed(9))), [0, 1]);
  const ground = { ...axes, up: { path: ["surfaceParameters", "condition"], scale: "log" } };
  const { u: rates } = limitLine(ask, pictureOf(), runOf(), ground, [3, 30]);
  assert.deepEqual([...rates].map((place) => Number((10 ** place).toFixed(9))), [1, 0.1]);
});

Deno.test("there is none where the theory says nothing", () => {
  const line = (picture, run, kernels = ask) => limitLine(kernels, picture, run, axes, [0.9]);
  assert.equal(line(pictureOf({ quadratic: false }), runOf()), null);
  assert.equal(line(pictureOf(), runOf({ schedule: "cosine" })), null);
  assert.equal(line(pictureOf(), runOf(), () => null), null, "a rule whose limit depends on its state");
  assert.ok(isInTheory(pictureOf(), runOf(), axes), "of which it is said why there is none");
  assert.ok(!isInTheory(pictureOf(), runOf({ schedule: "cosine" }), axes));
  const data = { targets: new Float64Array(200) };
  assert.equal(line(pictureOf({ data }), runOf({ batchSize: 32 })), null);
  assert.ok(line(pictureOf({ data }), runOf({ batchSize: 2000 })));
  const sizes = { ...axes, up: { path: ["batchSize"], scale: "log" } };
  assert.equal(limitLine(ask, pictureOf({ data }), runOf({ batchSize: 2000 }), sizes, [1]), null);
});
