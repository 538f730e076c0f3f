import { deepEqual, equal } from "node:assert/strict";
import { cameraIn, cameraOut } from "../../../frontend/relief/camera.js";

const PLOTLY = { eye: { x: 1, y: 2, z: 3 }, center: { x: 0, y: 0, z: -0.5 }, up: { x: 0, y: 0, z: 1 } };
const LINKED = [[1, 2, 3], [0, 0, -0.5], [0, 0, 1]];

Deno.test("a camera travels as three points, and comes back as it was", () => {
  deepEqual(cameraOut(PLOTLY), LINKED);
  deepEqual(cameraIn(LINKED), PLOTLY);
});

Deno.test("the view from the front is none", () => {
  equal(cameraOut(null), null);
  equal(cameraIn(null), null);
});
