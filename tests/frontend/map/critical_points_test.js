import { deepEqual, equal, ok } from "node:assert/strict";
import { criticalPointHover, criticalPointTraces, goalTrace } from "../../../frontend/map/critical_points.js";
import { THEME } from "../paths/fakes.js";

const point = (kind, x = 0, y = 0, more = {}) => ({ kind, point: [x, y], value: 0, eigenvalues: [-2, 2], ...more });
const surface = (...points) => ({ critical_points: points });

Deno.test("each kind is a trace of its own, named as in the key", () => {
  const traces = criticalPointTraces(
    surface(point("saddle", 1, 2), point("maximum", 3, 4), point("saddle", 5, 6)),
    THEME,
  );
  deepEqual(traces.map(({ name, x, y }) => [name, x, y]), [
    ["minimum", [], []],
    ["local minimum", [], []],
    ["saddle", [1, 5], [2, 6]],
    ["maximum", [3], [4]],
  ]);
  equal(new Set(traces.map(({ marker }) => marker.symbol)).size, 4);
});

Deno.test("a crowd of one kind is drawn small, and leaves the other kinds alone", () => {
  const sizes = (count) => {
    const crowd = Array.from({ length: count }, (_, k) => point("local minimum", k));
    return criticalPointTraces(surface(point("global minimum"), ...crowd), THEME).map(({ marker }) => marker.size);
  };
  const [[minimum, usual], [same, small]] = [sizes(30), sizes(31)];
  equal(minimum, same);
  equal(small, 0.45 * usual);
});

Deno.test("in a still the signs are larger", () => {
  const [plain, large] = [1, 2].map((scale) => criticalPointTraces(surface(point("saddle")), THEME, scale)[2].marker);
  equal(large.size, 2 * plain.size);
  equal(large.line.width, 2 * plain.line.width);
});

Deno.test("the global minima are drawn above the paths, too, with a rim, and no other points", () => {
  const { x, marker } = goalTrace(surface(point("global minimum", 3), point("local minimum", 4)), THEME);
  deepEqual([x, marker.opacity, marker.line.color], [[3], 1, THEME.casing]);
});

Deno.test("a label says kind, place, loss and curvatures", () => {
  const { x, y, text, opacity } = criticalPointHover(surface(point("saddle", 0.5, -1, { value: 3 })), THEME);
  deepEqual([x, y, opacity], [[0.5], [-1], 0]);
  deepEqual(text, ["saddle, x 0.5, y \u22121, loss 3, eigenvalues \u22122 and 2"]);
});

Deno.test("a surface without critical points has nothing to hover over", () => {
  deepEqual(criticalPointHover(surface(), THEME).text, []);
  ok(criticalPointTraces(surface(), THEME).every(({ x }) => x.length === 0));
});
