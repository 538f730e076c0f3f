import { deepEqual, equal } from "node:assert/strict";
import { closestStep, trailAt } from "../../../frontend/paths/hit_test.js";
import { frameOfPx, trailThrough } from "./fakes.js";

const FRAME = frameOfPx(100, 100);
const LOW = trailThrough([[0, 10], [50, 10], [100, 10]], { id: "low" });
const HIGH = trailThrough([[0, 20], [100, 20]], { id: "high" });

/** The contender at a point of the surface. */
const at = (trails, x, y, step = 9) => trailAt(trails, FRAME, step, x, 100 - y);

Deno.test("a pointer means the nearest line, between its points too", () => {
  equal(at([HIGH, LOW], 30, 12), "low");
  equal(at([HIGH, LOW], 30, 18), "high");
});

Deno.test("the distance from a sloping line is the one across it", () => {
  const sloping = trailThrough([[0, 0], [80, 60]]);
  equal(at([sloping], 40 + 3.5, 30 - 4.7), "0"); // 5.86 px
  equal(at([sloping], 40 + 3.7, 30 - 4.9), null); // 6.14 px
});

Deno.test("of lines at the same place it means the topmost", () => {
  const same = trailThrough([[0, 10], [100, 10]], { id: "same" });
  equal(at([same, LOW], 30, 10), "same");
  equal(at([LOW, same], 30, 10), "low");
});

Deno.test("a pointer that is 6 px away means no line", () => {
  equal(at([LOW], 30, 15.9), "low");
  equal(at([LOW], 30, 16.1), null);
  equal(at([LOW], -6.1, 10), null);
});

Deno.test("a line reaches as far as the step, and not across a gap", () => {
  equal(at([LOW], 80, 10, 1), null);
  equal(at([LOW], 80, 10, 2), "low");
  const parted = trailThrough([[0, 10], [20, 10], [NaN, 10], [80, 10], [100, 10]], { id: "parted" });
  equal(at([parted], 50, 10), null);
  equal(at([parted], 90, 10), "parted");
});

Deno.test("points that coincide are as near as one", () => {
  equal(at([trailThrough([[40, 40], [40, 40]])], 43, 40), "0");
});

Deno.test("what is hidden, a single point and no trail at all are never meant", () => {
  equal(at([{ ...LOW, shown: false }], 30, 10), null);
  equal(at([trailThrough([[40, 40]])], 40, 40), null);
  equal(at([], 40, 40), null);
});

Deno.test("on a line, a pointer means the step that is nearest", () => {
  deepEqual(closestStep([HIGH, LOW], FRAME, 9, 60, 89), { id: "low", step: 1 });
  deepEqual(closestStep([HIGH, LOW], FRAME, 9, 80, 89), { id: "low", step: 2 });
  equal(closestStep([HIGH, LOW], FRAME, 9, 60, 50), null);
});
