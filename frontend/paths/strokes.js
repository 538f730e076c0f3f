// Strokes lines on a canvas piece by piece so that they look as if drawn at once: dashes continue where they stopped,
// and the casing, dashed alike so that gaps stay gaps, goes under everything drawn before.

import { clipSegment } from "./polyline.js";
import { dashPattern } from "../dom/symbols.js";

export const LINE_WIDTH = 2.6; // px
export const CASING_WIDTH = 5; // px
export const START_RADIUS = 6.5; // px
const MARGIN = 40; // px beyond the canvas within which lines are still drawn
export const AT_ONCE = 200; // vertices stroked at once: more of a line beside itself takes longer than its parts

/**
 * How far a trail is drawn: vertices, px of line up to the last of them, and px up to the one before.
 * @typedef {{count: number, length: number, before: number}} Drawn
 */
export const NOTHING_DRAWN = { count: 0, length: 0, before: 0 };

/** Turns a panel coordinate into px of its layer. @param {number} value @param {{from: number, perUnit: number}} axis */
export const pixel = (value, { from, perUnit }) => (value - from) * perUnit;

/**
 * Strokes a trail from where it was to vertex `count`, each time with the end of the segment before for a closed joint.
 * @param {CanvasRenderingContext2D} context @param {import("./trails.js").Trail} trail
 * @param {import("./trails.js").Frame} frame @param {Drawn} drawn @param {number} count @param {string} casing
 * @returns {Drawn}
 */
export function extend(context, { line, contender }, frame, drawn, count, casing) {
  if (count > drawn.count) context.setLineDash(dashPattern(contender.dash));
  let next = drawn;
  while (next.count < count) {
    const { pieces, ...reached } = visiblePieces(line, frame, next, Math.min(count, next.count + AT_ONCE));
    stroke(context, pieces, "destination-over", casing, CASING_WIDTH);
    stroke(context, pieces, "source-over", contender.color, LINE_WIDTH);
    next = reached;
  }
  return next;
}

function stroke(context, pieces, operation, color, width) {
  context.globalCompositeOperation = operation;
  context.strokeStyle = color;
  context.lineWidth = width;
  for (const { path, offset } of pieces) {
    context.lineDashOffset = offset;
    context.stroke(path);
  }
}

/**
 * Draws a ring where each run begins.
 * @param {CanvasRenderingContext2D} context @param {import("./trails.js").Trail[]} trails
 * @param {import("./trails.js").Frame} frame @param {{casing: string, ring: string}} colors
 */
export function drawStarts(context, trails, frame, { casing, ring }) {
  context.setLineDash([]);
  context.globalCompositeOperation = "source-over";
  for (const { line } of trails.filter(({ start, shown }) => start && shown)) {
    if (line.step[0] !== 0) continue;
    context.beginPath();
    context.arc(pixel(line.u[0], frame.u), pixel(line.v[0], frame.v), START_RADIUS, 0, 2 * Math.PI);
    context.fillStyle = casing;
    context.fill();
    context.strokeStyle = ring;
    context.lineWidth = 2;
    context.stroke();
  }
}

/** Finds the parts of a line that can be seen, each with the px of line before it, for the phase of its dashes. */
function visiblePieces(line, frame, drawn, count) {
  const near = { u0: -MARGIN, u1: frame.width + MARGIN, v0: -MARGIN, v1: frame.height + MARGIN };
  const first = Math.max(1, drawn.count - 1);
  const pieces = [];
  let length = drawn.before;
  let before = length;
  let pen = null; // where the open piece ends
  let [x0, y0] = [pixel(line.u[first - 1], frame.u), pixel(line.v[first - 1], frame.v)];
  if (drawn.count > 1) { // no more than the joint again: edges that are stroked twice are bolder than others
    const [toX, toY] = [pixel(line.u[first], frame.u) - x0, pixel(line.v[first], frame.v) - y0];
    const skipped = Math.max(0, 1 - CASING_WIDTH / Math.hypot(toX, toY)) || 0;
    [x0, y0] = [x0 + skipped * toX, y0 + skipped * toY];
    length += skipped * Math.hypot(toX, toY) || 0;
  }
  for (let k = first; k < count; k += 1) {
    const [x1, y1] = [pixel(line.u[k], frame.u), pixel(line.v[k], frame.v)];
    const seen = clipSegment(x0, y0, x1, y1, near);
    if (seen && !(pen && pen[0] === seen[0] && pen[1] === seen[1])) {
      const path = new Path2D();
      path.moveTo(seen[0], seen[1]);
      pieces.push({ path, offset: length + Math.hypot(seen[0] - x0, seen[1] - y0) });
    }
    if (seen) pieces.at(-1).path.lineTo(seen[2], seen[3]);
    pen = seen ? [seen[2], seen[3]] : null;
    before = length;
    const span = Math.hypot(x1 - x0, y1 - y0);
    length = Number.isNaN(span) ? 0 : length + span; // a gap restarts the dashes, as in SVG
    [x0, y0] = [x1, y1];
  }
  return { pieces, count, length, before };
}
