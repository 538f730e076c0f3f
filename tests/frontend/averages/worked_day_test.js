import { deepStrictEqual, strictEqual } from "node:assert";
import { withTerms } from "../../../frontend/averages/picture.js";
import { linesOf, termsOf } from "../../../frontend/averages/worked_day.js";

const values = Float64Array.from([4, 8, -2, 6, 1, 3, 9, 7]);
const facts = [{ beta: "beta_1", curves: "both", slot: 0, color: "#000", dash: "solid" }];

/** @param {number} beta @param {boolean} [misprint] */
const pictureOf = (beta, misprint = false) =>
  withTerms(/** @type {any} */ ({ values, facts, averages: [] }), { beta_1: beta, misprint });

const close = (value, wanted) => strictEqual(Math.abs(value - wanted) < 1e-12, true, `${value} is not ${wanted}`);

Deno.test("the terms add up to the average, the others included", () => {
  for (const day of [1, 5, 6, 7, 8]) {
    const [average] = pictureOf(0.75).averages;
    const { terms, others } = termsOf(values, average, day);
    strictEqual(terms.length + others.count, day);
    close(terms.at(-1).sum + others.product, average.plain[day - 1]);
    close(terms.reduce((sum, { weight }) => sum + weight, others.weight), 1 - 0.75 ** day);
  }
});

Deno.test("the newest term comes first", () => {
  const [{ day, back, weight, value }] = termsOf(values, pictureOf(0.75).averages[0], 8).terms;
  deepStrictEqual([day, back, weight, value], [8, 0, 0.25, 7]);
});

Deno.test("the lines have the numbers of their day", () => {
  const picture = pictureOf(0.5);
  deepStrictEqual(linesOf(picture, picture.averages[0], 3), [
    ["v₃ = β v₂ + (1 − β) θ₃", "= 0.5 · 5 + 0.5 · (−2)", "= 1.5"],
    ["v̂₃ = v₃ / (1 − β³)", "= 1.5 / (1 − 0.5³)", "= 1.7143"],
  ]);
});

Deno.test("the misprint divides by 1 − β on every day", () => {
  const picture = pictureOf(0.5, true);
  deepStrictEqual(linesOf(picture, picture.averages[0], 3).at(-1), ["misprinted: v₃ / (1 − β)", "= 1.5 / 0.5", "= 3"]);
  deepStrictEqual(Array.from(picture.averages[0].misprinted), Array.from(picture.averages[0].plain, (v) => 2 * v));
});
