import { deepEqual, equal, ok } from "node:assert/strict";
import { joined, matricesOf, projector } from "../../../frontend/relief/projection.js";

const SIZE = { width: 400, height: 200 };
const SCENE = {
  camera: { eye: { x: 0, y: -2, z: 0 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } },
  aspectratio: { x: 1, y: 1, z: 1 },
  ranges: [[0, 10], [0, 10], [-5, 5]],
};

const project = (scene = SCENE, size = SIZE) => projector(joined(matricesOf(scene, size), [1, 1, 1]), size);
const near = (place, [left, top]) => ok(Math.hypot(place[0] - left, place[1] - top) < 1e-9, String(place));

Deno.test("the middle of the box is the middle of the panel", () => {
  near(project()(5, 5, 0), [200, 100]);
});

Deno.test("what is to the right is to the right, and what is higher is higher, by the angle of view", () => {
  const perUnit = 100 / (2 * Math.tan(Math.PI / 8)); // px of a unit of the box in its middle, which is 2 from the eye
  near(project()(10, 5, 0), [200 + 0.5 * perUnit, 100]);
  near(project()(5, 5, 5), [200, 100 - 0.5 * perUnit]);
});

Deno.test("what is nearer to the eye looks larger", () => {
  const [front, back] = [project()(10, 0, 0), project()(10, 10, 0)];
  ok(front[0] > back[0] && back[0] > 200);
});

Deno.test("what is behind the eye is nowhere", () => {
  equal(project()(5, -20, 0), null);
  equal(project()(5, NaN, 0), null);
});

Deno.test("a coordinate that the scene has scaled is the same place", () => {
  const scaled = { ...SCENE, ranges: [[0, 1], [0, 10], [-5, 5]] };
  const place = projector(joined(matricesOf(scaled, SIZE), [0.1, 1, 1]), SIZE);
  deepEqual(place(7, 2, 1).map((px) => px.toFixed(9)), project()(7, 2, 1).map((px) => px.toFixed(9)));
});

Deno.test("a higher panel shows the same, larger", () => {
  const [left, top] = project()(7, 2, 1);
  near(project(SCENE, { width: 800, height: 400 })(7, 2, 1), [2 * left, 2 * top]);
});
