import assert from "node:assert/strict";
import { dashPattern, symbolName } from "../../../frontend/dom/symbols.js";

Deno.test("a dash is its lengths in px, and a solid line has none", () => {
  assert.deepEqual(dashPattern("13px,5px,3px,5px"), [13, 5, 3, 5]);
  assert.deepEqual(dashPattern("2px,4px"), [2, 4]);
  assert.deepEqual(dashPattern("solid"), []);
});

Deno.test("eight slots have eight symbols, and further ones begin again", () => {
  const names = Array.from({ length: 16 }, (_, slot) => symbolName(slot));
  assert.equal(new Set(names).size, 8);
  assert.deepEqual(names.slice(8), names.slice(0, 8));
});
