import { deepEqual, equal, ok } from "node:assert/strict";
import { cloudOf, ellipseOf, inWords, isAskedOf, measuredRadius } from "../../../frontend/map/cloud.js";
import { concealed } from "../../../frontend/data/outcome.js";
import { frameOfPx, runThrough } from "../paths/fakes.js";

const SURFACE = { data: { features: new Float64Array(9), targets: new Float64Array(9) }, quadratic: true };
const PICTURE = /** @type {any} */ ({ surface: SURFACE, steps: 3, replacement: false });
const TERMS = { rule: "sgd", schedule: "constant", batchSize: 2, ruleParameters: { learning_rate: 0.1 } };
const POINTS = [[9, 9], [9, 9], [4, 1], [1, 5]];
const runOf = (terms) => runThrough(POINTS, { terms: { ...TERMS, ...terms } });
/** @type {import("../../../frontend/map/cloud.js").Cloud} */
const CLOUD = { kind: "ellipse", middle: [1, 1], moment: [4, 2, 5] };

/** The kernels of the bowl (x − 1)² + xy + (y − 2)², and a second moment. */
const ask = (moment) => (name, _, settings) => {
  if (name === "gradients") return { x: [-2], y: [-4] };
  if (name === "hessians") return { xx: [2], xy: [1], yy: [2] };
  ok(Math.hypot(settings.point[0], settings.point[1] - 2) < 1e-12, String(settings.point));
  deepEqual([name, settings.rate, settings.size], ["cloud", 0.1, 2]);
  return moment;
};

Deno.test("it is predicted around the minimum, for SGD on batches with a constant rate", () => {
  deepEqual(cloudOf(PICTURE, runOf({}), ask([4, 2, 5])).moment, [4, 2, 5]);
  for (const terms of [{ rule: "adam" }, { schedule: "cosine" }, { batchSize: 2000 }]) {
    equal(cloudOf(PICTURE, runOf(terms), ask([4, 2, 5])), null);
  }
});

Deno.test("not yet known, none and a point are told apart", () => {
  const said = (kernels) => inWords(PICTURE, runOf({}), cloudOf(PICTURE, runOf({}), kernels));
  equal(said(() => null), "", "before the kernels have come");
  equal(said(ask(null)), "", "where kernels lack it");
  for (const moment of [[-4, 2, 5], [4, 5, 2], [NaN, NaN, NaN], [-Infinity, 0, Infinity]]) {
    equal(said(ask(moment)), "No cloud: with this \u03b1 and batch size, distances grow for ever");
  }
  for (const moment of [[0, 0, 0], [-1e-31, 1e-32, 1e-31]]) {
    equal(said(ask(moment)), "No cloud: at the minimum every example\u2019s gradient is 0");
  }
});

Deno.test("its edge is two standard deviations from the middle in every direction", () => {
  const { middle: [x, y], moment: [xx, xy, yy] } = CLOUD;
  for (const [left, top] of ellipseOf(CLOUD, frameOfPx(100, 50))) {
    const [u, v] = [left - x, 50 - top - y];
    const squared = (yy * u * u - 2 * xy * u * v + xx * v * v) / (xx * yy - xy * xy);
    ok(Math.abs(squared - 4) < 1e-9);
  }
});

Deno.test("while a lesson asks, no cloud is shown but that of the run that it has put in focus", () => {
  const of = (id, lesson, run = runOf({})) => isAskedOf({ ...run, id }, { ...PICTURE, lesson });
  const hidden = concealed(runOf({}));
  deepEqual(["0", "1"].map((id) => of(id, { focus: "0" }, /** @type {any} */ (hidden))), [false, true]);
  equal(of("1", { focus: "0" }), false, "the question has been answered");
  equal(of("1", null, /** @type {any} */ (hidden)), false, "nobody asks: it is a prediction, and no result");
});

Deno.test("the radius of a path is measured in its second half", () => {
  equal(measuredRadius(runOf({}), [1, 1]), Math.sqrt((9 + 16) / 2));
});

Deno.test("words say what is predicted, and how far the path has been", () => {
  const said = (cloud, run = runOf({}), more = {}) => inWords({ ...PICTURE, ...more }, run, cloud);
  const start = "Cloud (2\u202f\u03c3): rms radius 3";
  equal(said(CLOUD), `${start}; in this path's second half 3.536; reshuffling keeps it 18\u202f% farther out`);
  equal(said(CLOUD, runOf({}), { replacement: true }), `${start}; in this path's second half 3.536`);
  equal(said(CLOUD, /** @type {any} */ (concealed(runOf({})))), start, "what is to be predicted is not told");
  equal(said(CLOUD, runOf({}), { steps: 9 }), start, "of a path that diverged");
  equal(said(null, runOf({ rule: "adam" })), "Cloud: predicted for SGD on mini-batches with a constant \u03b1");
});
