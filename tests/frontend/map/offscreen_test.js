import { deepEqual, equal, ok } from "node:assert/strict";
import { edgesAt } from "../../../frontend/map/offscreen.js";
import { frameOfPx, runThrough } from "../paths/fakes.js";

const FRAME = frameOfPx(200, 100); // its middle is at 100, 50; an arrow keeps 13 px from the edge

const trail = (...points) => ({ contender: runThrough(points), shown: true });
const edges = (trails, { step = 0, scale = 1 } = {}) => edgesAt(trails, step, FRAME, scale);
const edge = (x, y) => edges([trail([x, y])])[0];

Deno.test("a head on the map needs no arrow, one on its edge neither", () => {
  for (const [x, y] of [[100, 50], [0, 0], [200, 100]]) equal(edge(x, y), null);
});

Deno.test("an arrow stands at the edge, on the way from the middle to the head, and points to it", () => {
  deepEqual(edge(1000, 50), { left: 187, top: 50, angle: 0 });
  deepEqual(edge(-1000, 50), { left: 13, top: 50, angle: Math.PI });
  deepEqual(edge(100, 1000), { left: 100, top: 13, angle: -Math.PI / 2 });
  deepEqual(edge(100, -1000), { left: 100, top: 87, angle: Math.PI / 2 });
});

Deno.test("a head that is off beyond a corner has its arrow where the line crosses the edge", () => {
  const { left, top, angle } = edge(500, 450);
  deepEqual([left, top], [137, 13]);
  ok(Math.abs(angle + Math.PI / 4) < 1e-12);
});

Deno.test("an infinite head is pointed to along its infinite axes", () => {
  deepEqual(edge(Infinity, 3), { left: 187, top: 50, angle: 0 });
  deepEqual(edge(-Infinity, -3).left, 13);
  ok(Math.abs(edge(Infinity, Infinity).angle + Math.PI / 4) < 1e-12);
});

Deno.test("a head that is no number, and one that is hidden, have no arrow", () => {
  equal(edge(NaN, 500), null);
  deepEqual(edges([{ ...trail([1000, 50]), shown: false }]), [null]);
  deepEqual(edges([]), []);
});

Deno.test("an arrow follows the step, and stays after the end of a run", () => {
  const path = trail([1000, 50], [100, 50], [-1000, 50]);
  deepEqual([0, 1, 2, 99].map((step) => edges([path], { step })[0]?.left), [187, undefined, 13, 13]);
});

Deno.test("arrows at the same place make room along their edge, 21 px apart", () => {
  const found = edges([1, 2, 3].map(() => trail([1000, 50])));
  deepEqual(found.map(({ left }) => left), [187, 187, 187]);
  deepEqual(found.map(({ top }) => top), [50, 71, 29]);
});

Deno.test("at the upper edge they make room to the side", () => {
  const found = edges([1, 2].map(() => trail([100, 1000])));
  deepEqual(found.map(({ top }) => top), [13, 13]);
  ok(Math.abs(found[0].left - found[1].left) >= 21);
});

Deno.test("where there is no room left they lie on each other, and none leaves the map", () => {
  for (const { left, top } of edges(Array.from({ length: 12 }, () => trail([1000, 50])))) {
    equal(left, 187);
    ok(top >= 13 && top <= 87);
  }
});

Deno.test("in a still they keep more distance, as they are larger", () => {
  deepEqual(edges([trail([1000, 50])], { scale: 2 })[0], { left: 174, top: 50, angle: 0 });
});
