import { deepEqual, equal, ok } from "node:assert/strict";
import { composeStill } from "../../../frontend/stills/figure.js";
import { runThrough, THEME } from "../paths/fakes.js";

/** Type that is half as wide as high, for who asks a browser to measure it. */
Object.defineProperty(globalThis, "document", {
  value: {
    createElement: () => ({ getContext: () => ({ measureText: (words) => ({ width: 50 * words.length }) }) }),
  },
  configurable: true,
});

const RUNS = [
  runThrough([[0, 0]], { id: "0", label: "SGD" }),
  runThrough([[0, 0]], { id: "1", label: "Adam", slot: 1 }),
];
const PICTURE = /** @type {any} */ ({
  surface: { title: "A <bowl>" },
  steps: 40,
  runs: RUNS,
  settings: ["SGD, α 0.1", "start at x 1"],
});
const OPTIONS = {
  width: 1920,
  height: 1080,
  step: 7,
  theme: { ...THEME, size: 24 },
  transparent: false,
  caption: false,
};

/** @typedef {import("../../../frontend/paths/panel.js").Still} Still */
/** @type {Still} */
const MAP = { shape: 2, traces: [{ name: "contours" }], xaxis: { title: "x" }, yaxis: { title: "y" }, title: "" };
/** @type {Still} */
const CURVES = {
  low: true,
  title: "loss",
  traces: [{ name: "curve" }],
  xaxis: { title: "step" },
  yaxis: {},
  cursor: 7,
};
/** @type {Still} */
const RELIEF = {
  title: "height: loss",
  traces: [{ name: "surface" }],
  scene: () => ({ xaxis: { title: {} }, yaxis: { title: {} }, zaxis: { title: {} } }),
};

const still = (panels, options = {}) => composeStill(PICTURE, RUNS, panels, { ...OPTIONS, ...options });
const named = ({ data }, name) => data.find((trace) => trace.name === name);
const written = ({ layout }) => layout.annotations.map(({ text }) => text);

/** The plot area on axes, in px. @param {any} figure @param {string|number} [n] what Plotly adds to their names */
function areaOf({ layout }, n = "") {
  const [x, y] = [layout[`xaxis${n}`].domain, layout[`yaxis${n}`].domain];
  return {
    left: x[0] * layout.width,
    right: x[1] * layout.width,
    top: (1 - y[1]) * layout.height,
    bottom: (1 - y[0]) * layout.height,
  };
}

Deno.test("a still has the size that was asked for, and says surface, step and every contender", () => {
  const figure = still([MAP]);
  deepEqual([figure.layout.width, figure.layout.height], [1920, 1080]);
  const words = written(figure);
  for (const wanted of ["A &lt;bowl&gt;", "step 7 of 40", "SGD", "Adam"]) ok(words.includes(wanted), wanted);
});

Deno.test("each panel has axes of its own, and the legend those in px", () => {
  const figure = still([MAP, CURVES]);
  equal(named(figure, "contours").xaxis, "x");
  equal(named(figure, "curve").xaxis, "x2");
  deepEqual(figure.layout.xaxis3.range, [0, 1920]);
  deepEqual(figure.layout.yaxis3.range, [1080, 0]);
  ok(figure.data.some(({ xaxis }) => xaxis === "x3"));
});

Deno.test("a map keeps equal scales in any room", () => {
  for (const size of [{ width: 1920, height: 1080 }, { width: 1000, height: 1600 }]) {
    const { left, right, top, bottom } = areaOf(still([MAP], size));
    ok(Math.abs((right - left) / (bottom - top) - 2) < 1e-9);
  }
});

Deno.test("side by side in a wide still, below each other in a narrow one, never on each other", () => {
  const wide = still([MAP, CURVES]);
  ok(areaOf(wide).right < areaOf(wide, 2).left);
  const narrow = still([MAP, CURVES], { width: 600, height: 1200 });
  ok(areaOf(narrow).bottom < areaOf(narrow, 2).top);
});

