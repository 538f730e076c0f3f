import { deepEqual, equal, ok } from "node:assert/strict";
import {
  offAxis,
  offAxisNames as namesBeside,
  offAxisSentence,
  offAxisTrace,
} from "../../../frontend/curves/off_axis.js";
import { divergedAt, runThrough, THEME } from "../paths/fakes.js";

const SCALE = /** @type {import("../../../frontend/curves/scale.js").Scale} */ ({
  log: false,
  range: [0, 10],
  title: "loss",
  unit: 1,
  floor: -Infinity,
  floored: false,
  toAxis: (value) => value,
  toData: (coordinate) => 2 * coordinate,
});

/** A series of curves. */
function seriesOf(...lists) {
  const values = lists.map((list) => Float64Array.from(list));
  const across = lists.map((list) => Float64Array.from(list.keys()));
  return { name: "loss", values, across, end: 100, scale: SCALE, lowest: null, behind: () => null };
}

/** The runs of these curves that leave the axis. */
function gone(...lists) {
  const runs = lists.map((values, k) => runThrough(values.map(() => [0, 0]), { id: String(k), values }));
  return offAxis(runs, seriesOf(...lists));
}

/** The names beside triangles, where nothing but the triangles is drawn. */
const offAxisNames = (gone, theme, area, step) => namesBeside(gone, seriesOf(), theme, area, step);

const AREA = { width: 1000, height: 200, range: /** @type {[number, number]} */ ([0, 100]) };

/** Type that is half as wide as high. */
function withType(test) {
  const before = Object.getOwnPropertyDescriptor(globalThis, "document");
  const context = { font: "", measureText: (words) => ({ width: 50 * words.length }) };
  const document = { createElement: () => ({ getContext: () => context }) };
  Object.defineProperty(globalThis, "document", { value: document, configurable: true });
  try {
    test();
  } finally {
    if (before) Object.defineProperty(globalThis, "document", before);
    else Reflect.deleteProperty(globalThis, "document");
  }
}

Deno.test("what a curve does beyond the end of the axis is not said", () => {
  deepEqual(gone([...Array(101).fill(5), 12]), []);
});

Deno.test("only curves that leave are found, with their number there", () => {
  const found = gone([5, 6], [5, 12, 90], [5, 5, -Infinity]);
  deepEqual(found.map(({ run, exit, value }) => [run.id, exit.step, exit.upward, value]), [
    ["1", 1, true, 12],
    ["2", 2, false, -Infinity],
  ]);
});

Deno.test("a triangle stands on the edge at which a curve leaves, and says so", () => {
  const trace = offAxisTrace(gone([5, 12], [5, 5, -1]), seriesOf([5, 12], [5, 5, -1]), THEME, 2);
  deepEqual([trace.x, trace.y], [[1, 2], [20, 0]]);
  deepEqual(trace.marker.symbol, ["triangle-up", "triangle-down"]);
  equal(trace.text[0], "Run 0 is above the axis from step 1: loss 12");
  equal(trace.text[1], "Run 1 is below the axis from step 2: loss \u22121");
});

Deno.test("no curve off the axis, no triangle", () => {
  deepEqual(offAxisTrace([], seriesOf(), THEME, 2).x, []);
});

Deno.test("the sentence tells the end of a run only once it is known", () => {
  const [one] = gone([5, 12, 90]);
  Object.assign(one.run, { outcome: divergedAt(2) });
  equal(offAxisSentence(one, 1), "Run 0 is above the axis from step 1");
  equal(offAxisSentence(one, 2), "Run 0 diverged at step 2 and is above the axis from step 1");
});

Deno.test("names that would lie on each other stand in rows, upper and lower ones apart", () => {
  withType(() => {
    const names = offAxisNames(gone([12], [12], [-1]), THEME, AREA, 0);
    deepEqual(names.map(({ y, yanchor }) => [y, yanchor]), [[1, "top"], [1, "top"], [0, "bottom"]]);
    deepEqual(names.map(({ yshift }) => Math.abs(yshift)), [0, 1.35 * THEME.size, 0]);
    ok(names[1].yshift < 0, "away from the edge");
  });
});

