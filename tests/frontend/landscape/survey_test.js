import assert from "node:assert/strict";
import { Survey } from "../../../frontend/landscape/survey.js";

const run = (label, terms = {}) => ({
  id: label,
  label,
  normal: null,
  randomness: "",
  terms: { rule: "sgd", ruleParameters: {}, schedule: "constant", scheduleParameters: {}, start: null, ...terms },
});
const surface = {
  key: "bowl",
  parameters: {},
  data: null,
  window: [[-1, 1], [-1, 1]],
  identity: "bowl",
  critical_points: [],
};
const SOURCES = {
  kernels: "",
  kinds: [{ key: "global-minimum", words: "", isMinimum: true, hasArrived: true }],
  has: (key) => key === "sgd",
  isConcealed: false,
  ask: (name, { x }) => name === "hessians" ? { xx: x.map(() => 20), xy: x.map(() => 0), yy: x.map(() => -1) } : null,
};

/** @returns {any} what is wanted of a picture */
const wanted = (layer, runs = [run("SGD")], more = {}) => ({
  layer,
  picture: { surface, steps: 5, noise: 0, start: [0, 0] },
  runs,
  ranges: { x: [-1, 1], y: [-1, 1] },
  moving: false,
  finest: 4096,
  ...more,
});

/** What a survey says of what is wanted. @param {any} asked @param {any} sources */
function said(asked, sources = SOURCES) {
  const heard = [];
  const survey = new Survey((surveyed, words) => heard.push([surveyed, words]));
  survey.want(asked, sources);
  survey.destroy();
  return heard;
}

Deno.test("why there are no basins is said", () => {
  const words = (asked, sources) => said(asked, sources).map((each) => each[1]);
  assert.deepEqual(words(wanted("basins", [])), ["No optimizer is shown."]);
  assert.deepEqual(words(wanted("difference")), ["There is no second optimizer to compare."]);
  assert.match(words(wanted("basins", [run("Newton", { rule: "newton" })]))[0], /^Newton runs on the server/);
  assert.match(words(wanted("basins", [run("SGD 2", { followed: run("SGD").terms })]))[0], /^SGD 2 is a branch/);
  assert.deepEqual(words(wanted("basins"), { ...SOURCES, isConcealed: true }), [
    "Shown once the results are revealed.",
  ]);
  assert.deepEqual(words(wanted("basins"), null), [""]);
});

Deno.test("that heights need no survey is said once, not with every picture", () => {
  const heard = [];
  const survey = new Survey((surveyed) => heard.push(surveyed));
  const ask = (layer) => survey.want(wanted(layer), /** @type {any} */ (SOURCES));
  ["heights", "heights", "curvature", "heights", "heights"].forEach(ask);
  assert.deepEqual(heard.map((surveyed) => surveyed && surveyed.layer), [null, "curvature", null]);
});

Deno.test("curvature follows from the surface alone, and is computed again only if that has changed", () => {
  const heard = [];
  const survey = new Survey((surveyed) => heard.push(surveyed));
  const ask = (more) => survey.want(wanted("curvature", [run("SGD")], more), /** @type {any} */ (SOURCES));
  ask({});
  ask({ runs: [run("Adam")] });
  ask({ moving: true });
  assert.equal(heard.length, 1);
  ask({ ranges: { x: [0, 1], y: [0, 1] } });
  assert.equal(heard.length, 2);
  const [{ codes, columns, rows, tell }] = heard;
  assert.equal(codes.length, columns.length * rows.length);
  assert.equal(tell(0), "smallest eigenvalue \u22121");
});

Deno.test("the condition number of a saddle is the ratio of its curvatures", () => {
  const [[surveyed]] = said(wanted("condition"));
  assert.equal(surveyed.tell(0), "condition number 20");
  assert.ok(surveyed.codes.every((code) => code === 1));
});
