import { deepEqual, equal, ok } from "node:assert/strict";
import { inShapeOf, Zoom } from "../../../frontend/map/zoom.js";

const WINDOW = [[0, 40], [0, 20]];
const surface = (key = "bowl", window = WINDOW) => /** @type {any} */ ({ key, window });

/** A zoom on a surface. */
function zoomOn(first = surface()) {
  const button = /** @type {any} */ ({ hidden: true });
  const zoom = new Zoom(button);
  zoom.setSurface(first);
  return { zoom, button };
}

Deno.test("ranges in the shape of the window stay as they are", () => {
  deepEqual(inShapeOf(WINDOW, { x: [1, 3], y: [5, 6] }), { x: [1, 3], y: [5, 6] });
});

Deno.test("others are widened around their middle, never narrowed", () => {
  deepEqual(inShapeOf(WINDOW, { x: [10, 12], y: [0, 10] }), { x: [1, 21], y: [0, 10] });
  deepEqual(inShapeOf(WINDOW, { x: [0, 40], y: [9, 11] }), { x: [0, 40], y: [0, 20] });
});

Deno.test("the shape is that of the window wherever it lies", () => {
  const window = [[-3, 1], [10, 30]];
  deepEqual(inShapeOf(window, { x: [5, 6], y: [-5, 0] }), { x: [5, 6], y: [-5, 0] });
  deepEqual(inShapeOf(window, { x: [5, 6], y: [0, 10] }), { x: [4.5, 6.5], y: [0, 10] });
  deepEqual(inShapeOf(window, { x: [5, 9], y: [0, 10] }), { x: [5, 9], y: [-5, 15] });
});

Deno.test("without a zoom the whole window is seen, and a link says nothing of it", () => {
  const { zoom, button } = zoomOn();
  deepEqual(zoom.ranges, { x: [0, 40], y: [0, 20] });
  deepEqual([zoom.active, zoom.view(), button.hidden], [false, null, true]);
});

Deno.test("a zoom is kept in shape, offers its end, and is what a link holds", () => {
  const { zoom, button } = zoomOn();
  zoom.set({ x: [10, 12], y: [0, 10] });
  deepEqual(zoom.view(), [[1, 21], [0, 10]]);
  deepEqual([zoom.active, button.hidden], [true, false]);
  zoom.set(null);
  deepEqual([zoom.active, button.hidden], [false, true]);
});

Deno.test("a zoom lasts while the window is the same, and ends with another surface or window", () => {
  for (
    const [next, lasts] of [[surface(), true], [surface("hill"), false], [surface("bowl", [[0, 4], [0, 2]]), false]]
  ) {
    const { zoom } = zoomOn();
    zoom.set({ x: [0, 4], y: [0, 2] });
    zoom.setSurface(next);
    equal(zoom.active, lasts);
  }
});

Deno.test("the zoom of a link waits for the next picture, and counts as the view until then", () => {
  const { zoom } = zoomOn();
  zoom.setView([[0, 4], [0, 2]]);
  deepEqual([zoom.active, zoom.view()], [false, [[0, 4], [0, 2]]]);
  zoom.setSurface(surface("hill"));
  deepEqual([zoom.active, zoom.ranges], [true, { x: [0, 4], y: [0, 2] }]);
  zoom.setSurface(surface());
  ok(!zoom.active, "it is taken once");
});

Deno.test("a link without a zoom ends the one that is there", () => {
  const { zoom } = zoomOn();
  zoom.set({ x: [0, 4], y: [0, 2] });
  zoom.setView(null);
  zoom.setSurface(surface());
  deepEqual([zoom.active, zoom.view()], [false, null]);
});

Deno.test("moved to a point, the map has it in its middle, and magnifies it once", () => {
  const zoom = new Zoom(/** @type {any} */ ({ hidden: true }));
  zoom.setSurface(surface("bowl", [[-4, 4], [-2, 2]]));
  zoom.moveTo([3, -1]);
  const [x, y] = zoom.view();
  ok(Math.abs(x[0] + x[1] - 6) < 1e-12 && Math.abs(y[0] + y[1] + 2) < 1e-12);
  ok(x[1] - x[0] < 4 && Math.abs((x[1] - x[0]) / (y[1] - y[0]) - 2) < 1e-12);
  zoom.moveTo([0, 0]);
  const [again] = zoom.view();
  ok(Math.abs(again[1] - again[0] - (x[1] - x[0])) < 1e-12);
});
