import assert from "node:assert/strict";
import { LAYOUTS, panelsOf } from "../../../frontend/player/layouts.js";

const shown = (layout, numbers) => [...panelsOf(layout, numbers)];

Deno.test("a layout shows its panels", () => {
  for (const [key, { panels }] of Object.entries(LAYOUTS)) assert.deepEqual(shown(key, "none"), panels);
});

Deno.test("beside the loss there is a further curve, unless there is none", () => {
  assert.deepEqual(shown("map-loss", "gradient"), ["map", "loss", "numbers"]);
  assert.deepEqual(shown("relief-loss", "rate"), ["relief", "loss", "numbers"]);
});

Deno.test("without the loss there is no room for one", () => {
  for (const layout of ["map-relief", "map", "relief"]) {
    assert.deepEqual(shown(layout, "gradient"), LAYOUTS[layout].panels);
  }
});

Deno.test("names are told apart", () => {
  const names = Object.values(LAYOUTS).map(({ name }) => name);
  assert.equal(new Set(names).size, names.length);
});
