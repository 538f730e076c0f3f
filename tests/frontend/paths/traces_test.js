import { deepEqual, equal, ok } from "node:assert/strict";
import { headOf, pathTrace, stillPaths, strokeOf } from "../../../frontend/paths/traces.js";
import { THEME, trailThrough } from "./fakes.js";

const BOX = { u0: -10, u1: 10, v0: -10, v1: 10 };

Deno.test("a trace holds the points up to the step, and what a label says of each", () => {
  const { line, contender } = trailThrough([[1, 2], [3, 4], [5, 6]], { values: [30, 20, 10] });
  const trace = pathTrace(contender, line, 1, { theme: THEME, shown: true, placed: true });
  deepEqual([[...trace.x], [...trace.y]], [[1, 3], [2, 4]]);
  deepEqual(trace.customdata, [[0, "30", "1", "2"], [1, "20", "3", "4"]]);
  deepEqual([trace.meta, trace.name, trace.visible, trace.opacity], ["0", "Run 0", true, 0]);
  ok(trace.hovertemplate.includes("<br>x %{customdata[2]}, y %{customdata[3]}<br>loss %{customdata[1]}"));
});

Deno.test("a trace of a run that ended earlier is whole", () => {
  const { line, contender } = trailThrough([[1, 2], [3, 4]]);
  equal(pathTrace(contender, line, 99, { theme: THEME, shown: true }).x.length, 2);
});

Deno.test("a vertex where a line is cut has no number", () => {
  const { line, contender } = trailThrough([[0, 0], [20, 0]], { values: [8, 4] }, BOX);
  deepEqual(pathTrace(contender, line, 1, { theme: THEME, shown: true }).customdata, [[0, "8"], [-1, ""]]);
});

Deno.test("a label says another number, and the values go through the axis", () => {
  const { line, contender } = trailThrough([[0, 1], [1, 2]]);
  const number = { name: "|g|", at: (k) => 7 + k };
  const trace = pathTrace(contender, line, 1, { theme: THEME, shown: false, toData: (v) => 10 ** v, number });
  deepEqual([...trace.y], [10, 100]);
  deepEqual(trace.customdata, [[0, "7"], [1, "8"]]);
  ok(trace.hovertemplate.includes("|g| %{customdata[1]}"));
  equal(trace.visible, false);
});

Deno.test("a name with signs of HTML is text", () => {
  const { line, contender } = trailThrough([[0, 1]], { label: "a < b & c" });
  equal(pathTrace(contender, line, 0, { theme: THEME, shown: true }).name, "a &lt; b &amp; c");
});

Deno.test("a still draws casing and line of every path, then starts, the lowest first", () => {
  const [top, low] = [trailThrough([[1, 1], [2, 2]], { id: "1" }), trailThrough([[3, 3], [4, 4]], { id: "0" })];
  const traces = stillPaths([top, low], 1, THEME);
  deepEqual(traces.map(({ mode }) => mode), ["lines", "lines", "lines", "lines", "markers", "markers"]);
  deepEqual(traces.slice(0, 4).map(({ line }) => line.color), ["white", "color 0", "white", "color 1"]);
  deepEqual(traces.slice(4).map(({ x }) => [...x]), [[3], [1]]);
});

Deno.test("a still leaves out what is hidden, and a start that is shared or out of reach", () => {
  const hidden = { ...trailThrough([[0, 0]]), shown: false };
  deepEqual(stillPaths([hidden], 0, THEME), []);
  const shared = { ...trailThrough([[0, 0], [20, 0]], {}, BOX), start: false };
  deepEqual(stillPaths([shared], 1, THEME).map(({ mode }) => mode), ["lines", "lines"]);
  deepEqual(stillPaths([trailThrough([[3, 4]])], 0, THEME).at(-1).x, Float64Array.of(3));
  const outside = trailThrough([[20, 0], [0, 0]], {}, BOX);
  deepEqual(stillPaths([outside], 1, THEME).map(({ mode }) => mode), ["lines", "lines"]);
});

Deno.test("lines, dashes and heads grow with the type of a still", () => {
  deepEqual(strokeOf({ color: "red", dash: "6px,3px" }, 2), {
    color: "red",
    dash: "12px,6px",
    width: 5.2,
    simplify: false,
  });
  equal(strokeOf({ color: "red", dash: "solid" }, 2).dash, "solid");
  equal(headOf({ slot: 0, color: "red" }, 2, THEME).size, 26);
  ok(headOf({ slot: 0, color: "red" }, 1, THEME).symbol !== headOf({ slot: 1, color: "red" }, 1, THEME).symbol);
});
