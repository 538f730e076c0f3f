import { deepEqual, equal, ok } from "node:assert/strict";
import { legendOf } from "../../../frontend/stills/legends.js";

const SIZE = 10;
const measure = (words, size) => (words.length * size) / 2; // 5 px for each letter
const PLACE = { left: 100, top: 50, width: 400 };

const entry = (words, more = {}) => ({ words, marker: { symbol: "star" }, ...more });
const legend = (entries, place = PLACE) => legendOf(entries, place, SIZE, measure);

Deno.test("a legend of nothing takes no room", () => {
  deepEqual(legend([]), { height: 0, traces: [], texts: [] });
});

Deno.test("entries stand in one row where there is room, each as wide as it is", () => {
  const { texts, height } = legend([entry("short"), entry("a little longer")]);
  deepEqual(texts.map(({ words, left, top }) => [words, left, top]), [["short", 114, 50], [
    "a little longer",
    163,
    50,
  ]]);
  equal(height, 13 + 2.5);
});

Deno.test("where there is no room for one row there are columns of equal width", () => {
  const { texts, height } = legend(Array.from({ length: 5 }, (_, k) => entry(`${k} is twenty letters`)));
  const columns = [...new Set(texts.map(({ left }) => left))];
  equal(columns.length, 3);
  equal(columns[1] - columns[0], columns[2] - columns[1]);
  deepEqual(texts.map(({ top }) => top), [50, 50, 50, 65.5, 65.5]);
  equal(height, 2 * 15.5);
});

Deno.test("words that are too long for the place are broken, and the next row makes room for them", () => {
  const { texts, height } = legend([entry("one two three four"), entry("five")], { ...PLACE, width: 60 });
  equal(texts[0].words, "one two<br>three<br>four");
  equal(texts[1].top, 50 + 3 * 13 + 2.5);
  equal(height, 4 * 13 + 5);
  ok(texts.every(({ left }) => left === 114));
});

Deno.test("an entry with a line has a length of it under its sign, one without has the sign alone", () => {
  const { traces } = legend([entry("path", { line: { color: "red" } }), entry("saddle")]);
  deepEqual(traces.map(({ mode }) => mode), ["lines", "markers", "markers"]);
  const [line, sign] = traces;
  deepEqual(line.line, { color: "red" });
  equal(sign.x[0], (line.x[0] + line.x[1]) / 2);
  deepEqual([line.y[0], line.y[1], sign.y[0]], [56.2, 56.2, 56.2]);
});

Deno.test("samples end before their words", () => {
  const { traces: [line], texts: [text] } = legend([entry("path", { line: {} })]);
  ok(line.x[0] === 100 && line.x[1] < text.left);
});

Deno.test("words with signs of HTML are text", () => {
  equal(legend([entry("a<b")]).texts[0].words, "a&lt;b");
});
