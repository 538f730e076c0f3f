import { strictEqual } from "node:assert";
import { delayAt, measuredDelay, measuredNoise, measuredWindow } from "../../../frontend/averages/measures.js";
import { weightedAverage } from "../../../frontend/averages/recursion.js";

const ramp = Float64Array.from({ length: 400 }, (_, day) => 0.1 * (day + 1));
const near = (value, wanted, part) => strictEqual(Math.abs(value - wanted) <= part * wanted, true, `${value}`);

/** White noise from a generator of numbers that are as good as random. */
function noise(count) {
  let state = 12345;
  const uniform = () => (state = (1103515245 * state + 12345) % 2147483648) / 2147483648;
  return Float64Array.from({ length: count }, () => Array.from({ length: 12 }, uniform).reduce((a, b) => a + b) - 6);
}

Deno.test("the window is where a weight has fallen to 1/e", () => {
  strictEqual(measuredWindow(ramp, weightedAverage(ramp, 0.9), 0.9), 10);
  strictEqual(measuredWindow(ramp, weightedAverage(ramp, 0.98), 0.98), 50);
  strictEqual(measuredWindow(ramp, weightedAverage(ramp, 0.5), 0.5), 2);
});

Deno.test("a series that ends before has no window", () => {
  strictEqual(measuredWindow(ramp.slice(0, 9), weightedAverage(ramp.slice(0, 9), 0.9), 0.9), null);
});

Deno.test("the mean delay is that of a ramp, on any series", () => {
  const wanted = { 0.5: 1, 0.9: 9, 0.98: 49 };
  for (const [beta, days] of Object.entries(wanted)) {
    for (const series of [ramp, noise(300)]) {
      near(measuredDelay(series, weightedAverage(series, Number(beta))), days, 1e-9);
    }
  }
});

Deno.test("far along a ramp the average is that many days behind", () => {
  const averages = weightedAverage(ramp, 0.9);
  near((ramp.at(-1) - averages.at(-1)) / 0.1, measuredDelay(ramp, averages), 1e-6);
});

Deno.test("on a ramp the delay is a distance between the average and the series, up or down", () => {
  const averages = weightedAverage(ramp, 0.9);
  near(delayAt(ramp, averages, 300), 9, 1e-6);
  const down = ramp.map((value) => 100 - value);
  near(delayAt(down, down.map((_, day) => 100 - averages[day]), 300), 9, 1e-6);
  strictEqual(delayAt(ramp, averages, 1), null, "the series was never there");
  strictEqual(delayAt(ramp.with(200, 0), averages, 300), null, "a day was moved: there are several such places");
  strictEqual(delayAt(new Float64Array(5), new Float64Array(5), 3), null);
  strictEqual(delayAt(Float64Array.of(1), Float64Array.of(0.1), 1), null);
});

Deno.test("what never moves has no delay", () => {
  strictEqual(measuredDelay(new Float64Array(5), new Float64Array(5)), null);
});

Deno.test("noise is as little as that of a plain mean of 19 days", () => {
  near(measuredNoise(noise(40_000), 0.9), 19, 0.05);
  near(measuredNoise(noise(40_000), 0.5), 3, 0.05);
});

Deno.test("noise that is not known, that is none, or too short is not measured", () => {
  strictEqual(measuredNoise(null, 0.9), null);
  strictEqual(measuredNoise(new Float64Array(500), 0.9), null);
  strictEqual(measuredNoise(noise(39), 0.9), null);
});
