import { deepEqual, ok } from "node:assert/strict";
import { sketch } from "../../../frontend/paths/sketch.js";
import { frameOfPx, trailThrough } from "./fakes.js";

const FRAME = frameOfPx(100, 100);

/** A path that remembers its points, piece by piece. */
class Path {
  pieces = [];
  moveTo = (x, y) => this.pieces.push([[x, y]]);
  lineTo = (x, y) => this.pieces.at(-1).push([x, y]);
}

/** Sketches a trail up to a step; its pieces, and the dashes. */
function sketched(trail, step) {
  Object.assign(globalThis, { Path2D: Path });
  const noted = { pieces: [], dashes: [], offsets: [] };
  const context = {
    lineDashOffset: NaN,
    setLineDash: (dashes) => noted.dashes = dashes,
    stroke: (path) => {
      noted.pieces.push(...path.pieces);
      noted.offsets.push(context.lineDashOffset);
    },
  };
  sketch(/** @type {any} */ (context), trail, FRAME, step);
  return noted;
}

Deno.test("a sketch is one stroke of the line up to a step, without casing", () => {
  const { pieces, offsets } = sketched(trailThrough([[0, 0], [30, 40], [60, 10]]), 1);
  deepEqual(pieces, [[[0, 100], [30, 60]]]);
  deepEqual(offsets, [0]);
});

Deno.test("vertices within a pixel's strip are its first, its highest, its lowest and its last", () => {
  const points = [[10, 50], [10.1, 70], [10.2, 20], [10.3, 60], [10.4, 55], [40, 50]];
  const { pieces: [piece] } = sketched(trailThrough(points), 5);
  const heights = piece.map(([, y]) => Math.round(y));
  deepEqual([Math.min(...heights), Math.max(...heights)], [30, 80]);
  deepEqual(piece[0], [10, 50]);
  deepEqual(piece.at(-1).map(Math.round), [40, 50]);
  ok(piece.length < points.length);
});

Deno.test("a long line is stroked in parts that share a segment, its dashes in the phase of the whole of it", () => {
  const points = Array.from({ length: 450 }, (_, k) => [2 * (k % 50), Math.floor(k / 50)]);
  const { pieces, offsets } = sketched(trailThrough(points), 449);
  deepEqual(pieces.map(({ length }) => length), [200, 200, 54]);
  const [first, second] = pieces;
  deepEqual(second.slice(0, 2), first.slice(-2));
  const span = ([x0, y0], [x1, y1]) => Math.hypot(x1 - x0, y1 - y0);
  const before = first.slice(1, -1).reduce((sum, point, k) => sum + span(first[k], point), 0);
  ok(Math.abs(offsets[1] - before) < 1e-9);
});

Deno.test("a line is dashed unless it is so long that dashes would take longer than a frame", () => {
  const short = trailThrough([[0, 0], [100, 0]], { dash: "6px,3px" });
  deepEqual(sketched(short, 1).dashes, [6, 3]);
  const long = trailThrough(Array.from({ length: 500 }, (_, k) => [100 * (k % 2), k / 5]), { dash: "6px,3px" });
  deepEqual(sketched(long, 499).dashes, []);
});

Deno.test("what lies far outside is cut, and gaps part the pieces", () => {
  const trail = trailThrough([[0, 0], [1e9, 0], [0, 50]], {}, { u0: -1e12, u1: 1e12, v0: -1e12, v1: 1e12 });
  const { pieces } = sketched(trail, 2);
  ok(pieces.flat(2).every((px) => Math.abs(px) <= 4000));
  const gap = trailThrough([[0, 0], [50, 50], [90, 0]]);
  gap.line.v[1] = NaN;
  deepEqual(sketched(gap, 2).pieces, [[[0, 100]], [[90, 100]]]);
});
