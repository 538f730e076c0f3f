import { deepEqual, equal } from "node:assert/strict";
import { axesOf, axisOf, endOf, epochMarks, placesOf, titleOf } from "../../../frontend/curves/across.js";

/** A picture of five examples with one run of so many updates, and that run. */
function raced(batchSize, updates, replacement = false) {
  const run = { x: new Float64Array(updates + 1), terms: { batchSize, scheduleParameters: {} }, order: null };
  const surface = { data: { features: new Float64Array(5), targets: new Float64Array(5) } };
  return /** @type {any} */ ([{ surface, steps: updates, replacement, runs: [run] }, run]);
}

const places = (size, updates, axis, replacement = false) => {
  const [picture, run] = raced(size, updates, replacement);
  return [...placesOf(picture, run, axis)];
};

Deno.test("a step is an update, and its examples are those of all batches so far", () => {
  deepEqual(places(2, 4, "updates"), [0, 1, 2, 3, 4]);
  deepEqual(places(2, 4, "examples"), [0, 2, 4, 5, 7], "the last batch of an epoch is short");
  deepEqual(places(2, 4, "examples", true), [0, 2, 4, 6, 8], "with replacement none is");
  deepEqual(places(2000, 2, "examples"), [0, 5, 10], "of all");
  deepEqual(places(2, 4, "epochs"), [0, 0.4, 0.8, 1, 1.4]);
});

Deno.test("a picture has the axes that say something of it", () => {
  const picture = (data, works = [null]) => /** @type {any} */ ({
    surface: { data },
    runs: works.map((work) => ({ work, terms: { scheduleParameters: {} } })),
  });
  const uneven = [null, new Float64Array(1)];
  deepEqual(axesOf(picture(null)), ["updates"]);
  deepEqual(axesOf(picture({})), ["updates", "epochs", "examples"]);
  deepEqual(axesOf(picture(null, uneven)), ["updates", "evaluations"]);
  deepEqual([axisOf(picture(null), "epochs"), axisOf(picture({}), "epochs")], ["updates", "epochs"]);
  deepEqual([axisOf(picture(null), "evaluations"), axisOf(picture(null, uneven), "evaluations")], [
    "updates",
    "evaluations",
  ]);
});

Deno.test("evaluations are what was asked for: of a rule one gradient an update, and of a batch its share", () => {
  const [picture, run] = raced(2, 4);
  const work = Float64Array.of(0, 3, 6, 9, 12, 15);
  deepEqual([...placesOf(picture, { ...run, work }, "evaluations")], [0, 3, 6, 9, 12], "as far as the path goes");
  deepEqual([...placesOf(picture, run, "evaluations")], [0, 0.4, 0.8, 1, 1.4]);
  const without = /** @type {any} */ ({ ...picture, surface: { data: null } });
  deepEqual([...placesOf(without, run, "evaluations")], [0, 1, 2, 3, 4]);
});

Deno.test("steps are marked with epochs, not more of them than can be told apart", () => {
  const marks = (size, updates, replacement = false) => {
    const [picture, run] = raced(size, updates, replacement);
    return epochMarks(picture, run);
  };
  deepEqual(marks(2, 60), { updates: 3, epochs: 1 });
  deepEqual(marks(2, 300), { updates: 15, epochs: 5 });
  deepEqual(marks(1, 5000), { updates: 250, epochs: 50 });
  equal(marks(2, 2), null, "the first does not end");
  equal(marks(2, 60, true), null, "with replacement there are none");
  equal(marks(5, 60), null, "every update is one");
  equal(epochMarks(raced(2, 60)[0], undefined), null);
});

/** Runs of a surface without data, each under a schedule whose epochs have so many updates; 0 for one without epochs. */
function scheduled(...epochs) {
  const runs = epochs.map((updates, k) => ({
    id: String(k),
    label: `SGD ${k}`,
    x: new Float64Array(21),
    terms: { scheduleParameters: updates ? { steps_per_epoch: updates } : {} },
    work: null,
  }));
  return /** @type {any} */ ({ surface: { data: null }, steps: 20, runs });
}

Deno.test("without data, epochs are those of the schedules, first of the one in focus", () => {
  deepEqual(axesOf(scheduled(0)), ["updates"]);
  const picture = scheduled(0, 10, 5);
  deepEqual(axesOf(picture), ["updates", "epochs"]);
  equal(titleOf(picture, "epochs", "2"), "epochs of 5 updates, those of SGD 2");
  equal(titleOf(picture, "epochs", "0"), "epochs of 10 updates, those of SGD 1");
  equal(titleOf(scheduled(0, 10, 10), "epochs", "0"), "epochs of 10 updates");
  equal(placesOf(picture, picture.runs[0], "epochs", "2").at(-1), 4);
  equal(placesOf(picture, picture.runs[0], "epochs").at(-1), 2);
  equal(endOf(picture, picture.runs, "epochs", "2"), 4);
});

Deno.test("an axis of examples ends where the first of those who are shown ends, though it diverged before", () => {
  const [picture, single] = raced(1, 4);
  const whole = { ...single, terms: { ...single.terms, batchSize: 5 } };
  const diverged = { ...single, x: new Float64Array(2) };
  equal(endOf(picture, [single, whole], "examples"), 4);
  equal(endOf(picture, [single, whole], "epochs"), 0.8);
  equal(endOf(picture, [diverged, whole], "examples"), 4);
  equal(endOf(picture, [whole], "examples"), 20);
  equal(endOf(picture, [], "examples"), picture.steps);
  equal(endOf(picture, [single, whole], "updates"), picture.steps);
  const work = Float64Array.of(0, 3, 6, 9, 12);
  equal(endOf(picture, [single, { ...whole, work }], "evaluations"), 12);
});
