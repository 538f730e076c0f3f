import { deepEqual, equal, ok } from "node:assert/strict";
import { arrowOf, arrowOutlines, largestOf, originOf, sideBySide } from "../../../frontend/map/arrows.js";
import { frameOfPx, runThrough, THEME } from "../paths/fakes.js";

/** Vectors as a blob holds them: all x, then all y. */
const vectors = (...pairs) => (
  { data: Float64Array.from([...pairs.map(([x]) => x), ...pairs.map(([, y]) => y)]), shape: [2, pairs.length] }
);

/** Where an arrow points on the screen, in degrees clockwise from right. */
const degrees = (arrow) => Math.round((arrow.angle * 180) / Math.PI);

Deno.test("an arrow points where the vector does, on a screen whose y runs downward", () => {
  const around = vectors([1, 0], [0, 1], [-1, 0], [0, -1], [1, -1]);
  deepEqual([0, 1, 2, 3, 4].map((k) => Math.abs(degrees(arrowOf(around, k, 1, 1)))), [0, 90, 180, 90, 45]);
  equal(degrees(arrowOf(around, 1, 1, 1)), -90, "up");
  equal(degrees(arrowOf(around, 3, 1, 1)), 90, "down");
});

Deno.test("the sign turns a gradient downhill", () => {
  equal(degrees(arrowOf(vectors([0, 1]), 0, -1, 1)), 90);
});

Deno.test("the largest is 90 px long, each factor of ten less takes 17 px off, down to 26", () => {
  const lengths = [1, 0.1, 0.01, 1e-3, 1e-4, 1e-300].map((size) => arrowOf(vectors([size, 0]), 0, 1, 1).length);
  deepEqual(lengths.map(Math.round), [90, 73, 56, 39, 26, 26]);
});

Deno.test("there is no arrow without a direction", () => {
  for (const pair of [[0, 0], [NaN, 1], [Infinity, 0], [1, -Infinity]]) {
    equal(arrowOf(vectors(pair), 0, 1, 1), null, String(pair));
  }
});

Deno.test("there is no step after the last, which must not read the y of another", () => {
  equal(arrowOf(vectors([1, 2], [3, 4]), 2, 1, 1), null);
  equal(arrowOf(vectors([1, 2], [3, 4]), 3, 1, 1), null);
});

Deno.test("the largest vector is the longest that is finite", () => {
  equal(largestOf(vectors([NaN, NaN], [3, -4], [1, 1], [Infinity, 0], [1e200, 1e200])), Math.hypot(1e200, 1e200));
  equal(largestOf(vectors([NaN, 0], [0, Infinity])), 0);
  equal(largestOf(vectors()), 0);
});

const FRAME = frameOfPx(100, 50);

Deno.test("the arrows start from the head at the step, or from the last one", () => {
  const run = runThrough([[10, 10], [20, 30]]);
  deepEqual(originOf(run, 0, FRAME), { last: 0, left: 10, top: 40 });
  deepEqual(originOf(run, 99, FRAME), { last: 1, left: 20, top: 20 });
});

Deno.test("they start from the edge of the map, and from nowhere outside it", () => {
  const at = (x, y) => originOf(runThrough([[x, y]]), 0, FRAME);
  ok(at(0, 0) && at(100, 50));
  for (const [x, y] of [[-1, 10], [101, 10], [10, -1], [10, 51], [NaN, 10], [Infinity, 10]]) equal(at(x, y), null);
  equal(originOf(null, 0, FRAME), null);
});

Deno.test("in a still an arrow is drawn twice from the edge of its head, with a tip, and grows with the type", () => {
  const draw = (size) => arrowOutlines({ angle: 0, length: 50 }, { left: 100, top: 20 }, "red", { ...THEME, size });
  const [casing, line] = draw(16);
  deepEqual([casing.line, line.line], [{ color: "white", width: 7 }, { color: "red", width: 3 }]);
  deepEqual(line.lines, [[[108, 20], [150, 20]], [[141, 14], [150, 20], [141, 26]]]);
  deepEqual(casing.lines, line.lines);
  const [, large] = draw(32);
  deepEqual([large.lines[0], large.line.width], [[[116, 20], [200, 20]], 6]);
});

Deno.test("arrows of one direction stand side by side, others begin in the middle, and none crosses the other", () => {
  const asides = (angle, other) => {
    const { gradient, step } = sideBySide({ angle, length: 90 }, { angle: other, length: 40 });
    return [gradient.aside, step.aside];
  };
  deepEqual(asides(1, 1), [-4.5, 4.5]);
  deepEqual(asides(0, 2).map(Math.abs), [0, 0]);
  const [left, right] = asides(3.1, -3.1); // the next step is a little clockwise, across the angle π
  ok(left < 0 && right > 0 && right < 4.5);
  ok(asides(0, -0.1)[1] < 0);
  deepEqual(sideBySide(null, { angle: 1, length: 40 }), { gradient: null, step: { angle: 1, length: 40 } });
  const [{ lines: [[[, top]]] }] = arrowOutlines({ angle: 0, length: 60, aside: 4 }, { left: 0, top: 0 }, "red", THEME);
  ok(top > 0);
});
