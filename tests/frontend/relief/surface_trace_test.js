import { deepEqual, equal, ok } from "node:assert/strict";
import { heightScale } from "../../../frontend/relief/height_scale.js";
import { joined, matricesOf, projector } from "../../../frontend/relief/projection.js";
import { reliefLayout, surfaceTrace } from "../../../frontend/relief/surface_trace.js";
import { THEME } from "../paths/fakes.js";

const SURFACE = /** @type {any} */ ({
  key: "bowl",
  window: [[0, 2], [0, 1]],
  axes: ["x", "y"],
  eye: [-1, -1.2, 1.1],
  x: Float64Array.of(0, 1, 2),
  y: Float64Array.of(0, 1),
  z: Float32Array.of(0, 1, 2, 3, 4, 10),
  height: Float32Array.of(0, 1, 2, 3, 4, 5),
  levels: [0, 1, 2],
});
const SCALE = heightScale(SURFACE);

const trace = () => surfaceTrace(SURFACE, THEME, SCALE);

Deno.test("the surface has a row for each y, at its losses, in the colours of its levels", () => {
  const surface = trace();
  deepEqual(surface.z.map((row) => Array.from(row)), [[0, 1, 2], [3, 4, 10]]);
  deepEqual(surface.surfacecolor.map((row) => [...row]), [[0, 1, 2], [3, 4, 5]]);
  deepEqual([surface.cmin, surface.cmax], [0, 2]);
  deepEqual(surface.colorscale.map(([part]) => part), [0, 1]);
});

Deno.test("level lines lie on it and on the floor, which is below it", () => {
  const { contours: { z } } = trace();
  ok(z.show && z.project.z && z.start > SCALE.bottom && z.start + 13 * z.size <= SCALE.top);
  ok(layout({ width: 600, height: 400 }).zaxis.range[0] < SCALE.bottom - 0.1 * (SCALE.top - SCALE.bottom));
});

Deno.test("a surface of one loss has no level lines", () => {
  const flat = { ...SURFACE, z: new Float32Array(6) };
  equal(surfaceTrace(flat, THEME, heightScale(flat)).contours.z.show, false);
});

const layout = (size, camera = null, turns = 0) => reliefLayout(THEME, size, SURFACE, SCALE, camera, turns).scene;

Deno.test("one unit of x is as long as one of y", () => {
  const { aspectratio: { x, y } } = layout({ width: 600, height: 400 });
  equal(x / y, 2);
});

Deno.test("a narrow panel is seen from farther away, within bounds", () => {
  const away = (width) => Math.hypot(...Object.values(layout({ width, height: 400 }).camera.eye));
  const [near, far, farthest] = [away(1000), away(300), away(10)];
  ok(near < far && far < farthest);
  equal(farthest, 4 * Math.hypot(...SURFACE.eye));
});

Deno.test("the whole box is in its panel, with room for its numbers, and fills it one way or the other", () => {
  for (const size of [{ width: 1000, height: 400 }, { width: 360, height: 400 }]) {
    const { camera, aspectratio, xaxis, yaxis, zaxis } = layout(size);
    const ranges = [xaxis, yaxis, zaxis].map(({ range }) => range);
    const project = projector(joined(matricesOf({ camera, aspectratio, ranges }, size), [1, 1, 1]), size);
    const places = ranges[0].flatMap((x) => ranges[1].flatMap((y) => ranges[2].map((z) => project(x, y, z))));
    const gaps = [
      Math.min(...places.map(([left]) => left)),
      Math.min(...places.map(([left]) => size.width - left)),
      Math.min(...places.map(([, top]) => top)),
      Math.min(...places.map(([, top]) => size.height - top)),
    ];
    ok(Math.min(...gaps) > 0, String(gaps));
    ok(gaps[0] < 62 || gaps[1] < 30 || gaps[2] < 10 || gaps[3] < 40, String(gaps));
  }
});

Deno.test("it is seen from the same side, however far away", () => {
  const side = (width) => {
    const { x, y, z } = layout({ width, height: 400 }).camera.eye;
    return [x / z, y / z].map((ratio) => ratio.toFixed(9));
  };
  deepEqual(side(300), side(1000));
});

Deno.test("a camera is taken as it is, and gets through to Plotly by a new name", () => {
  const camera = { eye: { x: 1, y: 2, z: 3 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } };
  const size = { width: 600, height: 400 };
  equal(layout(size, camera).camera, camera);
  const names = [layout(size), layout(size, camera), layout(size, camera, 1)].map(({ uirevision }) => uirevision);
  equal(new Set(names).size, 3);
});
