import { deepEqual, equal, ok } from "node:assert/strict";
import {
  acrossAxis,
  chartLayout,
  curveOf,
  LOW,
  markLines,
  valueAxis,
  valueTicks,
} from "../../../frontend/curves/chart.js";
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
const steps = (count) => Float64Array.from({ length: count }, (_, step) => step);
const over = (end, more = {}) => ({ title: "step", end, whole: true, marks: null, ...more });
const LOG = { ...LINEAR, log: true, toAxis: Math.log10, toData: (coordinate) => 10 ** coordinate };

Deno.test("a curve runs along the steps, in coordinates of the axis", () => {
  const { u, v, step } = curveOf(Float64Array.of(1000, 100, 10), LOG, steps(3));
  deepEqual([[...u], [...v], [...step]], [[0, 1, 2], [3, 2, 1], [0, 1, 2]]);
});

Deno.test("a curve is exact far beyond the axis, and cut before its numbers break what draws it", () => {
  equal(curveOf(Float64Array.of(5, 150), LINEAR, steps(2)).v[1], 150);
  deepEqual([...curveOf(Float64Array.of(5, 1e300), LINEAR, steps(2)).v], [5, 210]);
  deepEqual([...curveOf(Float64Array.of(5, Infinity), LINEAR, steps(2)).v], [5, 210]);
});

Deno.test("a curve is cut where the axis ends, between two steps", () => {
  const { u, v, step } = curveOf(Float64Array.of(0, 2, 4), LINEAR, Float64Array.of(0, 200, 400), 300);
  deepEqual([[...u], [...v], [...step]], [[0, 200, 300], [0, 2, 3], [0, 1, -1]]);
});

Deno.test("how far a curve is exact counts in heights of the axis, from its ends", () => {
  const scale = { ...LINEAR, range: /** @type {[number, number]} */ ([4, 5]) };
  deepEqual([...curveOf(Float64Array.of(5, 1e300), scale, steps(2)).v], [5, 25]);
  deepEqual([...curveOf(Float64Array.of(4, -1e300), scale, steps(2)).v], [4, -16]);
});

Deno.test("a curve begins where its numbers begin", () => {
  deepEqual([...curveOf(Float64Array.of(NaN, 1, 2), LINEAR, steps(3)).step], [1, 2]);
});

Deno.test("the axis of the steps has room at both ends, also for a race of no step", () => {
  for (const end of [0, 1, 120]) {
    const [low, high] = acrossAxis(over(end)).range;
    ok(low < 0 && high > Math.max(1, end), String(end));
  }
});

Deno.test("few steps are all named", () => {
  equal(acrossAxis(over(8)).dtick, 1);
  const more = acrossAxis(over(9));
  deepEqual([more.dtick, more.nticks], [undefined, 8]);
});

Deno.test("an axis of epochs may end within the first, and lines mark the epochs of one of steps", () => {
  const [low, high] = acrossAxis(over(0.5, { whole: false })).range;
  ok(low < 0 && low > -0.1 && high > 0.5 && high < 0.6);
  const lines = /** @type {any[]} */ (markLines(THEME, over(20, { marks: 7 })));
  deepEqual(lines.map(({ x0, x1 }) => [x0, x1]), [[7, 7], [14, 14]]);
  deepEqual(markLines(THEME, over(20)), []);
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
  const tall = chartLayout(THEME, { width: 400, height: LOW }, LINEAR, over(20));
  const low = chartLayout(THEME, { width: 400, height: LOW - 1 }, LINEAR, over(20));
  deepEqual([tall.xaxis.title.text, low.xaxis.title.text], ["step", ""]);
  ok(low.margin.b < tall.margin.b);
  ok(low.yaxis.tickvals.length < tall.yaxis.tickvals.length);
});
