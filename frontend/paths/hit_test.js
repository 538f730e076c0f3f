// The hit test: which drawn line is under the pointer.

import { pixel } from "./strokes.js";

import { vertices } from "./polyline.js";

const REACH = 6; // px between a pointer and the line it means

/**
 * Finds the contender whose line is nearest to a pointer.
 * @param {import("./trails.js").Trail[]} trails topmost first @param {import("./trails.js").Frame} frame
 * @param {number} step how far the lines are drawn @param {number} left px in the frame @param {number} top
 * @returns {string|null} its id, if the line is within reach
 */
export function trailAt(trails, frame, step, left, top) {
  let found = null;
  let least = REACH;
  for (const { line, contender, shown } of trails) {
    if (!shown) continue;
    const distance = distanceTo(line, vertices(line, step), frame, left, top);
    if (distance < least) [found, least] = [contender.id, distance];
  }
  return found;
}

/**
 * Finds the step of a line that is nearest to a pointer.
 * @param {import("./trails.js").Trail[]} trails topmost first @param {import("./trails.js").Frame} frame
 * @param {number} step how far the lines are drawn @param {number} left px in the frame @param {number} top
 * @returns {{id: string, step: number}|null} null if no line is within reach
 */
export function closestStep(trails, frame, step, left, top) {
  const id = trailAt(trails, frame, step, left, top);
  if (id === null) return null;
  const { line } = trails.find(({ contender }) => contender.id === id);
  let found = 0;
  let least = Infinity;
  for (let k = 0; k < vertices(line, step); k += 1) {
    const distance = Math.hypot(pixel(line.u[k], frame.u) - left, pixel(line.v[k], frame.v) - top);
    if (line.step[k] >= 0 && distance < least) [found, least] = [line.step[k], distance];
  }
  return { id, step: found };
}

function distanceTo(line, count, frame, left, top) {
  let least = Infinity;
  for (let k = 1; k < count; k += 1) {
    const [x0, y0] = [pixel(line.u[k - 1], frame.u) - left, pixel(line.v[k - 1], frame.v) - top];
    const [dx, dy] = [pixel(line.u[k], frame.u) - left - x0, pixel(line.v[k], frame.v) - top - y0];
    const square = dx * dx + dy * dy;
    const part = square > 0 ? Math.max(0, Math.min(1, -(x0 * dx + y0 * dy) / square)) : 0;
    const distance = Math.hypot(x0 + part * dx, y0 + part * dy);
    if (distance < least) least = distance; // NaN, where a line has a gap, is never less
  }
  return least;
}
