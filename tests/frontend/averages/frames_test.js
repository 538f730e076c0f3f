import { deepStrictEqual, strictEqual } from "node:assert";
import { dayAt, dayTicks, framesOf, rangeOf, ticksOf, valueAt } from "../../../frontend/averages/frames.js";
import { withTerms } from "../../../frontend/averages/picture.js";
import { pixel } from "../../../frontend/paths/strokes.js";

/** @param {number[]} numbers @param {string} curves @param {boolean} [misprint] */
function pictureOf(numbers, curves, misprint = false) {
  const facts = [{ beta: "beta_1", curves, slot: 0, color: "#000", dash: "solid" }];
  const begun = /** @type {any} */ ({ values: Float64Array.from(numbers), facts, averages: [] });
  return withTerms(begun, { beta_1: 0.5, misprint });
}

const holds = ([low, high], value) => low < value && value < high;

Deno.test("an average without correction begins at 0, which the axis shows", () => {
  strictEqual(holds(rangeOf(pictureOf([10, 12], "both")), 0), true);
  strictEqual(holds(rangeOf(pictureOf([10, 12], "corrected")), 0), false);
  strictEqual(holds(rangeOf(pictureOf([10, 12], "both", true)), 17), true, "the misprinted average");
});

Deno.test("a series of one number, or of none, has an axis", () => {
  for (const numbers of [[], [0], [7]]) {
    const [low, high] = rangeOf(pictureOf(numbers, "corrected"));
    strictEqual(Number.isFinite(low) && high > low, true);
  }
});

Deno.test("days and values are found where they are drawn", () => {
  const { series, weights } = framesOf({ width: 900, height: 400 }, 16, 30, [-5, 20], 0.1);
  for (const day of [1, 17, 30]) strictEqual(dayAt(series, series.left + pixel(day, series.u), 30), day);
  deepStrictEqual([dayAt(series, 0, 30), dayAt(series, 2000, 30)], [1, 30]);
  strictEqual(Math.abs(valueAt(series, series.top + pixel(7, series.v)) - 7) < 1e-9, true);
  strictEqual(weights.top >= series.top + series.height && weights.top + weights.height < 400, true);
});

Deno.test("without an average the series has the height of the weights", () => {
  const [without, among] = [0, 0.1].map((heaviest) =>
    framesOf({ width: 900, height: 400 }, 16, 30, [-5, 20], heaviest)
  );
  strictEqual(without.weights.height, 0);
  strictEqual(without.weights.top, without.series.top + without.series.height);
  strictEqual(without.weights.top, among.weights.top + among.weights.height);
});

Deno.test("ticks are few and round, those of days whole", () => {
  deepStrictEqual(ticksOf([0, 10], 5).map(({ text }) => text), ["0", "2", "4", "6", "8", "10"]);
  deepStrictEqual(dayTicks(3, 8).map(({ at }) => at), [0, 1, 2, 3]);
});
