import { deepEqual, ok } from "node:assert/strict";
import { movedApart, movedAside } from "../../../frontend/paths/crowd.js";

const AREA = { width: 400, height: 300, marks: [] };

/** Where heads stand that have come to these places. */
const stand = (places, around = {}) =>
  movedApart(places, { ...AREA, ...around }).map(([right, down], k) => [places[k][0] + right, places[k][1] + down]);

/** @param {number[]} from @param {number[]} to */
const distance = ([x0, y0], [x1, y1]) => Math.hypot(x1 - x0, y1 - y0);

/** The least distance between two of these points. */
const closest = (points) =>
  Math.min(...points.flatMap((one, k) => points.slice(0, k).map((two) => distance(one, two))));

const together = (count) => Array.from({ length: count }, () => [200, 150]);

Deno.test("heads that can be told apart stay where they are, and one that is not drawn crowds nobody", () => {
  deepEqual(movedApart([[100, 100], [116, 100], [100, 116]], AREA), [[0, 0], [0, 0], [0, 0]]);
  deepEqual(movedApart([[100, 100], null], AREA), [[0, 0], [0, 0]]);
});

Deno.test("heads at one place are told apart, however many there are, and stay close to it", () => {
  for (let count = 2; count <= 8; count += 1) {
    const heads = stand(together(count));
    ok(closest(heads) > 14.5, `${count}: ${closest(heads)}`);
    ok(Math.max(...heads.map((head) => distance(head, [200, 150]))) < 26, String(count));
  }
});

Deno.test("heads nearly at one place are told apart, in the order of their colours and not of their last digits", () => {
  const near = (wobble) => stand([[200, 150 + wobble], [200 + wobble, 150], [200, 150 - wobble], [200, 150]]);
  const [one, other] = [near(0.3), near(-0.3)];
  ok(closest(one) > 14.5);
  one.forEach((head, k) => ok(distance(head, other[k]) < 3));
});

Deno.test("heads that touch move hardly at all", () => {
  const heads = stand([[100, 100], [114.9, 100]]);
  ok(distance(heads[0], [100, 100]) < 0.2 && closest(heads) > 14.9);
});

Deno.test("a mark that two heads would cover is seen between them, one alone stands on it", () => {
  const mark = [200, 150];
  const heads = stand(together(4), { marks: [mark] });
  heads.forEach((head) => ok(distance(head, mark) > 16.9));
  deepEqual(heads.map((head) => head.map(Math.round)), [[200, 133], [217, 150], [200, 167], [183, 150]]);
  deepEqual(stand([mark, [100, 100]], { marks: [mark] }), [mark, [100, 100]]);
});

/** Where the heads of curves stand. */
const standLevel = (places) =>
  movedAside(places, 400).map(([right, down], k) => [places[k][0] + right, places[k][1] + down]);

Deno.test("curves keep the height of their heads, which is a number, and move them where no curve is yet", () => {
  const heads = standLevel([[200, 100], [200, 100], [200, 109], [200, 200]]);
  deepEqual(heads.map(([, top]) => top), [100, 100, 109, 200]);
  deepEqual([heads[0], heads[1], heads[3]], [[200, 100], [215, 100], [200, 200]]);
  ok(closest(heads) > 14.99);
  deepEqual(movedAside([[200, 100], null, [200, 115]], 400), [[0, 0], [0, 0], [0, 0]]);
});

Deno.test("at the end of curves heads move to the other side, and none stands beyond the edge", () => {
  deepEqual(standLevel([[397, 100], [397, 100], [397, 100]]), [[397, 100], [382, 100], [367, 100]]);
  const heads = stand([[397, 2], [397, 2], [397, 2]]);
  ok(closest(heads) > 14 && heads.every(([left, top]) => left <= 397 && top >= 2), String(heads));
});
