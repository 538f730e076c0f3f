import { deepEqual, equal, ok } from "node:assert/strict";
import { headingOf, heightScale } from "../../../frontend/relief/height_scale.js";

const scaleOf = (...losses) => heightScale({ z: Float32Array.from(losses) });
const even = Array.from({ length: 101 }, (_, k) => k);
const steep = even.map((k) => (k < 90 ? k / 90 : 10 ** (k - 90)));

Deno.test("losses of one size are heights as they are", () => {
  const { title, toHeight, bottom, top } = scaleOf(...even);
  deepEqual([title, bottom, top, toHeight(37)], ["height: loss", 0, 100, 37]);
});

Deno.test("where most of the map lies far below its top, heights are logarithms", () => {
  const { title, toHeight, bottom, top } = scaleOf(...steep);
  equal(title, "height: logarithm of the loss");
  equal(bottom, 0);
  ok(top < 40);
  ok(toHeight(1e6) - toHeight(1e5) - Math.log(10) < 1e-3, "equal factors are equal heights");
});

Deno.test("where the map begins changes nothing in how its heights are spread", () => {
  for (const losses of [even, steep]) {
    const [here, there] = [scaleOf(...losses), scaleOf(...losses.map((loss) => loss + 1024))];
    equal(there.title, here.title);
    ok(Math.abs(there.top - there.bottom - (here.top - here.bottom)) < 0.01);
  }
});

Deno.test("a map of one loss has a height", () => {
  const { bottom, top, toHeight } = scaleOf(3, 3, 3);
  deepEqual([bottom, top, toHeight(3)], [0, 0, 0]);
  ok(toHeight(4) > 0);
});

Deno.test("a higher loss is higher, and the infinite one is infinite", () => {
  for (const { toHeight } of [scaleOf(...even), scaleOf(...steep)]) {
    let before = -Infinity;
    for (const loss of [0, 0.1, 1, 10, 1e3, 1e9, Infinity]) {
      ok(toHeight(loss) > before);
      before = toHeight(loss);
    }
  }
});

/** The number that a reader reads. @param {string} text */
function readNumber(text) {
  const [mantissa, exponent] = text.replaceAll("\u2212", "-").split(/10(?=[⁻⁰¹²³⁴-⁹])/);
  const raised = Array.from(exponent ?? "", (digit) => "⁻⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).map((k) => (k ? k - 1 : "-"));
  return exponent ? Number(`${mantissa.split("\u00a0")[0] || 1}e${raised.join("")}`) : Number(mantissa);
}

Deno.test("points of the map that are no finite numbers count for nothing", () => {
  const [with_, without] = [scaleOf(NaN, ...even, Infinity, -Infinity), scaleOf(...even)];
  deepEqual([with_.bottom, with_.top, with_.ticks], [without.bottom, without.top, without.ticks]);
});

Deno.test("ticks are round losses on the map, at their own height and apart from each other", () => {
  for (const losses of [even, steep, even.map((k) => 1e-9 * k), even.map((k) => 3 - k)]) {
    const { ticks, toHeight, bottom, top } = scaleOf(...losses);
    ok(ticks.at.length >= 2 && ticks.at.length <= 6, String(ticks.at));
    equal(ticks.text.length, ticks.at.length);
    const read = ticks.text.map(readNumber);
    for (const [k, height] of ticks.at.entries()) {
      ok(height >= bottom - 1e-9 && height <= top + 1e-9);
      ok(Math.abs(toHeight(read[k]) - height) <= 1e-4 * (top - bottom), ticks.text[k]);
      if (k > 0) ok(height - ticks.at[k - 1] >= 0.28 * (top - bottom) - 1e-9);
    }
  }
});

Deno.test("ticks of losses as they are stand at multiples of 1, 2 or 5", () => {
  deepEqual(scaleOf(...even).ticks.text, ["20", "60", "100"]);
});

Deno.test("a heading says what a height is, and the lowest loss where there is one", () => {
  equal(headingOf({ title: "height: loss" }, { lowest: -0.5 }), "height: loss, lowest \u22120.5");
  equal(headingOf({ title: "height: loss" }, { lowest: null }), "height: loss");
});
