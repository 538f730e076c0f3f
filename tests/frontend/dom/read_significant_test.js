import assert from "node:assert/strict";
import { readSignificant, significant } from "../../../frontend/dom/format.js";

Deno.test("what is written is read back", () => {
  for (const value of [0, 1, -1, 0.2, -4.53, 0.999, 3.5e-5, -3.5e-5, 1e-8, -1e-8, 120, 5000, 99000, 1e6, 2.5e7]) {
    assert.equal(readSignificant(significant(value, 6)), value);
  }
});

Deno.test("what a slider writes is read, too", () => {
  equalAll([["-30", -30], ["-0.5", -0.5], ["1e-05", 1e-5], ["20", 20]]);
});

/** @param {[string, number][]} pairs */
function equalAll(pairs) {
  for (const [text, value] of pairs) assert.equal(readSignificant(text), value, text);
}

Deno.test("what is no number is none", () => {
  for (const text of ["", "not a number", "\u221e", "step 3 of 5", "1 2", "·"]) {
    assert.ok(Number.isNaN(readSignificant(text)), text);
  }
});
