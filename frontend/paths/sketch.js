// A line as it is drawn while a hand moves it: at once, without casing, and with no more vertices than can be told apart.

import { LINE_WIDTH, pixel } from "./strokes.js";
import { dashPattern } from "../dom/symbols.js";
import { vertices } from "./polyline.js";

const STRIP = 1; // px across which vertices are one above the other to an eye
const FAR = 4000; // px beyond which a coordinate is cut: what is drawn is smaller
const DASHES = 20_000; // px of line from which dashes take longer than a frame, and are left out

/**
 * Strokes a trail up to a step.
 * @param {CanvasRenderingContext2D} context @param {import("./trails.js").Trail} trail
 * @param {import("./trails.js").Frame} frame @param {number} step
 */
export function sketch(context, { line, contender }, frame, step) {
  const stroke = { color: contender.color, width: LINE_WIDTH, dash: contender.dash };
  sketchLine(context, line, frame, vertices(line, step), stroke);
}

/**
 * Strokes the first vertices of a line.
 * @param {CanvasRenderingContext2D} context @param {Pick<import("./polyline.js").Polyline, "u"|"v">} line
 * @param {import("./trails.js").Frame} frame @param {number} count
 * @param {{color: string, width: number, dash?: string}} stroke px
 */
export function sketchLine(context, line, frame, count, { color, width, dash = "solid" }) {
  const { path, length } = thinned(line, frame, count);
  context.globalCompositeOperation = "source-over";
  context.setLineDash(length < DASHES ? dashPattern(dash) : []);
  context.lineDashOffset = 0;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke(path);
}

/**
 * Makes a path of the vertices: of those that follow each other within a strip, the first, the highest, the lowest and
 * the last are all that can be seen.
 * @param {Pick<import("./polyline.js").Polyline, "u"|"v">} line @param {import("./trails.js").Frame} frame
 * @param {number} count @returns {{path: Path2D, length: number}} with its px
 */
function thinned({ u, v }, frame, count) {
  const path = new Path2D();
  let length = 0;
  let [x, y] = [NaN, NaN]; // where the pen is
  const to = (left, top) => {
    if (left === x && top === y) return;
    if (Number.isNaN(x)) path.moveTo(left, top);
    else {
      path.lineTo(left, top);
      length += Math.hypot(left - x, top - y);
    }
    [x, y] = [left, top];
  };
  let k = 0;
  while (k < count) {
    const left = within(pixel(u[k], frame.u));
    let top = within(pixel(v[k], frame.v));
    if (Number.isNaN(left + top)) {
      [x, y] = [NaN, NaN];
      k += 1;
      continue;
    }
    to(left, top);
    let [low, high, last] = [top, top, left];
    for (k += 1; k < count; k += 1) {
      const next = within(pixel(u[k], frame.u));
      const at = within(pixel(v[k], frame.v));
      if (!(Math.abs(next - left) < STRIP) || Number.isNaN(at)) break;
      [low, high, top, last] = [Math.min(low, at), Math.max(high, at), at, next];
    }
    if (low < Math.min(y, top)) to(last, low);
    if (high > Math.max(y, top)) to(last, high);
    to(last, top);
  }
  return { path, length };
}

const within = (px) => Math.max(-FAR, Math.min(FAR, px));
