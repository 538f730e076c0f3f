import { deepEqual, equal, ok } from "node:assert/strict";
import { exitOf, lossScale, sizeScale, widened } from "../../../frontend/curves/scale.js";

const runs = (...lists) => lists.map((values) => ({ values: Float64Array.from(values) }));
const surface = (lowest, ...z) => ({ lowest, z: Float32Array.from(z) });
const near = (got, wanted) => ok(Math.abs(got - wanted) < 1e-9, `${got} is not ${wanted}`);

/** Whether a number is on the axis. */
function shows({ range: [low, high], toAxis }, value) {
  return toAxis(value) >= low && toAxis(value) <= high;
}

Deno.test("the loss above a known lowest is shown in powers of ten", () => {
  const scale = lossScale(runs([100, 10, 1]), surface(0, 0, 1, 100));
  deepEqual([scale.log, scale.title, scale.floor, scale.floored], [true, "loss, log scale", 1, false]);
  near(scale.toAxis(100), 2);
  near(scale.toData(2), 100);
  for (const value of [100, 10, 1]) ok(shows(scale, value));
});

Deno.test("a lowest that is not 0 is subtracted", () => {
  const scale = lossScale(runs([110, 20, 11]), surface(10, 10, 110));
  equal(scale.title, "loss \u2212 lowest, log scale");
  near(scale.toAxis(110), 2);
});

Deno.test("a loss at the lowest, or rounded below it, lies on the floor and is said to", () => {
  for (const least of [0, -1e-20]) {
    const scale = lossScale(runs([100, 1, least]), surface(0, 0, 100));
    deepEqual([scale.floor, scale.floored], [1, true]);
    near(scale.toAxis(least), 0);
    ok(shows(scale, least));
  }
});

Deno.test("the floor is a power of ten, and not below what doubles can tell apart", () => {
  near(Math.log10(lossScale(runs([1, 0.02]), surface(0, 0, 1)).floor), -2);
  near(Math.log10(lossScale(runs([1, 1e-300]), surface(0, 0, 1)).floor), -16);
  near(Math.log10(lossScale(runs([1, 0.01]), surface(0, 0, 1)).floor), -2);
});

Deno.test("where every loss is the lowest there is an axis all the same", () => {
  const scale = lossScale(runs([0, 0]), surface(0, 0, 1));
  ok(scale.range.every(Number.isFinite));
  ok(scale.range[1] > scale.range[0]);
  ok(shows(scale, 0));
});

Deno.test("the axis reaches ten times the highest loss of the map, and no further for who diverges", () => {
  const scale = lossScale(runs([50, 1], [50, 1e30, Infinity, NaN]), surface(0, 0, 100));
  ok(shows(scale, 1000));
  ok(!shows(scale, 1e5));
  ok(scale.range.every(Number.isFinite));
});

Deno.test("how high the map is counts from its lowest loss", () => {
  const scale = lossScale(runs([11, 1e30]), surface(10, 10, 110));
  ok(shows(scale, 1010) && !shows(scale, 2000));
});

Deno.test("the axis shows where every run starts, however high", () => {
  ok(shows(lossScale(runs([1e9, 1]), surface(0, 0, 100)), 1e9));
});

Deno.test("where no lowest is known the losses are shown as they are", () => {
  const scale = lossScale(runs([3, -2, -5]), surface(null, -6, 6));
  deepEqual([scale.log, scale.title, scale.floored, scale.floor], [false, "loss", false, -Infinity]);
  deepEqual([scale.toAxis(-5), scale.toData(-5)], [-5, -5]);
  for (const value of [3, -2, -5]) ok(shows(scale, value));
});

Deno.test("without a lowest the axis is one map higher and deeper than the map", () => {
  const scale = lossScale(runs([0, -1e9, -Infinity], [0, 1e9, Infinity]), surface(null, -1, 1));
  near(scale.range[0], -3 - 0.05 * 6);
  near(scale.range[1], 3 + 0.05 * 6);
});

Deno.test("a map of one loss, and a race of nobody, have an axis", () => {
  for (
    const scale of [
      lossScale([], surface(null, 2, 2)),
      lossScale([], surface(0, 0, 1)),
      lossScale(runs([2]), surface(null, 2, 2)),
    ]
  ) {
    ok(scale.range.every(Number.isFinite));
    ok(scale.range[1] > scale.range[0]);
  }
});

Deno.test("points of the map that are no numbers count for nothing", () => {
  deepEqual(
    lossScale(runs([1, 2]), surface(null, -1, 1, NaN, Infinity)).range,
    lossScale(runs([1, 2]), surface(null, -1, 1)).range,
  );
});

