import assert from "node:assert/strict";
import { fanOf, telling } from "../../../frontend/live/fan.js";

const SLIDERS = { rates: [0, 0.1, 1], memories: [0, 0.9] };

/** The fan of a number of a picture. */
const fan = (kernels, picture, id, field, before = null) =>
  fanOf({ kernels, sliders: SLIDERS, picture, id, field, before });

/** Kernels that go to the right by the learning rate, and count how often. */
function createKernels() {
  const kernels = {
    walked: 0,
    walk({ ruleParameters, start: [x0, y0], steps }) {
      kernels.walked += 1;
      const x = Float64Array.from({ length: steps + 1 }, (_, k) => x0 + k * ruleParameters.learning_rate);
      return { x, y: new Float64Array(steps + 1).fill(y0), loss: x };
    },
    numbersOf: () => ({}),
  };
  return kernels;
}

const NUMBERS = [
  { path: ["ruleParameters", "learning_rate"], symbol: "\u03b1", slider: "rates" },
  { path: ["ruleParameters", "beta1"], symbol: "\u03b2\u2081", slider: "memories" },
];

/** A picture of one run. @returns {any} */
const picture = (
  { rate = 0.1, beta1 = 0.9, start = [1, 2], numbers = NUMBERS, randomness = "", replacement = false } = {},
) => ({
  surface: { key: "bowl", parameters: {}, identity: "bowl" },
  start,
  steps: 3,
  noise: 0,
  replacement,
  runs: [{
    id: "4",
    randomness,
    numbers,
    terms: { rule: "momentum", ruleParameters: { learning_rate: rate, beta1 }, start: null },
    blob: { header: {} },
    normal: null,
  }],
});

Deno.test("a fan has a path for every place of the slider, and knows the present one", () => {
  const { symbol, value, values, paths } = fan(createKernels(), picture(), "4", "learning_rate");
  assert.deepEqual([symbol, value, values], ["\u03b1", 0.1, [0, 0.1, 1]]);
  assert.deepEqual(paths.map(({ x }) => x.at(-1)), [1, 1 + 3 * 0.1, 4]);
});

Deno.test("its own slider moves no path of it, whatever else moves does", () => {
  const kernels = createKernels();
  const first = fan(kernels, picture(), "4", "learning_rate");
  const own = fan(kernels, picture({ rate: 1 }), "4", "learning_rate", first);
  assert.deepEqual([own.paths === first.paths, own.value, kernels.walked], [true, 1, 3]);
  for (const change of [{ beta1: 0 }, { start: [0, 0] }, { randomness: "another seed" }, { replacement: true }]) {
    assert.notEqual(fan(kernels, picture(change), "4", "learning_rate", first).paths, first.paths);
  }
  assert.equal(fan(kernels, picture(), "4", "beta1", first).paths.length, 2);
});

Deno.test("the first number stands in for one that an optimizer lacks; without numbers there is no fan", () => {
  assert.equal(fan(createKernels(), picture(), "4", "beta2").symbol, "\u03b1");
  assert.equal(fan(createKernels(), picture({ numbers: [] }), "4", "beta1"), null);
  assert.equal(fan(createKernels(), picture(), "7", "beta1"), null);
});

Deno.test("a fan is of what was moved last, or else of a number that shapes the path", () => {
  const runs = [{ id: "0", numbers: NUMBERS.slice(0, 1) }, { id: "3", numbers: NUMBERS }, {
    id: "5",
    numbers: NUMBERS,
  }];
  assert.deepEqual(telling(runs, { id: "5", field: "learning_rate" }, "3"), { id: "5", field: "learning_rate" });
  assert.deepEqual(
    telling(runs, { id: "9", field: "learning_rate" }, null),
    { id: "3", field: "beta1" },
    "it has gone",
  );
  assert.deepEqual(telling(runs, null, "5"), { id: "5", field: "beta1" });
  assert.deepEqual(telling(runs, null, "0"), { id: "0", field: "learning_rate" }, "it has no other");
  assert.equal(telling([], null, null), null);
});
