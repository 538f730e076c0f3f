import assert from "node:assert/strict";
import { inBrackets } from "../../../frontend/controls/substituted.js";

Deno.test("a negative number stands in brackets, unless it is all there is", () => {
  assert.equal(inBrackets("\u22120.5", "part"), "(\u22120.5)");
  assert.equal(inBrackets("\u22120.5", "whole"), "\u22120.5");
  assert.equal(inBrackets("0.5", "part"), "0.5");
});

Deno.test("what is raised to a power is one thing", () => {
  assert.equal(inBrackets("\u22120.5", "base"), "(\u22120.5)");
  assert.equal(inBrackets("3.5 \u00b7 10\u207b\u2075", "base"), "(3.5 \u00b7 10\u207b\u2075)");
  assert.equal(inBrackets("3.5 \u00b7 10\u207b\u2075", "part"), "3.5 \u00b7 10\u207b\u2075");
  assert.equal(inBrackets("0.9", "base"), "0.9");
});