Deno.test("what can do with less height shares the second column", () => {
  const figure = still([{ ...MAP, shape: 1 }, CURVES, CURVES]);
  const [map, loss, numbers] = ["", 2, 3].map((n) => areaOf(figure, n));
  equal(loss.left, numbers.left);
  ok(map.right < loss.left && loss.bottom < numbers.top);
});

Deno.test("nothing is beyond the edge", () => {
  for (const panels of [[MAP], [MAP, CURVES], [MAP, CURVES, CURVES], [CURVES]]) {
    const figure = still(panels, { caption: true });
    for (const k of panels.keys()) {
      const { left, right, top, bottom } = areaOf(figure, k === 0 ? "" : k + 1);
      ok(left > 0 && left < right && right < 1920 && top > 0 && top < bottom && bottom < 1080);
    }
  }
});

Deno.test("a relief is a scene, with traces on it", () => {
  const figure = still([RELIEF, CURVES]);
  equal(named(figure, "surface").scene, "scene");
  equal(named(figure, "curve").xaxis, "x2");
  deepEqual(figure.layout.xaxis, undefined);
  ok(figure.layout.scene.domain.x[1] <= 0.6);
});

Deno.test("where a panel has words alone, they are there and no axes are", () => {
  const figure = still([{ title: "height: loss", words: "This browser has no WebGL." }]);
  ok(written(figure).includes("This browser has no WebGL."));
  deepEqual([figure.layout.scene, figure.layout.xaxis], [undefined, undefined]);
});

Deno.test("a cursor marks its step on its own axes", () => {
  const [line] = still([MAP, CURVES]).layout.shapes;
  deepEqual([line.x0, line.x1, line.xref, line.yref], [7, 7, "x2", "y2 domain"]);
});

Deno.test("what lies over the map in px lies where the map is", () => {
  /** @type {Still} */
  const arrow = {
    ...MAP,
    over: ({ width, height }) => [{ lines: [[[0, 0], [width, height]]], line: { color: "red", width: 1 } }],
  };
  const figure = still([arrow]);
  const { left, right, top, bottom } = areaOf(figure);
  const [[x0, y0], [x1, y1]] = figure.layout.shapes[0].path.slice(1).split("L").map((place) =>
    place.split(",").map(Number)
  );
  for (const [got, px] of [[x0, left / 1920], [1 - y0, top / 1080], [x1, right / 1920], [1 - y1, bottom / 1080]]) {
    ok(Math.abs(got - px) < 1e-5);
  }
});

Deno.test("a caption says all settings, and keeps a value with its letter", () => {
  ok(!written(still([MAP])).some((words) => words.includes("start at")));
  ok(written(still([MAP], { caption: true })).includes("SGD, α\u00a00.1; start at x\u00a01"));
});

Deno.test("a still of any height is as high as its panels and what is around them", () => {
  const low = still([MAP], { height: undefined, tall: 400 }).layout.height;
  const high = still([MAP], { height: undefined, tall: 500 }).layout.height;
  equal(high - low, 100);
  ok(low > 400);
});

Deno.test("the background is the theme's, or none", () => {
  equal(still([MAP]).layout.paper_bgcolor, "#fff");
  equal(still([MAP], { transparent: true }).layout.paper_bgcolor, "rgba(0, 0, 0, 0)");
});

Deno.test("a crowded legend gets smaller, so that the panels keep their room", () => {
  const many = Array.from(
    { length: 60 },
    (_, k) => runThrough([[0, 0]], { id: String(k), label: `A rule with a long name ${k}` }),
  );
  const { layout } = composeStill(PICTURE, many, [MAP], OPTIONS);
  const sizes = layout.annotations.filter(({ text }) => text.startsWith("A rule")).map(({ font }) => font.size);
  equal(sizes.length, 60);
  ok(sizes[0] < 24);
  ok(areaOf({ layout }).bottom - areaOf({ layout }).top > 0.3 * 1080);
});
