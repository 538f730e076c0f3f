import { deepEqual, equal } from "node:assert/strict";
import { zoomed } from "../../../frontend/sweep/zoom.js";

/** α from 10⁻⁴ to 1, and κ from 1 to 100. @type {any} */
const AXES = {
  across: { path: ["ruleParameters", "learning_rate"], scale: "log", low: 1e-4, high: 1 },
  up: { path: ["surfaceParameters", "condition"], scale: "log", low: 1, high: 100 },
};
/** @type {any} */
const WHOLE = { x: [-4, 0], y: [0, 2] };

Deno.test("the place stays where it is, and the rest comes nearer by the factor", () => {
  deepEqual(zoomed(AXES, WHOLE, 2, [-2, 1]), [[0.001, 0.1], [3.16228, 31.6228]]);
  deepEqual(zoomed(AXES, WHOLE, 2, [-4, 2]), [[0.0001, 0.01], [10, 100]]);
});

Deno.test("less near, no end goes beyond the axis, and all of it is no zoom", () => {
  deepEqual(zoomed(AXES, /** @type {any} */ ({ x: [-4, -3], y: [0, 2] }), 0.5, [-4, 1]), [[0.0001, 0.01], [1, 100]]);
  equal(zoomed(AXES, /** @type {any} */ ({ x: [-3, -1], y: [0.5, 1.5] }), 0.5, [-2, 1]), null);
});

Deno.test("nearer than the digits of a link tell apart it does not go", () => {
  equal(zoomed(AXES, WHOLE, 1e9, [-2, 1]), undefined);
});
