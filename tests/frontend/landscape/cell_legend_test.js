import assert from "node:assert/strict";
import { entriesOf, percent } from "../../../frontend/landscape/cell_legend.js";

Deno.test("a share that is a part is neither nothing nor all", () => {
  assert.deepEqual([0.001, 0.255, 0.999, 1].map(percent), ["< 1\u202f%", "26\u202f%", "> 99\u202f%", "100\u202f%"]);
});

Deno.test("a still names what occurs, with its share", () => {
  const classes =
    () => [{ words: "a", color: "#111111" }, { words: "b", color: "#222222" }, { words: "c", color: "#333333" }];
  const entries = entriesOf({ codes: Uint8Array.of(0, 2, 2, 2), classes }, /** @type {any} */ ({ size: 16 }));
  assert.deepEqual(entries.map(({ words, marker: { color } }) => [words, color]), [
    ["a 25\u202f%", "#111111"],
    ["c 75\u202f%", "#333333"],
  ]);
});