Deno.test("sizes that are much alike begin at 0, others are shown in powers of ten", () => {
  const alike = sizeScale([Float64Array.of(1, 29)], "size");
  deepEqual([alike.log, alike.title], [false, "size"]);
  ok(alike.range[0] < 0 && alike.range[0] > -29 && shows(alike, 29) && shows(alike, 0));
  const apart = sizeScale([Float64Array.of(1, 31)], "size");
  deepEqual([apart.log, apart.title], [true, "size, log scale"]);
  ok(shows(apart, 1) && shows(apart, 31));
});

Deno.test("sizes may all be 0, or none be a number", () => {
  for (const values of [[0, 0], [NaN, NaN], [NaN, Infinity], []]) {
    const scale = sizeScale([Float64Array.from(values)], "size");
    equal(scale.log, false);
    ok(scale.range.every(Number.isFinite) && scale.range[1] > scale.range[0]);
  }
  ok(sizeScale([], "size").range.every(Number.isFinite));
});

Deno.test("the axis of sizes reaches a hundred times the first of them", () => {
  const scale = sizeScale([Float64Array.of(NaN, 20, 40, 1e50)], "size");
  ok(shows(scale, 2000) && !shows(scale, 5000));
});

const AXIS = { range: /** @type {[number, number]} */ ([0, 10]), toAxis: (value) => value };
const exit = (...values) => exitOf(Float64Array.from(values), AXIS);

Deno.test("a curve leaves at its first number off the axis, upward or downward", () => {
  equal(exit(0, 5, 10), null);
  deepEqual(exit(5, 11, 12), { step: 1, upward: true, turned: null });
  deepEqual(exit(5, 11, 5, -1), { step: 1, upward: true, turned: 3 });
  deepEqual(exit(5, 5, -1), { step: 2, upward: false, turned: null });
  deepEqual(exit(5, Infinity), { step: 1, upward: true, turned: null });
  deepEqual(exit(5, -Infinity), { step: 1, upward: false, turned: null });
});

Deno.test("what stops being a number leaves upward", () => {
  deepEqual(exit(5, NaN), { step: 1, upward: true, turned: null });
});

Deno.test("what begins with the first update has not left at step 0", () => {
  equal(exit(NaN, 5, 6), null);
  deepEqual(exit(NaN, 5, 11), { step: 2, upward: true, turned: null });
  deepEqual(exit(NaN, NaN), { step: 0, upward: true, turned: null });
  deepEqual(exit(NaN), { step: 0, upward: true, turned: null });
  equal(exit(), null);
});

Deno.test("numbers too long for an axis are counted in a power of ten, which the title names", () => {
  const tiny = sizeScale([Float64Array.of(1.5e-281, 3e-281)], "gradient norm");
  deepEqual([tiny.unit, tiny.title], [1e-281, "gradient norm, in 10\u207b\u00b2\u2078\u00b9"]);
  const usual = sizeScale([Float64Array.of(0.02, 0.03)], "gradient norm");
  deepEqual([usual.unit, usual.title], [1, "gradient norm"]);
});

Deno.test("sizes stay on the kind of axis that they are on, and never come near less than zero", () => {
  const apart = sizeScale([Float64Array.of(0.01, 30)], "size");
  for (const values of [[30, 30, 30], [0, 0], [3, 90]]) {
    const kept = widened(sizeScale([Float64Array.from(values)], "size", true), apart, true);
    ok(kept.log && kept.range.every(Number.isFinite), values.join());
    ok(kept.range[0] <= apart.range[0] && kept.range[1] >= apart.range[1]);
  }
  const alike = sizeScale([Float64Array.of(20, 30)], "size");
  const wider = widened(sizeScale([Float64Array.of(0.001, 300)], "size", false), alike, true);
  equal(wider.log, false);
  ok(shows(wider, 300) && shows(wider, 0) && -wider.range[0] < 0.05 * wider.range[1]);
});

Deno.test("an axis that has to be widened gets room for what follows, whichever kind it is", () => {
  const sizes = { linear: [1e3, 1.1e3, 1.2e3], log: [1e-8, 1e-9, 1e-10] };
  for (const [kind, [first, second, third]] of Object.entries(sizes)) {
    const scaleTo = (size) => sizeScale([Float64Array.of(1, size)], "size", kind === "log");
    const wider = widened(scaleTo(second), scaleTo(first), true);
    ok(wider.range[0] < scaleTo(second).range[0], kind);
    deepEqual(widened(scaleTo(third), wider, true).range, wider.range, `${kind} stands still then`);
  }
});
