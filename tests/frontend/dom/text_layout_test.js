import assert from "node:assert/strict";
import { fitted, paragraph } from "../../../frontend/dom/text_layout.js";

/** Every letter is as wide as half its size. */
const measure = (words, size) => 0.5 * size * words.length;

Deno.test("words are broken into lines that are no wider than there is room for", () => {
  const { lines } = paragraph("one two three four", 45, 10, measure);
  assert.deepEqual(lines, ["one two", "three", "four"]);
  assert(lines.every((line) => measure(line, 10) <= 45));
});

Deno.test("a line that just fits is not broken", () => {
  assert.deepEqual(paragraph("one two", 35, 10, measure).lines, ["one two"]);
  assert.deepEqual(paragraph("one two", 34.9, 10, measure).lines, ["one", "two"]);
});

Deno.test("a word that is too long has a line of its own", () => {
  assert.deepEqual(paragraph("a incomprehensibilities b", 40, 10, measure).lines, ["a", "incomprehensibilities", "b"]);
  assert.deepEqual(paragraph("incomprehensibilities", 40, 10, measure).lines, ["incomprehensibilities"]);
});

Deno.test("no words are no lines, and have no height", () => {
  assert.deepEqual(paragraph("", 40, 10, measure), { lines: [], size: 10, leading: 13, height: 0 });
  assert.deepEqual(paragraph("  ", 40, 10, measure).lines, []);
});

Deno.test("a paragraph is as high as its lines", () => {
  const { leading, height, lines } = paragraph("one two three", 20, 10, measure);
  assert.equal(height, lines.length * leading);
});

const set = (size) => ({ size, height: 3 * size });

Deno.test("what has room keeps the size that was asked for", () => {
  assert.deepEqual(fitted(set, 20, 60), { size: 20, height: 60 });
});

Deno.test("what has no room is set smaller, but no smaller than needed", () => {
  const { size, height } = fitted(set, 20, 45);
  assert(height <= 45);
  assert(3 * (size / 0.95) > 45);
});

Deno.test("type does not become too small to be read, whatever room there is", () => {
  const { size } = fitted(set, 20, 0);
  assert(size > 0.45 * 0.95 * 20 && size < 0.5 * 20);
});
