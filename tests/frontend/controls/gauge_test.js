import assert from "node:assert/strict";
import { percentOf, readingOf } from "../../../frontend/controls/gauge.js";

const surface = /** @type {any} */ ({ key: "bowl" });

/** A run of three updates at rates of its own. @returns {any} */
const runOf = (more = {}) => ({
  terms: { rule: "sgd", ruleParameters: { learning_rate: 0.1 } },
  x: [1, 2, 3, 4],
  y: [5, 6, 7, 8],
  values: [0, 0, 0, 0],
  begins: 0,
  blob: { arrays: { learning_rates: { data: [NaN, 0.1, 0.2, 0.4] } } },
  ...more,
});

Deno.test("a gauge reads the head with the rate of the update that is next, and of the last at the end", () => {
  const asked = [];
  const ask = (name, _, settings) => {
    asked.push([name, settings.point, settings.update]);
    return { sharpness: 10, limit: 2 };
  };
  assert.deepEqual(readingOf(ask, surface, runOf(), 0), { product: 1, limit: 2 });
  assert.deepEqual(readingOf(ask, surface, runOf(), 2), { product: 4, limit: 2 });
  assert.deepEqual(readingOf(ask, surface, runOf(), 3), { product: 4, limit: 2 });
  assert.deepEqual(asked, [["stability", [1, 5], 1], ["stability", [3, 7], 3], ["stability", [4, 8], 3]]);
});

Deno.test("without a limit, a point or an update there is nothing to read", () => {
  const never = () => assert.fail("nothing is asked");
  assert.equal(readingOf(() => null, surface, runOf(), 1), null);
  assert.equal(readingOf(never, surface, runOf(), 4), null, "it diverged before");
  assert.equal(readingOf(never, surface, runOf({ begins: 2 }), 1), null, "a branch has not begun");
  assert.equal(readingOf(never, surface, runOf({ values: [0] }), 0), null);
});

Deno.test("percent are whole, and not more than can be compared", () => {
  const written = [[1.94, 2], [2, 2], [30, 2], [NaN, 2], [0.001, 38]];
  assert.deepEqual(written.map(([product, limit]) => percentOf({ product, limit })), [
    "97 %",
    "100 %",
    "> 999 %",
    "> 999 %",
    "0 %",
  ]);
});
