// A line as it is drawn while a hand moves it: at once, without casing, and with no more vertices than can be told apart.

import { AT_ONCE, LINE_WIDTH, pixel } from "./strokes.js";
import { dashPattern } from "../dom/symbols.js";
import { vertices } from "./polyline.js";

const STRIP = 2; // px across which vertices are one above the other to an eye
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
  const { pieces, length } = thinned(line, frame, count);
  context.globalCompositeOperation = "source-over";
  context.setLineDash(length < DASHES ? dashPattern(dash) : []);
  context.strokeStyle = color;
  context.lineWidth = width;
  for (const { path, offset } of pieces) {
    context.lineDashOffset = offset;
    context.stroke(path);
  }
}

/**
 * Makes paths of the vertices: of those that follow each other within a strip, the first, the highest, the lowest and
 * the last are all that can be seen.
 * @param {Pick<import("./polyline.js").Polyline, "u"|"v">} line @param {import("./trails.js").Frame} frame
 * @param {number} count
 * @returns {{pieces: {path: Path2D, offset: number}[], length: number}} each with the px of line from the last gap; px of them all
 */
function thinned({ u, v }, frame, count) {
  const pen = new Pen();
  let k = 0;
  while (k < count) {
    const left = within(pixel(u[k], frame.u));
    let top = within(pixel(v[k], frame.v));
    if (Number.isNaN(left + top)) {
      pen.lift();
      k += 1;
      continue;
    }
    pen.to(left, top);
    let [low, high, last] = [top, top, left];
    for (k += 1; k < count; k += 1) {
      const next = within(pixel(u[k], frame.u));
      const at = within(pixel(v[k], frame.v));
      if (!(Math.abs(next - left) < STRIP) || Number.isNaN(at)) break;
      [low, high, top, last] = [Math.min(low, at), Math.max(high, at), at, next];
    }
    if (low < Math.min(pen.y, top)) pen.to(last, low);
    if (high > Math.max(pen.y, top)) pen.to(last, high);
    pen.to(last, top);
  }
  return pen;
}

/** Draws paths of so many vertices as are stroked at once; each begins with the last segment of the one before. */
class Pen {
  pieces = [];
  length = 0; // px
  y = NaN; // px, where it is
  #x = NaN;
  #before = [NaN, NaN]; // where it came from
  #offset = 0; // px since the last gap, which restarts the dashes
  #vertices = 0; // of the last path

  /** @param {number} x @param {number} y px */
  to(x, y) {
    if (x === this.#x && y === this.y) return;
    if (Number.isNaN(this.#x)) this.#begin(x, y, 0);
    else {
      if (this.#vertices === AT_ONCE) {
        const [fromX, fromY] = this.#before;
        this.#begin(fromX, fromY, this.#offset - Math.hypot(this.#x - fromX, this.y - fromY));
        this.#lineTo(this.#x, this.y);
      }
      const span = Math.hypot(x - this.#x, y - this.y);
      this.length += span;
      this.#offset += span;
      this.#lineTo(x, y);
    }
    this.#before = [this.#x, this.y];
    [this.#x, this.y] = [x, y];
  }

  /** Leaves a gap. */
  lift() {
    [this.#x, this.y, this.#offset] = [NaN, NaN, 0];
  }

  #begin(x, y, offset) {
    this.pieces.push({ path: new Path2D(), offset });
    this.pieces.at(-1).path.moveTo(x, y);
    this.#vertices = 1;
  }

  #lineTo(x, y) {
    this.pieces.at(-1).path.lineTo(x, y);
    this.#vertices += 1;
  }
}

const within = (px) => Math.max(-FAR, Math.min(FAR, px));
