import { deepStrictEqual, strictEqual } from "node:assert";
import { averageIn } from "../../../frontend/curves/average.js";

/** A run of two updates that is given 4 and 8 in x and −1 and −3 in y. */
function run(id, average) {
  const arrays = {
    gradients: { data: Float64Array.of(4, 8, 5, -1, -3, -2), shape: [2, 3] },
    "state.velocity": { data: Float64Array.of(0, 2, 5, 0, -0.5, -1.75), shape: [2, 3] },
  };
  return { id, label: `Rule ${id}`, color: "#000", dash: "solid", slot: 0, blob: { header: { average }, arrays } };
}

const VELOCITY = { array: "state.velocity", symbol: "v", of: "g" };
const pictureOf = (...runs) => /** @type {any} */ ({ runs });
const seen = (focus, ...hidden) => ({ focus, hidden: new Set(hidden) });

Deno.test("the gradient that an update was given stands beside the average that it led to", () => {
  const { runs, values, name } = averageIn(0)(pictureOf(run("0", VELOCITY)), seen("0"));
  deepStrictEqual(values.map((row) => Array.from(row)), [[NaN, 4, 8], [0, 2, 5]]);
  deepStrictEqual(runs.map(({ label }) => label), ["Rule 0, g", "Rule 0, v"]);
  strictEqual(name, "g and its average v");
});

Deno.test("each coordinate has its own", () => {
  deepStrictEqual(Array.from(averageIn(1)(pictureOf(run("0", VELOCITY)), seen("0")).values[1]), [0, -0.5, -1.75]);
});

Deno.test("an average of squares stands beside squares", () => {
  const { values } = averageIn(1)(pictureOf(run("0", { ...VELOCITY, of: "g²" })), seen(null));
  deepStrictEqual(Array.from(values[0]), [NaN, 1, 9]);
});

Deno.test("where the contender in focus keeps none, it is that of the first who does", () => {
  const picture = pictureOf(run("0", null), run("1", VELOCITY), run("2", VELOCITY));
  strictEqual(averageIn(0)(picture, seen("2")).runs[1].id, "2");
  strictEqual(averageIn(0)(picture, seen("0")).runs[1].id, "1");
});

Deno.test("who is hidden takes gradient and average along", () => {
  const picture = pictureOf(run("0", null), run("1", VELOCITY), run("2", VELOCITY));
  deepStrictEqual(averageIn(0)(picture, seen("1", "1")).runs.map(({ label }) => label), ["Rule 2, g", "Rule 2, v"]);
  deepStrictEqual(averageIn(0)(picture, seen("1", "1", "2")).runs, []);
});

Deno.test("where nobody keeps one, that is said", () => {
  const series = averageIn(0)(pictureOf(run("0", null)), seen("0"));
  deepStrictEqual([series.runs, series.values], [[], []]);
  strictEqual(series.scale.title, "no optimizer that is shown keeps an average of g");
});

Deno.test("the axis holds both signs and 0, and no more than ten times the first gradient", () => {
  const wild = run("0", VELOCITY);
  wild.blob.arrays.gradients.data.set([4, -1e300]);
  const { range } = averageIn(0)(pictureOf(wild), seen("0")).scale;
  strictEqual(range[0] < -30 && range[0] > -60 && range[1] > 4, true, `${range}`);
});
