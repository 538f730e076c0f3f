import { deepEqual, equal, throws } from "node:assert/strict";
import { added, nameAmong, onSurface, removed } from "../../../frontend/handout/catalogue.js";
import { nextPlace } from "../../../frontend/handout/race_controls.js";
import { queryOf } from "../../../frontend/handout/query.js";
import { endOf } from "../../../frontend/handout/results.js";

const WORDS = { diverged: "diverged", "left-the-map": "left the map", "left-the-domain": "left the domain" };
const surface = {
  window: [[-1, 1], [-1, 1]],
  critical_points: [{ kind: "global minimum", point: [0, 0] }, { kind: "saddle", point: [0.5, 0] }],
};

/** How a path of so many steps ended. */
const ended = (xs, steps = xs.length - 1, more = {}, values = new Float64Array(xs.length)) => {
  const run = { x: Float64Array.from(xs), y: new Float64Array(xs.length), values };
  return endOf(run, /** @type {any} */ ({ steps, surface: { ...surface, ...more } }), WORDS);
};

Deno.test("a path that ends early has diverged, one that ends outside has left", () => {
  equal(ended([0.5, 9], 7), "diverged at step 2");
  equal(ended([0.5, 2, 3]), "left the map");
  equal(ended([0.5, 2], 7, {}, Float64Array.of(1, NaN)), "left the domain");
  equal(ended([0.5, 2], 7, {}, Float64Array.of(1, Infinity)), "diverged at step 2");
});

Deno.test("one that began outside has not left, and says how far it is from a minimum", () => {
  equal(ended([9, 5, 2]), "2 from the nearest minimum");
  equal(ended([0.5, 0.25]), "0.25 from the nearest minimum");
  equal(ended([0.5, 0.25], 1, { critical_points: [] }), "");
});

const FLOOR = { path: ["scheduleParameters", "floor"], word: 5, name: "floor" };
const RATE = { path: ["ruleParameters", "learning_rate"], word: 3, name: "lr" };
const GROUP = { words: "sgd~on_1~at_common~lr_0.1~cosine~floor_0".split("~"), numbers: [RATE, FLOOR], switches: [] };
const GROUND = {
  words: ["bowl", "condition_20"],
  numbers: [{ path: ["surfaceParameters", "condition"], word: 1, name: "condition" }],
  switches: [],
};
const QUERY =
  "v=1&surface=bowl~condition_20&start=0_0&steps=5&c3=sgd~on_1~at_common~lr_0.1~cosine~floor_0&zoom=1_2_3_4&step=end";

const GRAMMAR = {
  ...{ item: "~", part: "_", surface: "surface", start: "start", steps: "steps", contender: "c", nobody: "none" },
  ownStart: { name: "at", none: "common" },
  moved: { name: "moved", none: "none" },
  ofSurface: { zoom: "auto", camera: "auto" },
};

/** The query of a picture on a surface, of runs whose ids and starts are given. */
function queryWith(surface, starts) {
  const terms = { ruleParameters: { learning_rate: 0.5 }, scheduleParameters: { floor: 1e-8 } };
  const runs = Object.entries(starts).map(([id, start]) => ({ id, terms: { ...terms, start } }));
  const groups =
    /** @type {any} */ ({ ground: { ...GROUND, words: [surface, ...GROUND.words.slice(1)] }, groupOf: () => GROUP });
  const picture = { surface: { key: surface, parameters: { condition: 7 } }, start: [3, 4], steps: 6, noise: 0, runs };
  return queryOf(QUERY, /** @type {any} */ (picture), groups, GRAMMAR);
}

Deno.test("a query has the values that are shown at the places of those before", () => {
  equal(
    queryWith("bowl", { 3: [1, -2] }),
    "v=1&surface=bowl~condition_7&start=3_4&steps=6&c3=sgd~on_1~at_1_-2~lr_0.5~cosine~floor_1e-8&zoom=1_2_3_4&step=end",
  );
});

Deno.test("who joins is in the query, who leaves is not, and another ground has no part of the old one", () => {
  const query = queryWith("saddle", { 3: null, 0: null });
  const contender = (slot) => `c${slot}=sgd~on_1~at_common~lr_0.5~cosine~floor_1e-8`;
  equal(
    query,
    `v=1&surface=saddle~condition_7&start=3_4&steps=6&${contender(0)}&${contender(3)}&zoom=auto&step=end`,
  );
  equal(queryWith("bowl", {}).includes("&c=none&"), true);
});

