import { deepEqual, equal, ok } from "node:assert/strict";
import {
  aspectOf,
  contourTraces,
  mapLayout,
  nearestNode,
  reachOf,
  stillContours,
} from "../../../frontend/map/contours.js";
import { THEME } from "../paths/fakes.js";

/** A surface of 3 × 2 nodes. @returns {any} */
const surface = () => ({
  x: Float64Array.of(0, 1, 2),
  y: Float64Array.of(10, 20),
  z: Float32Array.of(1, 2, 3, 4, 5, 6),
  height: Float32Array.of(0, 1, 2, 3, 4, 5),
  levels: [0, 1, 2, 3, 4, 5, 6],
  axes: ["x", "y"],
  critical_points: [],
});

Deno.test("the contours have a row for each y, on the scale of the levels", () => {
  const [contours] = contourTraces(surface(), THEME, true);
  deepEqual(contours.z.map((row) => [...row]), [[0, 1, 2], [3, 4, 5]]);
  deepEqual([contours.zmin, contours.zmax], [0, 6]);
  deepEqual(contours.contours.size, 1);
  deepEqual(contours.colorscale, [[0, "#000"], [0.5, "#555"], [1, "#fff"]]);
});

Deno.test("the node nearest to a point is named with its own place and true loss", () => {
  equal(nearestNode(surface(), [0.6, 14]), "loss 2 at x 1, y 10");
  equal(nearestNode(surface(), [0.4, 16]), "loss 4 at x 0, y 20");
});

Deno.test("a point beyond the grid has its nearest node on the edge", () => {
  equal(nearestNode(surface(), [-9, 99]), "loss 4 at x 0, y 20");
  equal(nearestNode(surface(), [9, -99]), "loss 3 at x 2, y 10");
});

/** px for each unit, along x and along y. @param {Object<string, any>} layout */
function scales({ width, height, margin, xaxis, yaxis }) {
  const part = ({ domain: [from, to], range: [low, high] }, px) => ((to - from) * px) / (high - low);
  return [part(xaxis, width - margin.l - margin.r), part(yaxis, height - margin.t - margin.b)];
}

Deno.test("both axes have one scale, in a panel and with ranges of any shape", () => {
  const all = /** @type {import("../../../frontend/map/zoom.js").Ranges[]} */ ([
    { x: [0, 4], y: [-1, 1] },
    { x: [0, 1], y: [0, 10] },
    { x: [-1e-6, 1e-6], y: [0, 1e-6] },
  ]);
  for (const ranges of all) {
    for (const size of [{ width: 800, height: 300 }, { width: 300, height: 800 }]) {
      const [across, upward] = scales(mapLayout(THEME, size, ranges, ["x", "y"]));
      ok(Math.abs(across / upward - 1) < 1e-9, `${across} and ${upward}`);
    }
  }
});

Deno.test("the map is as large as fits: a wide one hangs under its title, a narrow one stands in the middle", () => {
  const wide = mapLayout(THEME, { width: 500, height: 500 }, { x: [0, 4], y: [0, 1] }, ["x", "y"]);
  deepEqual(wide.xaxis.domain, [0, 1]);
  equal(wide.yaxis.domain[1], 1);
  const tall = mapLayout(THEME, { width: 500, height: 500 }, { x: [0, 1], y: [0, 4] }, ["x", "y"]);
  deepEqual(tall.yaxis.domain, [0, 1]);
  equal(tall.xaxis.domain[0] + tall.xaxis.domain[1], 1);
});

Deno.test("the shape of a window is its width by its height, and lines are exact far around it", () => {
  equal(aspectOf([[-2, 2], [0, 1]]), 4);
  deepEqual(reachOf([[0, 1], [-1, 1]]), { u0: -20, u1: 21, v0: -41, v1: 41 });
});

Deno.test("a still names the kinds of critical points that are there, and no others", () => {
  const point = (kind) => ({ kind, point: [0, 0], value: 0, eigenvalues: [1, 1] });
  const { traces, legend } = stillContours(
    { ...surface(), critical_points: [point("saddle"), point("saddle")] },
    THEME,
    true,
  );
  deepEqual(legend.map(({ words }) => words), ["saddle"]);
  equal(traces.length, 2);
});
