import { deepEqual, equal } from "node:assert/strict";
import { surfaceOfMoved } from "../../../frontend/live/walked_surface.js";

/** Kernels that know a loss everywhere, and no derivative. @type {any} */
const KERNELS = { values: ({ x }) => x.map(Math.abs) };

/** Three examples, the last of which has been moved from (9, 9). @type {any} */
const SURFACE = {
  key: "regression",
  parameters: { moved: [[2, 3, 3]] },
  drawn: [[2, 9, 9]],
  data: { features: Float64Array.of(1, 2, 3), targets: Float64Array.of(1, 2, 3) },
  critical_points: [],
  lowest: 0,
  levels: [0, 1],
  window: [[-1, 1], [-1, 1]],
  identity: "of the server",
};

Deno.test("who has been moved, and from where, is known while a hand moves", () => {
  const { parameters, drawn, data } = surfaceOfMoved(KERNELS, SURFACE, { 0: [5, 6] });
  deepEqual(parameters.moved, [[2, 3, 3], [0, 5, 6]]);
  deepEqual(drawn, [[2, 9, 9], [0, 1, 1]]);
  deepEqual([...data.targets], [6, 2, 3]);
});

Deno.test("an example that has been put back has not been moved", () => {
  const { parameters, drawn, data, identity } = surfaceOfMoved(KERNELS, SURFACE, { 2: [9, 9], 1: [2, 2] });
  deepEqual([parameters.moved, drawn], [[], []]);
  deepEqual([...data.features], [1, 2, 9]);
  equal(identity === SURFACE.identity, false);
});
