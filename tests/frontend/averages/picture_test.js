import assert from "node:assert/strict";
import { rangeOf } from "../../../frontend/averages/frames.js";
import { beforeAnswer, composePicture, questioned } from "../../../frontend/averages/picture.js";
import { inLink, VIEW_NAMES } from "../../../frontend/averages/view.js";

const LESSON = { own: true, asked: "a", words: "Which?", why: "So.", focus: "None", kind: "order", answer: ["1", "0"] };

/** A picture of the values 4, 2, 4, 2 with two averages, misprinted or not. */
function picture(misprint = false) {
  const facts = ["first", "second"].map((beta, slot) => ({
    beta,
    curves: "corrected",
    slot,
    color: "red",
    dash: "5px",
  }));
  const terms = { first: 0.5, second: 0.9, misprint };
  const content = { title: "", unit: "", settings: [], fixed: false, moved: [], room: 9, fill: false, lesson: LESSON };
  const series = { arrays: { values: { data: Float64Array.of(4, 2, 4, 2), shape: [4] } } };
  return composePicture(
    /** @type {any} */ ({ ...content, terms, averages: facts }),
    new Map([["series", /** @type {any} */ (series)]]),
  );
}

Deno.test("before the answer an average has no days, and no axis is larger than the series", () => {
  const whole = picture(true);
  const asked = beforeAnswer(whole);
  for (const { plain, corrected, misprinted } of asked.averages) {
    assert.deepEqual([plain.length, corrected, misprinted], [0, null, null]);
  }
  assert.deepEqual(rangeOf(asked), rangeOf({ ...whole, misprint: false, averages: [] }));
  assert.ok(rangeOf(whole)[1] > rangeOf(asked)[1]);
  assert.deepEqual(asked.values, whole.values);
});

Deno.test("averages are put in order by their names", () => {
  const { lesson, predict, runs } = questioned(picture());
  assert.equal(lesson, LESSON);
  assert.equal(predict, false);
  assert.deepEqual(runs.map(({ id, label }) => [id, label]), [["0", "β 0.5"], ["1", "β 0.9"]]);
});

Deno.test("a link says whether the question waits", () => {
  const view = { step: 0, speed: null, focus: null };
  assert.deepEqual(inLink({ ...view, ask: true }), { step: "0", speed: "auto", focus: "none", ask: "1" });
  assert.equal(inLink({ ...view, ask: false }).ask, "0");
  assert.deepEqual(VIEW_NAMES.toSorted(), Object.keys(inLink({ ...view, ask: false })).sort());
});
