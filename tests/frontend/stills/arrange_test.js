import { deepEqual, equal, ok } from "node:assert/strict";
import { arrange, plotAreaOf } from "../../../frontend/stills/arrange.js";

const EM = 10;
const ROOM = { left: 20, top: 30, width: 1000, height: 500 };
/** @type {import("../../../frontend/paths/panel.js").Still} */
const HIGH = { xaxis: {}, yaxis: {} };
const LOW = { ...HIGH, low: true };

const right = ({ left, width }) => left + width;
const bottom = ({ top, height }) => top + height;

Deno.test("one panel takes all the room", () => {
  deepEqual(arrange([HIGH], ROOM, EM), [ROOM]);
});

Deno.test("two stand side by side, the lower one on less width, and fill the room", () => {
  const [map, relief] = arrange([HIGH, HIGH], ROOM, EM);
  equal(map.width, relief.width);
  const [wide, curves] = arrange([HIGH, LOW], ROOM, EM);
  ok(wide.width > curves.width);
  for (const [first, second] of [[map, relief], [wide, curves]]) {
    equal(second.left - right(first), EM);
    deepEqual([first.left, right(second), first.height, second.height], [20, 1020, 500, 500]);
  }
});

Deno.test("of three, two share the second column", () => {
  const [map, loss, numbers] = arrange([HIGH, LOW, LOW], ROOM, EM);
  equal(map.height, 500);
  deepEqual([loss.left, loss.width], [numbers.left, numbers.width]);
  deepEqual([loss.top, bottom(loss), Math.round(bottom(numbers))], [30, numbers.top, 530]);
});

Deno.test("below a wide map there is room for the second curve", () => {
  const [map, loss, numbers] = arrange([{ ...HIGH, shape: 2 }, LOW, LOW], ROOM, EM);
  deepEqual([map.left, map.width], [numbers.left, numbers.width]);
  deepEqual([loss.top, bottom(loss), numbers.top, bottom(numbers)], [30, 530, bottom(map), 530]);
  ok(loss.left >= right(map) && Math.round(right(loss)) === 1020);
  const area = plotAreaOf({ ...HIGH, shape: 2 }, map, EM);
  equal(Math.round(area.width), Math.round(plotAreaOf(HIGH, map, EM).width), "the map is as wide as its column");
  equal(arrange([{ ...HIGH, shape: 1 }, LOW, LOW], ROOM, EM)[2].left, arrange([HIGH, LOW, LOW], ROOM, EM)[2].left);
});

Deno.test("a narrow still has one column, shared by need", () => {
  const narrow = { ...ROOM, width: 36 * EM - 1 };
  const [map, loss] = arrange([HIGH, LOW], narrow, EM);
  deepEqual([map.left, map.width, loss.width], [20, narrow.width, narrow.width]);
  deepEqual([bottom(map), Math.round(bottom(loss))], [loss.top, 530]);
  ok(Math.abs(loss.height / map.height - 0.6) < 1e-9);
});

Deno.test("axes have room for their ticks and titles", () => {
  const area = plotAreaOf(HIGH, ROOM, EM);
  ok(area.left > ROOM.left && area.top > ROOM.top && right(area) < right(ROOM) && bottom(area) < bottom(ROOM));
});

Deno.test("a shape is kept, in the middle and under the title", () => {
  const free = plotAreaOf(HIGH, ROOM, EM);
  for (const shape of [0.5, 10]) {
    const area = plotAreaOf({ ...HIGH, shape }, ROOM, EM);
    ok(Math.abs(area.width / area.height - shape) < 1e-9);
    ok(area.width <= free.width && area.height <= free.height);
    equal(area.top, free.top);
    ok(Math.abs(area.left - free.left - (right(free) - right(area))) < 1e-9);
  }
});

Deno.test("what has no axes uses all of its rectangle below the title", () => {
  deepEqual(plotAreaOf({ words: "none" }, ROOM, EM), { left: 20, top: 48, width: 1000, height: 482 });
});
