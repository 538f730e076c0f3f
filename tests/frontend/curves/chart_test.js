import { deepEqual, equal, ok } from "node:assert/strict";
import { chartLayout, curveOf, LOW, stepAxis, valueAxis, valueTicks } from "../../../frontend/curves/chart.js";
import { THEME } from "../paths/fakes.js";

const LINEAR = /** @type {import("../../../frontend/curves/scale.js").Scale} */ ({
  log: false,
  range: [0, 10],
  title: "loss",
  unit: 1,
  floor: -Infinity,
  floored: false,
  toAxis: (value) => value,
  toData: (coordinate) => coordinate,
});
const LOG = { ...LINEAR, log: true, toAxis: Math.log10, toData: (coordinate) => 10 ** coordinate };

Deno.test("a curve runs along the steps, in coordinates of the axis", () => {
  const { u, v, step } = curveOf(Float64Array.of(1000, 100, 10), LOG, 2);
  deepEqual([[...u], [...v], [...step]], [[0, 1, 2], [3, 2, 1], [0, 1, 2]]);
});

Deno.test("a curve is exact far beyond the axis, and cut before its numbers break what draws it", () => {
  equal(curveOf(Float64Array.of(5, 150), LINEAR, 1).v[1], 150);
  deepEqual([...curveOf(Float64Array.of(5, 1e300), LINEAR, 1).v], [5, 210]);
  deepEqual([...curveOf(Float64Array.of(5, Infinity), LINEAR, 1).v], [5, 210]);
});

Deno.test("how far a curve is exact counts in heights of the axis, from its ends", () => {
  const scale = { ...LINEAR, range: /** @type {[number, number]} */ ([4, 5]) };
  deepEqual([...curveOf(Float64Array.of(5, 1e300), scale, 1).v], [5, 25]);
  deepEqual([...curveOf(Float64Array.of(4, -1e300), scale, 1).v], [4, -16]);
});

Deno.test("a curve begins where its numbers begin", () => {
  deepEqual([...curveOf(Float64Array.of(NaN, 1, 2), LINEAR, 2).step], [1, 2]);
});

Deno.test("the axis of the steps has room at both ends, also for a race of no step", () => {
  for (const steps of [0, 1, 120]) {
    const [low, high] = stepAxis(steps).range;
    ok(low < 0 && high > Math.max(1, steps), String(steps));
  }
});

Deno.test("few steps are all named", () => {
  equal(stepAxis(8).dtick, 1);
  deepEqual([stepAxis(9).dtick, stepAxis(9).nticks], [undefined, 8]);
});

Deno.test("a logarithmic axis names powers of ten alone, and no more than asked for", () => {
  deepEqual(valueTicks({ ...LOG, range: [-4.2, 3.5] }, 4).tickvals, [1e-4, 1e-2, 1, 100]);
  deepEqual(valueTicks({ ...LOG, range: [-4.2, 3.5] }, 4).ticktext, ["10\u207b\u2074", "0.01", "1", "100"]);
  equal(valueTicks(LOG, 20).tickvals.length, 11);
  deepEqual(valueTicks({ ...LINEAR, range: [-0.04, 1.08] }, 5).ticktext, ["0", "0.5", "1"]);
  deepEqual(valueTicks({ ...LINEAR, range: [-0.5, 0.65] }, 7).ticktext, [
    "\u22120.4",
    "\u22120.2",
    "0",
    "0.2",
    "0.4",
    "0.6",
  ]);
  const tiny = valueTicks({ ...LINEAR, range: [0, 3.1e-281], unit: 1e-281 }, 4);
  deepEqual([tiny.ticktext, tiny.tickvals[2]], [["0", "1", "2", "3"], 2e-281]);
  deepEqual([valueAxis(LOG).type, valueAxis(LINEAR).type], ["log", "linear"]);
});

Deno.test("a low chart has no title below its ticks, and fewer of them", () => {
  const tall = chartLayout(THEME, { width: 400, height: LOW }, LINEAR, 20);
  const low = chartLayout(THEME, { width: 400, height: LOW - 1 }, LINEAR, 20);
  deepEqual([tall.xaxis.title.text, low.xaxis.title.text], ["step", ""]);
  ok(low.margin.b < tall.margin.b);
  ok(low.yaxis.tickvals.length < tall.yaxis.tickvals.length);
});
