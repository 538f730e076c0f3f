import { deepEqual, ok } from "node:assert/strict";
import { turned } from "../../../frontend/relief/relief_pointer.js";

const CAMERA = { eye: { x: 0, y: -2, z: 1 }, center: { x: 0, y: 0, z: 0 }, up: { x: 0, y: 0, z: 1 } };
const one = (left, top) => ({ count: 1, left, top, apart: 0 });
const two = (left, top, apart) => ({ count: 2, left, top, apart });
const far = ({ eye: { x, y, z } }) => Math.hypot(x, y, z);

Deno.test("a finger to the right turns the front to the right: the eye goes left", () => {
  const { eye, ...others } = turned(CAMERA, one(0, 0), one(100, 0), 400);
  ok(eye.x < -1 && Math.abs(eye.z - 1) < 1e-12 && Math.abs(far({ eye }) - far(CAMERA)) < 1e-12);
  deepEqual(others, { center: CAMERA.center, up: CAMERA.up });
});

Deno.test("one finger up or down changes nothing: the page scrolls", () => {
  const { eye } = turned(CAMERA, one(0, 0), one(0, 100), 400);
  ok(Math.hypot(eye.x - CAMERA.eye.x, eye.y - CAMERA.eye.y, eye.z - CAMERA.eye.z) < 1e-12);
});

Deno.test("two fingers down show it from above, but not over the top", () => {
  ok(turned(CAMERA, two(0, 0, 50), two(0, 60, 50), 400).eye.z > 1.5);
  ok(turned(CAMERA, two(0, 0, 50), two(0, 9999, 50), 400).eye.y < 0);
});

Deno.test("two fingers apart bring it nearer, within bounds", () => {
  ok(Math.abs(far(turned(CAMERA, two(0, 0, 50), two(0, 0, 100), 400)) - far(CAMERA) / 2) < 1e-12);
  ok(far(turned(CAMERA, two(0, 0, 50), two(0, 0, 5000), 400)) > 0.39);
});
