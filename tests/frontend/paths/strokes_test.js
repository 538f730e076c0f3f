import { deepEqual, equal, ok } from "node:assert/strict";
import { drawStarts, extend, NOTHING_DRAWN, pixel } from "../../../frontend/paths/strokes.js";
import { frameOfPx, THEME, trailThrough } from "./fakes.js";

const FRAME = frameOfPx(100, 100);
const BOX = { u0: -1e4, u1: 1e4, v0: -1e4, v1: 1e4 };

/** A path that remembers its points. */
class Path {
  points = [];
  moveTo = (x, y) => this.points.push([x, y]);
  lineTo = this.moveTo;
}

/** A canvas' context that notes what is stroked with. @returns {any} */
function recorder() {
  const noted = { strokes: [], arcs: [], dashes: null };
  const context = {
    noted,
    setLineDash: (dashes) => noted.dashes = dashes,
    beginPath() {},
    fill() {},
    arc: (...circle) => noted.arcs.push(circle),
    stroke: (path) => path && noted.strokes.push({ ...style(), points: path.points, offset: context.lineDashOffset }),
  };
  const style = () => ({
    order: context.globalCompositeOperation,
    color: context.strokeStyle,
    width: context.lineWidth,
  });
  return context;
}

/** Draws on to some vertices; what was stroked. */
function draw(trail, counts) {
  Object.assign(globalThis, { Path2D: Path });
  let drawn = NOTHING_DRAWN;
  const strokes = counts.map((count) => {
    const context = recorder();
    drawn = extend(context, trail, FRAME, drawn, count, "white");
    return context.noted.strokes;
  });
  return { drawn, strokes };
}

Deno.test("a coordinate becomes px of the layer", () => {
  equal(pixel(3, { from: 1, perUnit: -5 }), -10);
});

Deno.test("the casing goes under everything, the line above it", () => {
  const { strokes: [[casing, line, ...none]] } = draw(trailThrough([[0, 0], [30, 40]]), [2]);
  deepEqual([casing.order, casing.color], ["destination-over", "white"]);
  deepEqual([line.order, line.color], ["source-over", "color 0"]);
  ok(casing.width > line.width);
  deepEqual(casing.points, [[0, 100], [30, 60]]);
  deepEqual(none, []);
});

Deno.test("drawing on strokes the new segment and the end of the one before, its dashes where they stopped", () => {
  const trail = trailThrough([[0, 0], [30, 40], [30, 50], [40, 50]], { dash: "6px,3px" });
  const { strokes, drawn } = draw(trail, [3, 4]);
  deepEqual(strokes[1][1].points, [[30, 55], [30, 50], [40, 50]]);
  equal(strokes[1][1].offset, 55);
  deepEqual(drawn, { count: 4, length: 70, before: 60 });
  const { drawn: atOnce } = draw(trail, [4]);
  deepEqual(drawn, atOnce);
});

Deno.test("a long line drawn at once is stroked in parts, and ends as if drawn on", () => {
  const points = Array.from({ length: 450 }, (_, k) => [k % 50, Math.floor(k / 50)]);
  const trail = trailThrough(points, { dash: "6px,3px" });
  const { strokes: [strokes], drawn } = draw(trail, [450]);
  const lines = strokes.filter(({ order }) => order === "source-over");
  ok(lines.length > 2 && lines.every(({ points }) => points.length <= 202));
  deepEqual(lines.at(-1).points.at(-1), [49, 92]);
  const { drawn: inTwo } = draw(trail, [100, 450]);
  deepEqual(drawn, inTwo);
});

Deno.test("what is drawn is not drawn again", () => {
  const { strokes, drawn } = draw(trailThrough([[0, 0], [30, 40]]), [2, 2, 1]);
  deepEqual(strokes.map(({ length }) => length), [2, 0, 0]);
  equal(drawn.count, 2);
});

Deno.test("a gap parts two pieces and starts the dashes anew", () => {
  const trail = trailThrough([[0, 0], [0, 10], [NaN, 0], [50, 50], [60, 50]]);
  const { strokes: [strokes], drawn } = draw(trail, [trail.line.u.length]);
  const lines = strokes.filter(({ order }) => order === "source-over");
  deepEqual(lines.map(({ points }) => points), [[[0, 100], [0, 90]], [[50, 50], [60, 50]]]);
  deepEqual(lines.map(({ offset }) => offset), [0, 0]);
  equal(drawn.length, 10);
});

Deno.test("a line that leaves and comes back is stroked near the canvas alone, in the phase of the whole of it", () => {
  const trail = trailThrough([[50, 50], [1050, 50], [1050, 60], [50, 60]], {}, BOX);
  const { strokes: [strokes] } = draw(trail, [4]);
  const [first, second] = strokes.filter(({ order }) => order === "source-over");
  deepEqual(first.points, [[50, 50], [140, 50]]);
  deepEqual(second.points, [[140, 40], [50, 40]]);
  equal(second.offset, 1000 + 10 + 910);
});

Deno.test("a ring marks each start that is shown and within reach", () => {
  const context = recorder();
  const seen = trailThrough([[20, 30], [40, 40]]);
  const trails = [seen, { ...seen, shown: false }, { ...seen, start: false }, trailThrough([[1e9, 0], [0, 0]])];
  drawStarts(context, trails, FRAME, THEME);
  deepEqual(context.noted.arcs.map(([x, y]) => [x, y]), [[20, 70]]);
  deepEqual(context.noted.dashes, []);
});