Deno.test("names that are apart share a row", () => {
  withType(() => {
    const names = offAxisNames(gone([12], Array(51).fill(5).concat(12)), THEME, AREA, 99);
    deepEqual(names.map(({ x, yshift }) => [x, Math.abs(yshift)]), [[0, 0], [51, 0]]);
  });
});

Deno.test("a name at the right end stands to the left of its triangle", () => {
  withType(() => {
    const [left, right] = offAxisNames(gone([12], Array(99).fill(5).concat(12)), THEME, AREA, 99);
    deepEqual([left.xanchor, right.xanchor], ["left", "right"]);
    ok(left.xshift > 0 && right.xshift < 0);
  });
});

Deno.test("a name to the left of its triangle makes room for those before it", () => {
  withType(() => {
    const late = (step) => Array(step).fill(5).concat(12);
    const names = offAxisNames(gone(late(90), late(97)), THEME, AREA, 99);
    deepEqual(names.map(({ xanchor }) => xanchor), ["left", "right"]);
    deepEqual(names.map(({ yshift }) => Math.abs(yshift)), [0, 1.35 * THEME.size]);
    const apart = offAxisNames(gone(late(70), late(97)), THEME, AREA, 99);
    deepEqual(apart.map(({ yshift }) => Math.abs(yshift)), [0, 0]);
  });
});

Deno.test("no curve passes through a name", () => {
  withType(() => {
    const leaves = Array(50).fill(5).concat(12);
    const [one] = gone(leaves);
    const placed = (...curves) =>
      namesBeside([one], seriesOf(leaves, ...curves), THEME, AREA, 99)
        .map(({ xanchor, yshift }) => [xanchor, Math.round(Math.abs(yshift) / (1.35 * THEME.size))]);
    deepEqual(placed(), [["left", 0]]);
    deepEqual(placed(Array(101).fill(9.9)), [["left", 1]], "below a curve that fills the row");
    const beneath = Array.from({ length: 4 }, (_, k) => Array(101).fill(9.5 - k));
    deepEqual(placed(...beneath), [], "no room");
    const afterwards = [9.9, 9, 8].map((value) => Array(50).fill(NaN).concat(Array(51).fill(value)));
    deepEqual(placed(...afterwards), [["right", 0]], "on the other side of curves that come later");
  });
});

Deno.test("there are no more names than rows, and always one", () => {
  withType(() => {
    const many = gone(...Array(8).fill([12]));
    equal(offAxisNames(many, THEME, { ...AREA, height: 90 }, 0).length, 3);
    equal(offAxisNames(many, THEME, { ...AREA, height: 900 }, 0).length, 3, "none far from its triangle");
    equal(offAxisNames(many, THEME, { ...AREA, height: 5 }, 0).length, 1);
    const both = gone(...Array(4).fill([12]), ...Array(4).fill([-1]));
    equal(offAxisNames(both, THEME, { ...AREA, height: 90 }, 0).length, 3, "both edges together");
  });
});

Deno.test("words that are too long are cut after a whole one", () => {
  withType(() => {
    const [one] = gone([12]);
    one.run.label = "Momentum with a very long name";
    const [{ text }] = offAxisNames([one], THEME, { ...AREA, width: 200 }, 0);
    ok(text.endsWith(" Momentum with a …"), text);
  });
});

Deno.test("a name with signs of HTML is text", () => {
  withType(() => {
    const [one] = gone([12]);
    one.run.label = "<b>";
    ok(offAxisNames([one], THEME, AREA, 0)[0].text.endsWith("&lt;b&gt;"));
  });
});

Deno.test("a curve that passes from one side to the other is said to", () => {
  const [one] = gone([5, 12, 4, -Infinity]);
  equal(offAxisSentence(one, 2), "Run 0 is above the axis from step 1");
  equal(offAxisSentence(one, 3), "Run 0 is above the axis from step 1 and below it from step 3");
});
