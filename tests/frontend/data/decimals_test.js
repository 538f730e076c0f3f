import assert from "node:assert/strict";
import { toNumbers } from "../../../frontend/data/decimals.js";

/** The code of a decimal number, as scenes/decimals.py makes it. @param {number} mantissa @param {number} exponent */
const code = (mantissa, exponent) => mantissa * 2048 + exponent + 1024;

/** @param {...number} codes */
const read = (...codes) => [...toNumbers(Int32Array.from(codes))];

Deno.test("a code is a mantissa times a power of ten", () => {
  assert.deepEqual(read(code(123456, -2), code(100000, 3), code(5, 0)), [1234.56, 1e8, 5]);
});

Deno.test("a mantissa may be negative", () => {
  assert.deepEqual(read(code(-123456, -5), code(-1, 0), code(-999999, 7)), [-1.23456, -1, -9.99999e12]);
});

Deno.test("the number is the double that its decimal text stands for", () => {
  assert.deepEqual(read(code(100000, -6), code(300000, -6)), [0.1, 0.3]); // 3 · 0.1 would be 0.30000000000000004
});

Deno.test("the smallest and the largest doubles are in reach", () => {
  assert.deepEqual(read(code(494066, -329), code(179769, 303)), [5e-324, 1.79769e308]);
});

Deno.test("a mantissa of zero is zero, infinite, or no number", () => {
  assert.deepEqual(read(code(0, 0), code(0, 1), code(0, 2), code(0, 3)), [0, Infinity, -Infinity, NaN]);
});

Deno.test("no codes are no numbers", () => assert.deepEqual(read(), []));
