// What is drawn over a sweep: the limit of stability, dashed, and the cross of the present values.

import { LayerCanvas } from "../paths/layer_canvas.js";
import { CASING_WIDTH, LINE_WIDTH, pixel } from "../paths/strokes.js";

const DASHES = [7, 5]; // px, of the limit
const CROSS = 1.2; // px, its width

/**
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../paths/panel.js").Theme} Theme
 */

export class Lines {
  #canvas = new LayerCanvas("downhill-canvas");

  get node() {
    return this.#canvas.node;
  }

  /** @param {Frame} frame */
  fit(frame) {
    this.#canvas.fit(frame);
  }

  erase() {
    this.#canvas.erase();
  }

  /**
   * @param {Frame} frame @param {Theme} theme @param {number[]} point of the cross
   * @param {{u: Float64Array, v: Float64Array}|null} limit null where no theory has one
   */
  draw(frame, theme, point, limit) {
    this.erase();
    if (limit) this.#stroke(line(limit, frame), theme, DASHES, LINE_WIDTH);
    this.#stroke(cross(point, frame), theme, [], CROSS);
  }

  /** Strokes a path with its casing. @param {Path2D} path @param {Theme} theme @param {number[]} dashes @param {number} width px */
  #stroke(path, theme, dashes, width) {
    const { context } = this.#canvas;
    context.setLineDash([]);
    [context.strokeStyle, context.lineWidth] = [theme.background, width + CASING_WIDTH - LINE_WIDTH];
    context.stroke(path);
    context.setLineDash(dashes);
    [context.strokeStyle, context.lineWidth] = [theme.text, width];
    context.stroke(path);
  }
}

/** @param {{u: Float64Array, v: Float64Array}} places @param {Frame} frame */
function line({ u, v }, frame) {
  const path = new Path2D();
  for (let k = 0; k < u.length; k += 1) path.lineTo(pixel(u[k], frame.u), pixel(v[k], frame.v));
  return path;
}

/** Two lines through a point, over all of the frame. @param {number[]} point @param {Frame} frame */
function cross([u, v], frame) {
  const [left, top] = [pixel(u, frame.u), pixel(v, frame.v)];
  const path = new Path2D();
  path.moveTo(left, 0);
  path.lineTo(left, frame.height);
  path.moveTo(0, top);
  path.lineTo(frame.width, top);
  return path;
}
