import assert from "node:assert/strict";
import {
  axesOf,
  cellAt,
  chosenAt,
  keyOf,
  middles,
  placeOn,
  rangeOf,
  ticksOf,
  valueAt,
  wholeOf,
} from "../../../frontend/sweep/axes.js";

const SLIDERS = { rates: [1e-5, 1, 10], betas: [0, 0.5, 0.999], kappas: [1, 1000] };
const ALPHA = { path: ["ruleParameters", "learning_rate"], symbol: "α", scale: "log", slider: "rates" };
const BETA = { path: ["ruleParameters", "beta1"], symbol: "β₁", scale: "complement", slider: "betas" };
const KAPPA = { path: ["surfaceParameters", "condition"], symbol: "κ", scale: "log", slider: "kappas" };

/** @returns {any} */
const pictureOf = (more = {}) => ({
  surface: { key: "bowl", parameters: { condition: 20 }, numbers: [KAPPA], data: null },
  start: [1, 2],
  steps: 50,
  noise: 0,
  replacement: false,
  ...more,
});

/** @returns {any} */
const runOf = (rule = {}, numbers = [ALPHA, BETA]) => ({
  numbers,
  randomness: "",
  terms: { rule: "momentum", ruleParameters: { learning_rate: 0.1, beta1: 0.9, ...rule } },
});

Deno.test("equal distances on a scale are factors of α, and of what β lacks of 1", () => {
  for (
    const [value, scale, place] of /** @type {[number, string, number][]} */ ([
      [0.01, "log", -2],
      [0.99, "complement", 2],
      [0, "complement", 0],
      [7, "linear", 7],
    ])
  ) {
    assert.ok(Math.abs(placeOn(value, scale) - place) < 1e-12);
    assert.ok(Math.abs(valueAt(place, scale) - value) < 1e-12);
  }
});

Deno.test("the vertical axis is the one that is asked for, or else the first there is", () => {
  const up = (field, numbers) => axesOf(pictureOf(), runOf({}, numbers), SLIDERS, field)?.up.path[1];
  assert.equal(up(null), "beta1");
  assert.equal(up("condition"), "condition");
  assert.equal(up("epsilon"), "beta1");
  assert.equal(up("beta1", [ALPHA]), "condition", "a rule without another number");
  const alone = pictureOf({ surface: { ...pictureOf().surface, numbers: [] } });
  assert.equal(axesOf(alone, runOf({}, [ALPHA]), SLIDERS, null), null);
});

Deno.test("the cross sets a few digits, and nothing beyond its axis", () => {
  const { across, up } = axesOf(pictureOf(), runOf(), SLIDERS, null);
  assert.equal(chosenAt(-1.23456, across), 0.0583);
  assert.equal(chosenAt(2, across), 10);
  assert.equal(chosenAt(2.5, up), 0.99684);
  assert.equal(chosenAt(4, up), 0.999);
});

Deno.test("cells lie in the middle of their parts", () => {
  assert.deepEqual([...middles([0, 4], 4)], [0.5, 1.5, 2.5, 3.5]);
});

Deno.test("a zoom shows the part of it that the axes have", () => {
  const { across, up } = axesOf(pictureOf(), runOf(), SLIDERS, null);
  assert.deepEqual(rangeOf(across, [0.1, 100]), [-1, 1]);
  assert.equal(rangeOf(across, [20, 30]), null);
  assert.deepEqual(wholeOf(up).map((place) => Number(place.toFixed(6))), [0, 3]);
});

Deno.test("what the sweep goes through makes no other one, and all else does", () => {
  const axes = axesOf(pictureOf(), runOf(), SLIDERS, null);
  const ranges = /** @type {any} */ ({ x: [0, 1], y: [0, 1] });
  const key = (picture, run) => keyOf(picture, run, axes, ranges);
  const usual = key(pictureOf(), runOf());
  assert.equal(key(pictureOf(), runOf({ learning_rate: 0.5, beta1: 0 })), usual);
  const other = { surface: { ...pictureOf().surface, parameters: { condition: 30 } } };
  assert.notEqual(key(pictureOf(other), runOf()), usual);
  assert.notEqual(key(pictureOf({ steps: 51 }), runOf()), usual);
  assert.notEqual(key(pictureOf(), runOf({ epsilon: 1 })), usual);
});

Deno.test("ticks are decades, or round numbers where one looks nearer", () => {
  const { across, up } = axesOf(pictureOf(), runOf(), SLIDERS, null);
  assert.deepEqual(ticksOf(across, [-3, 1]).ticktext, ["0.001", "0.01", "0.1", "1", "10"]);
  assert.deepEqual(ticksOf(across, [-8, 1]).ticktext.length, 5);
  assert.deepEqual(ticksOf(up, [0, 3]).ticktext, ["0", "0.9", "0.99", "0.999"]);
  const near = ticksOf(across, [-1.05, -0.95]);
  assert.ok(near.tickvals.length >= 3);
  assert.equal(new Set(near.ticktext).size, near.ticktext.length);
});

Deno.test("a place is in the cell whose middle is nearest, and the ends are in the outer ones", () => {
  const cells = [...middles([-2, 1], 6)];
  assert.deepEqual(cells.map((place) => cellAt([-2, 1], place, 6)), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual([-2, -1.51, -1.49, 1].map((place) => cellAt([-2, 1], place, 6)), [0, 0, 1, 5]);
});
