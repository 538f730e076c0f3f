// What a legend shows of names.

import { deepStrictEqual } from "node:assert";
import { Legend } from "../../../frontend/controls/legend.js";
import { fakeElement, installDocument } from "../fake_document.js";
import { runThrough } from "../paths/fakes.js";

installDocument();

/** What is seen of contenders' names. @param {string[]} names */
function seen(names) {
  const list = fakeElement();
  const legend = new Legend(list, /** @type {any} */ ({}));
  const runs = names.map((label) => runThrough([[4, 4], [1, 1]], { label, summary: "" }));
  legend.setRuns(runs, new Set(), null);
  const before = list.ofClass("downhill-legend-label").map(({ textContent }) => textContent);
  legend.changeRuns(runs);
  deepStrictEqual(list.ofClass("downhill-legend-label").map(({ textContent }) => textContent), before);
  return before;
}

Deno.test("many contenders of one rule are called by what tells them apart", () => {
  const schedules = ["constant", "cosine", "staircase", "polynomial", "one cycle"];
  deepStrictEqual(seen(schedules.map((name) => `SGD, ${name}`)), schedules);
});

Deno.test("few contenders, and many of several rules, have their whole names", () => {
  for (const names of [["SGD, α 0.1", "SGD, α 0.2"], ["SGD, 1", "SGD, 2", "SGD, 3", "SGD, 4", "Adam"]]) {
    deepStrictEqual(seen(names), names);
  }
});
