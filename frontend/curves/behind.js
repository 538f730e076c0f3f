// Numbers that are drawn faintly behind the curves, a dot for each step: the loss of every batch, as training reports it.

import { pixel } from "../paths/strokes.js";

const DOT = 1.7; // px, the radius
const FAINT = 0.4; // the opacity

/**
 * Draws the dots from one step to another; what is off the axis is left out.
 * @param {CanvasRenderingContext2D} context @param {import("../paths/trails.js").Frame} frame
 * @param {{across: Float64Array, up: Float64Array, color: string}} dots in coordinates of the axes
 * @param {number} from @param {number} step the last
 */
export function drawBehind(context, frame, { across, up, color }, from, step) {
  context.fillStyle = color;
  context.globalAlpha = FAINT;
  for (let k = from; k <= step && k < up.length; k += 1) {
    const top = pixel(up[k], frame.v);
    if (!(top >= 0 && top <= frame.height)) continue;
    context.beginPath();
    context.arc(pixel(across[k], frame.u), top, DOT, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}

/**
 * Makes the same for a still.
 * @param {{across: Float64Array, up: Float64Array, color: string}} dots @param {number} step
 * @param {(coordinate: number) => number} toData @param {number} scale of the type @returns {import("../paths/panel.js").Trace}
 */
export function stillBehind({ across, up, color }, step, toData, scale) {
  return {
    type: "scatter",
    mode: "markers",
    hoverinfo: "skip",
    opacity: FAINT,
    x: across.subarray(0, step + 1),
    y: up.subarray(0, step + 1).map(toData),
    marker: { size: 2 * DOT * scale, color },
  };
}
