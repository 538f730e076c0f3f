import assert from "node:assert/strict";
import { measured } from "../../../frontend/sweep/measures.js";

const theme = /** @type {any} */ ({ dark: false });

/** @returns {any} */
const gridOf = (more = {}) => (
  { settings: { steps: 200 }, rows: {}, minima: [[0, 0]], lowest: 0, reach: 0.01, ...more }
);

/** @returns {any} */
const foundOf = (more) => ({
  codes: new Uint8Array(3),
  steps: new Float32Array(3),
  losses: new Float64Array(3),
  ...more,
});

/** What is said of each cell. */
const words = ({ codes, classes }) => [...codes].map((code) => classes(theme)[code].words);

Deno.test("steps are told in classes up to those of the race", () => {
  const found = foundOf({ steps: Float32Array.of(2, 101, NaN) });
  const shown = measured("steps", gridOf(), found, []);
  assert.deepEqual(words(shown), ["up to 2", "up to 200", "not within 200"]);
  assert.equal(shown.tell(0), "within 0.01 of a minimum after 2 steps");
  assert.equal(shown.tell(2), "never within 0.01 of a minimum");
});

Deno.test("losses are told by their power of ten above the lowest, and those that are none apart", () => {
  const found = foundOf({ losses: Float64Array.of(5e-4, 2e3, Infinity) });
  assert.deepEqual(words(measured("loss", gridOf(), found, [])), ["up to 0.001", "more", "not finite"]);
  const higher = measured("loss", gridOf({ lowest: 2 }), foundOf({ losses: Float64Array.of(2, 3, 9) }), []);
  assert.deepEqual(words(higher), [
    "up to 10⁻¹² above the lowest",
    "up to 1 above the lowest",
    "up to 10³ above the lowest",
  ]);
});

Deno.test("without a lowest loss they are told in parts of the same size", () => {
  const losses = Float64Array.from({ length: 60 }, (_, k) => -k);
  const { codes } = measured("loss", gridOf({ lowest: null }), foundOf({ losses }), []);
  const counts = [0, 1, 2, 3, 4, 5].map((code) => codes.filter((each) => each === code).length);
  assert.ok(counts.every((count) => count >= 9 && count <= 11), counts.join());
});

Deno.test("rows whose batches are not known are none of the classes, and it is said that they are left out", () => {
  const rows = { columns: { values: [0.1] }, rows: { settings: [{}, null, {}] } };
  const found = foundOf({ steps: Float32Array.of(2, 0, NaN), losses: Float64Array.of(1e-4, NaN, 2) });
  const shown = measured("steps", gridOf(rows), found, []);
  assert.deepEqual(words(shown), ["up to 2", "not known here", "not within 200"]);
  assert.equal(shown.tell(1), "not known here");
  assert.match(shown.note, /^In 200 steps the largest batches use more examples/);
  assert.deepEqual(words(measured("loss", gridOf(rows), found, []))[1], "not known here");
  assert.equal(measured("steps", gridOf(), found, []).note, undefined);
});

Deno.test("every class has a colour in both themes", () => {
  for (const measure of ["steps", "loss"]) {
    for (const dark of [false, true]) {
      for (const { color } of measured(measure, gridOf(), foundOf({}), []).classes(/** @type {any} */ ({ dark }))) {
        assert.match(color, /^#[0-9a-f]{6}$/);
      }
    }
  }
});