/** Kernels on which every path goes to the right by the learning rate. @type {any} */
const KERNELS = {
  walk: ({ ruleParameters, start: [x0, y0], steps }) => {
    const x = Float64Array.from({ length: steps + 1 }, (_, k) => x0 + k * ruleParameters.learning_rate);
    return { x, y: new Float64Array(steps + 1).fill(y0), loss: x };
  },
  values: ({ x }) => x,
  numbersOf: () => ({}),
};
const terms = (rule, rate) => ({
  ...{ rule, ruleParameters: { learning_rate: rate }, schedule: "constant", scheduleParameters: {}, start: null },
});
/** @type {any} */
const CATALOGUE = {
  rules: ["sgd", "adam"].map((key) => ({
    ...{ key, label: key, terms: terms(key, 9), onSliders: [], lines: [] },
    summary: [{ path: ["ruleParameters", "learning_rate"], symbol: "\u03b1" }],
  })),
  surfaces: ["bowl", "saddle"].map((key, k) => ({
    facts: { key, title: key, axes: ["x", "y"], parameters: {}, window: [[-1, 1], [-1, 1]], critical_points: [] },
    ...{ levels: [0, 1], start: [k, k], steps: 2 + k, firstSight: 1 + k, rates: { sgd: 0.1 + k, adam: 0.2 + k } },
  })),
  strokes: [{ color: "blue", dash: "solid" }, { color: "red", dash: "2px" }],
  sliders: {},
};
/** @type {any} */
const PICTURE = {
  surface: { key: "bowl" },
  start: [5, 5],
  steps: 4,
  noise: 0,
  settings: ["Bowl"],
  runs: [{
    id: "1",
    slot: 1,
    label: "sgd",
    terms: { ...terms("sgd", 1), start: [8, 8] },
    normal: null,
    blob: { header: {} },
  }],
};

Deno.test("who joins has the first free colour, a name of its own, and the rate that suits the surface", () => {
  const { runs, settings } = added(CATALOGUE, KERNELS, PICTURE, "sgd");
  deepEqual(runs.map(({ slot, label, color }) => [slot, label, color]), [[1, "sgd", undefined], [0, "sgd #2", "blue"]]);
  deepEqual([...runs[1].x], [0, 1, 2, 3, 4].map((k) => 5 + k * 0.1));
  equal(runs[1].summary, "\u03b1 0.1");
  deepEqual(settings, []);
  equal(added(CATALOGUE, KERNELS, added(CATALOGUE, KERNELS, PICTURE, "sgd"), "adam"), null, "no colour is free");
  deepEqual(removed(PICTURE, "1").runs, []);
  equal(nameAmong(["a", "a #2"], "a"), "a #3");
});

Deno.test("another surface has its own start, steps and rates", () => {
  const { surface, start, steps, firstSight, runs } = onSurface(CATALOGUE, KERNELS, PICTURE, "saddle");
  deepEqual([surface.key, start, steps, firstSight], ["saddle", [1, 1], 3, 2]);
  deepEqual([...runs[0].x], [1, 2.1, 3.2, 4.300000000000001]);
  equal(surface.z.length, surface.x.length * surface.y.length);
});

Deno.test("to the loss of a data set nobody brings noise, nor the order of other examples", () => {
  const data = { features: [0, 1, 2], targets: [0, 1, 2] };
  const [bowl] = CATALOGUE.surfaces;
  const catalogue = { ...CATALOGUE, surfaces: [{ ...bowl, facts: { ...bowl.facts, key: "regression", data } }] };
  const asked = [];
  const kernels = { ...KERNELS, walk: (all) => (asked.push(all), KERNELS.walk(all)) };
  const [run] = PICTURE.runs;
  const order = Int32Array.of(4, 3, 2, 1, 0, 4, 3, 2, 1, 0);
  const withBatches = (batchSize) => ({
    ...PICTURE,
    noise: 1,
    surface: { key: "two-weights", data: { features: [0, 1, 2, 3, 4], targets: [0, 1, 2, 3, 4] } },
    runs: [{ ...run, order, terms: { ...run.terms, batchSize } }],
  });
  onSurface(catalogue, kernels, withBatches(2000), "regression");
  deepEqual(asked.map(({ errors, batches }) => [errors, batches]), [[null, null]]);
  throws(() => onSurface(catalogue, kernels, withBatches(2), "regression"), { name: "NotKnownHere" });
});

Deno.test("the arrows of an entry go from stop to stop, or by the step of its slider", () => {
  const along = { stops: [0.001, 0.01, 0.1], step: 0.01, low: 0, high: 1 };
  const go = (value, by) => nextPlace(along, value, by);
  deepEqual([go(0.01, 1), go(0.02, 1), go(0.02, -1), go(0.1, 1), go(0.001, -1)], [0.1, 0.1, 0.01, 0.1, 0.001]);
  const linear = { stops: null, step: 0.1, low: 0, high: 1 };
  deepEqual([nextPlace(linear, 0.2, 1), nextPlace(linear, 1, 1), nextPlace(linear, 0.05, -1)], [0.3, 1, 0]);
});
