import assert from "node:assert/strict";
import {
  axesOf,
  cellAt,
  chosenAt,
  keyOf,
  middles,
  placeOn,
  rangeOf,
  sweepGrid,
  ticksOf,
  valueAt,
  wholeOf,
} from "../../../frontend/sweep/axes.js";

const SLIDERS = { rates: [1e-5, 1, 10], betas: [0, 0.5, 0.999], kappas: [1, 1000], sizes: [1, 2000] };
const ALPHA = { path: ["ruleParameters", "learning_rate"], symbol: "α", scale: "log", slider: "rates" };
const BETA = { path: ["ruleParameters", "beta1"], symbol: "β₁", scale: "complement", slider: "betas" };
const KAPPA = { path: ["surfaceParameters", "condition"], symbol: "κ", scale: "log", slider: "kappas" };

const SIZE = {
  path: ["batchSize"],
  field: "batch_size",
  symbol: "B",
  scale: "log",
  slider: "sizes",
  integer: true,
  high: 8,
};

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

/** A race of five steps on eight examples, of which the order is known for three epochs. */
const DATA = pictureOf({
  steps: 5,
  surface: {
    key: "regression",
    parameters: {},
    critical_points: [],
    data: { features: new Float64Array(8), targets: new Float64Array(8) },
  },
});

/** @returns {any} */
const drawing = (more = {}) => ({
  ...runOf(),
  batch: SIZE,
  order: Int32Array.from({ length: 24 }, (_, k) => k % 8),
  terms: { ...runOf().terms, schedule: "step", scheduleParameters: { steps_per_epoch: 3 }, batchSize: 2000, ...more },
});

Deno.test("batch sizes are an axis of whole numbers up to that of all examples, where there are any", () => {
  assert.equal(axesOf(pictureOf(), drawing(), SLIDERS, "batch_size").up.path[0], "ruleParameters");
  const { up } = axesOf(DATA, drawing(), SLIDERS, "batch_size");
  assert.deepEqual([up.path, up.low, up.high], [["batchSize"], 1, 8]);
  assert.equal(chosenAt(Math.log10(2.6), up), 3);
  const ranges = /** @type {any} */ ({ x: [0, 1], y: [0, 1] });
  const key = (run) => keyOf(DATA, run, axesOf(DATA, run, SLIDERS, "batch_size"), ranges);
  assert.equal(key(drawing({ batchSize: 4 })), key(drawing()));
});

Deno.test("each batch size has its batches and its epochs, and those without a known order have nothing", () => {
  const run = drawing({ epochIsPass: true });
  const axes = axesOf(DATA, run, SLIDERS, "batch_size");
  const { rows, settings } = sweepGrid(DATA, run, axes, { x: wholeOf(axes.across), y: wholeOf(axes.up) }, "");
  const of = (size) => /** @type {any} */ (rows.settings[rows.values.indexOf(size)]);
  assert.deepEqual([...new Set(rows.values)], [1, 2, 3, 4, 5, 6, 7, 8]);
  assert.deepEqual([...of(3).batches.indices], [0, 1, 2, 3, 4, 5, 6, 7, -1, 0, 1, 2, 3, 4, 5, 6, 7, -1]);
  assert.deepEqual([1, 3, 8].map((size) => of(size).scheduleParameters.steps_per_epoch), [8, 3, 1]);
  assert.equal(of(8).batches, null, "all examples");
  assert.equal(settings.batches.size, 1, "of some size that is known");
  const short = sweepGrid({ ...DATA, steps: 6 }, run, axes, { x: [-1, 0], y: wholeOf(axes.up) }, "");
  const known = [...new Set(short.rows.values)].filter((size) => short.rows.settings[short.rows.values.indexOf(size)]);
  assert.deepEqual(known, [1, 2, 3, 8]);
  const large = { x: /** @type {[number, number]} */ ([-1, 0]), y: /** @type {[number, number]} */ ([0.7, 0.8]) };
  assert.throws(() => sweepGrid({ ...DATA, steps: 6 }, run, axes, large, ""), { name: "NotKnownHere" });
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
