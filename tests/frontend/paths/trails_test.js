import { deepEqual, equal } from "node:assert/strict";
import { headsAt, lastPoint, trailsOf } from "../../../frontend/paths/trails.js";
import { vertices } from "../../../frontend/paths/polyline.js";
import { frameOfPx, runThrough, THEME, trailThrough } from "./fakes.js";

const BOX = { u0: -10, u1: 10, v0: -10, v1: 10 };

/** What a panel shows of runs that begin at these places. */
function shown(places, more = {}) {
  const runs = places.map((place, k) => runThrough([place], { id: String(k) }));
  const picture = /** @type {import("../../../frontend/data/picture.js").Picture} */ ({ runs });
  return { picture, step: 0, theme: THEME, hidden: new Set(), focus: null, ...more };
}

const LINES = ["a", "b", "c"].map((name) => /** @type {any} */ ({ name }));
const ids = (trails) => trails.map(({ contender }) => contender.id);

Deno.test("trails keep the order of the legend, with the one in focus on top and its own line", () => {
  const places = [[0, 0], [1, 1], [2, 2]];
  deepEqual(ids(trailsOf(LINES, shown(places), true)), ["0", "1", "2"]);
  const trails = trailsOf(LINES, shown(places, { focus: "2" }), true);
  deepEqual(ids(trails), ["2", "0", "1"]);
  deepEqual(trails.map(({ line }) => line), [LINES[2], LINES[0], LINES[1]]);
});

Deno.test("equal starts share a ring, that of the first contender that is not hidden", () => {
  const places = [[0, 0], [0, 0], [1, 1]];
  deepEqual(trailsOf(LINES, shown(places), true).map(({ start }) => start), [true, false, true]);
  const hidden = trailsOf(LINES, shown(places, { hidden: new Set(["0"]) }), true);
  deepEqual(hidden.map((trail) => [trail.shown, trail.start]), [[false, false], [true, true], [true, true]]);
  deepEqual(trailsOf(LINES, shown(places), false).map(({ start }) => start), [false, false, false]);
});

Deno.test("a line has the vertices of every step so far, and stays whole after its end", () => {
  const { line } = trailThrough([[0, 0], [20, 0], [20, 4], [0, 4]], {}, BOX);
  deepEqual([0, 1, 2, 3, 99].map((step) => vertices(line, step)), [1, 2, 2, 5, 5]);
});

Deno.test("the last point is none where it is out of reach", () => {
  const { line } = trailThrough([[0, 0], [20, 0], [20, 4], [0, 4]], {}, BOX);
  deepEqual([0, 1, 2, 3, 99].map((step) => lastPoint(line, step)), [0, -1, -1, 4, 4]);
  equal(lastPoint(trailThrough([[20, 0]], {}, BOX).line, 0), -1);
});

Deno.test("heads that begin at one point stand around its ring, in the order of their colours", () => {
  const begun = (places, more = {}) => {
    const picture = shown(places, more).picture;
    const runs = picture.runs.map((run, slot) => ({ ...run, slot }));
    const lines = places.map((place) => trailThrough([place]).line);
    const trails = trailsOf(lines, /** @type {any} */ ({ ...shown(places, more), picture: { runs } }), true);
    const heads = headsAt(trails, 0, frameOfPx(200, 200), {});
    return heads.map((head) => head && head.aside.map((px) => Math.round(px) + 0));
  };
  deepEqual(begun([[90, 90], [90, 90], [150, 90]]), [[0, -17], [0, 17], [0, 0]]);
  deepEqual(begun([[90, 90], [90, 90], [90, 90]], { hidden: new Set(["1"]) }), [[0, -17], null, [0, 17]]);
  deepEqual(begun([[90, 90], [90, 90]], { focus: "1" }), [[0, 17], [0, -17]]);
});

Deno.test("heads leave room in px of their own size, and the points free that a panel names", () => {
  const trails = [0, 1].map((slot) => ({ ...trailThrough([[0, 0], [50, 60]], { id: `${slot}`, slot }), start: false }));
  const heads = headsAt(trails, 1, frameOfPx(200, 200), { marks: [[50, 60]], scale: 2 });
  deepEqual(heads.map(({ place }) => place), [[50, 140], [50, 140]]);
  deepEqual(heads.map(({ aside: [, down] }) => Math.round(down)), [-34, 34]);
});

Deno.test("a head on curves is at the very edge, but not above or below its axis, which a triangle says", () => {
  const headAt = (height, options) => {
    const trails = [{ ...trailThrough([[0, height]]), start: false }];
    return headsAt(trails, 0, frameOfPx(200, 100), options)[0]?.place ?? null;
  };
  for (const height of [0, 100, 100.5]) deepEqual(headAt(height, { isLevel: true }), [0, 100 - height]);
  for (const height of [-3, 103]) {
    equal(headAt(height, { isLevel: true }), null);
    deepEqual(headAt(height, {}), [0, 100 - height]);
  }
});
