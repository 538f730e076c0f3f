import { deepEqual, equal, ok } from "node:assert/strict";
import { heightScale } from "../../../frontend/relief/height_scale.js";
import { reliefLayout, reliefTraces, sliced } from "../../../frontend/relief/surface_trace.js";
import { runThrough, THEME } from "../paths/fakes.js";

const SURFACE = /** @type {any} */ ({
  key: "bowl",
  window: [[0, 2], [0, 1]],
  x: Float64Array.of(0, 1, 2),
  y: Float64Array.of(0, 1),
  z: Float32Array.of(0, 1, 2, 3, 4, 10),
  height: Float32Array.of(0, 1, 2, 3, 4, 5),
  levels: [0, 1, 2],
});
const SCALE = heightScale(SURFACE);
const RUN = runThrough([[0, 0], [1, 0], [2, 1]], { id: "7", values: [9, 8, 7] });
const PICTURE = /** @type {any} */ ({ surface: SURFACE, runs: [RUN, runThrough([[1, 1]], { id: "8", values: [5] })] });

const traces = (step = 2, hidden = new Set()) => reliefTraces({ picture: PICTURE, step, theme: THEME, hidden }, SCALE);

Deno.test("the surface has a row for each y, a little lower than its losses", () => {
  const [surface] = traces();
  deepEqual(surface.z.map((row) => Array.from(row, (height) => Math.round(100 * height) / 100)), [
    [-0.08, 0.92, 1.92],
    [2.92, 3.92, 9.92],
  ]);
  deepEqual(surface.surfacecolor.map((row) => [...row]), [[0, 1, 2], [3, 4, 5]]);
  deepEqual([surface.cmin, surface.cmax], [0, 2]);
});

Deno.test("each contender is a line and a head, which is a little higher", () => {
  const [, line, head, ...others] = traces();
  deepEqual([line.mode, line.x, line.z, line.meta], ["lines", [0, 1, 2], [9, 8, 7], "7"]);
  deepEqual([head.mode, head.x, head.meta], ["markers", [2], "7"]);
  ok(Math.abs(head.z[0] - 7.2) < 1e-12);
  equal(others.length, 2);
});

Deno.test("paths reach as far as the step, and their labels say the step", () => {
  const [, line] = traces(1);
  deepEqual([line.x, line.customdata], [[0, 1], [[0, "9", "0", "0"], [1, "8", "1", "0"]]]);
});

Deno.test("the hidden are there unseen", () => {
  deepEqual(traces(2, new Set(["7"])).map(({ visible }) => visible), [undefined, false, false, true, true]);
});

Deno.test("a trace that Plotly completed gets other points and keeps the rest", () => {
  const full = { mode: "lines", meta: "7", uid: "abc", x: [0], _length: 1 };
  const { x, uid, _length } = sliced(full, PICTURE, 1, SCALE);
  deepEqual([x, uid, _length], [[0, 1], "abc", 2]);
  deepEqual(sliced({ ...full, mode: "markers" }, PICTURE, 1, SCALE).x, [1]);
  deepEqual(full.x, [0], "it is a copy");
});

Deno.test("a head that is away is drawn nowhere", () => {
  const away = runThrough([[0, 0], [1e9, 0]], { id: "9", values: [1, 1] });
  const [, , head] = reliefTraces(
    { picture: { ...PICTURE, runs: [away] }, step: 1, theme: THEME, hidden: new Set() },
    SCALE,
  );
  deepEqual([head.x, head.z], [[null], [null]]);
});

const layout = (size, camera = null, turns = 0) => reliefLayout(THEME, size, SURFACE, SCALE, camera, turns).scene;

Deno.test("one unit of x is as long as one of y", () => {
  const { aspectratio: { x, y } } = layout({ width: 600, height: 400 });
  equal(x / y, 2);
});

Deno.test("a narrow panel is seen from farther away, up to three times", () => {
  const away = (width) => Math.hypot(...Object.values(layout({ width, height: 400 }).camera.eye));
  const [near, far, farthest] = [away(1000), away(300), away(10)];
  ok(near < far && far < farthest);
  ok(Math.abs(farthest / near - 3) < 1e-9);
  ok(Math.abs(far / near - (1.23 * 400) / (300 - 4 * 16)) < 1e-9, "as far as its width without the numbers asks for");
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

Deno.test("a narrow panel leaves the name of the height to its title", () => {
  const name = (width) => layout({ width, height: 400 }).zaxis.title.text;
  deepEqual([name(1000), name(300)], ["loss", ""]);
});
