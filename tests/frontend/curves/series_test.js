import { deepEqual, equal, ok } from "node:assert/strict";
import { disclosure, loss, NUMBERS } from "../../../frontend/curves/series.js";
import { divergedAt, runThrough } from "../paths/fakes.js";

/** A picture of a race of one contender with these losses. @param {number[]} values @param {Object<string, any>} [options] */
function pictureOf(values, { lowest = 0, arrays = {}, ...more } = {}) {
  const run = runThrough(values.map((_, k) => [k, 0]), { values, blob: { arrays }, label: "SGD", ...more });
  const surface = { lowest, z: Float32Array.of(lowest ?? 0, 100) };
  return /** @type {any} */ ({ runs: [run], surface, steps: values.length - 1 });
}

const SEEN = { focus: null, hidden: new Set([]) };
const read = (key, arrays) => NUMBERS[key][1](pictureOf([3, 2], { arrays }), SEEN);

Deno.test("the series of the loss are the losses, and the lowest is said beside them", () => {
  const picture = pictureOf([30, 20], { lowest: 0 });
  const series = loss(picture, SEEN);
  deepEqual(series.values, [picture.runs[0].values]);
  deepEqual([series.name, series.lowest, series.scale.log], ["loss", 0, true]);
});

Deno.test("each further curve reads its own array and has a title", () => {
  const gradient = read("gradient", { gradient_norms: { data: Float64Array.of(1, 2) } });
  deepEqual([...gradient.values[0]], [1, 2]);
  equal(gradient.scale.title, "gradient norm |g|");
  const rate = read("rate", { learning_rates: { data: Float64Array.of(NaN, 2) } });
  deepEqual([...rate.values[0]], [NaN, 2]);
  equal(rate.scale.title, "learning rate \u03b1");
});

Deno.test("the learning rate has a linear axis where it is asked for, however much it spans", () => {
  const arrays = { learning_rates: { data: Float64Array.of(NaN, 1, 1e-4) } };
  deepEqual(["rate", "rate-linear"].map((key) => read(key, arrays).scale.log), [true, false]);
});

Deno.test("a step length is the size of one coordinate of the steps", () => {
  const steps = { data: Float64Array.of(NaN, -1, 2, NaN, 3, -4), shape: [2, 3] };
  deepEqual([...read("step-x", { steps }).values[0]], [NaN, 1, 2]);
  deepEqual([...read("step-y", { steps }).values[0]], [NaN, 3, 4]);
  equal(read("step-x", { steps }).scale.title, "step length |\u0394x|");
  deepEqual([...steps.data], [NaN, -1, 2, NaN, 3, -4], "the blob is left alone");
});

Deno.test("every choice has a name for the picker", () => {
  for (const [name] of Object.values(NUMBERS)) ok(name.length > 0);
});

const disclosed = (picture) =>
  disclosure(picture, {
    end: 10,
    ...loss(picture, SEEN),
    across: picture.runs.map((run) => Float64Array.from(run.values.keys())),
  });

Deno.test("what is shown as it is needs no words", () => {
  equal(disclosed(pictureOf([30, 20])), "");
});

Deno.test("a lowest loss other than 0, a floor and who leaves are said", () => {
  equal(disclosed(pictureOf([31, 21], { lowest: 1.23456789 })), "the lowest loss is 1.235");
  equal(disclosed(pictureOf([30, 0])), "values up to 10 are on the lower edge");
  const gone = pictureOf([30, 1e9, 1e20], { outcome: divergedAt(2) });
  equal(disclosed(gone), "SGD diverged at step 2 and is above the axis from step 1");
});
