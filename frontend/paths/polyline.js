// A drawable path: exact in the visible range, clipped where numbers overflow canvas or SVG.

/**
 * @typedef {Object} Polyline
 * @property {Float64Array} u horizontal coordinate of each vertex; NaN parts two pieces
 * @property {Float64Array} v vertical coordinate of each vertex
 * @property {Int32Array} step the step a vertex is, −1 for a cut and for a gap
 * @property {Int32Array} end for each step, the number of vertices that belong to the path up to it
 *
 * @typedef {{u0: number, u1: number, v0: number, v1: number}} Box
 */

const FAR = 1e150; // beyond it, differences and products overflow

/**
 * Cuts a path at a box far larger than the picture. The vertices where it is cut lie on the line between two
 * points of the run, so that what is drawn inside the box is exactly the run's line.
 * @param {Float64Array} us @param {Float64Array} vs @param {Box} box @returns {Polyline}
 */
export function cutAt(us, vs, box) {
  const count = us.length;
  if (allInside(us, vs, box)) return { u: us, v: vs, ...wholeLine(count) };
  const u = [];
  const v = [];
  const step = [];
  const end = new Int32Array(count);
  const add = (a, b, of) => {
    u.push(a);
    v.push(b);
    step.push(of);
  };
  let open = false; // whether the last vertex is where the next segment begins
  for (let k = 0; k < count; k += 1) {
    const here = inside(us[k], vs[k], box);
    const piece = k > 0 ? clipSegment(us[k - 1], vs[k - 1], us[k], vs[k], box) : null;
    if (piece && !open) {
      if (u.length) add(NaN, NaN, -1);
      add(piece[0], piece[1], -1);
    }
    if (piece && !here) add(piece[2], piece[3], -1);
    if (here && !piece && u.length) add(NaN, NaN, -1);
    if (here) add(us[k], vs[k], k);
    open = here;
    end[k] = u.length;
  }
  return { u: Float64Array.from(u), v: Float64Array.from(v), step: Int32Array.from(step), end };
}

/**
 * Cuts a segment to the part inside a box (Liang and Barsky, 1984), or null when none of it is.
 * @returns {[number, number, number, number] | null}
 */
export function clipSegment(u0, v0, u1, v1, box) {
  [u0, v0] = reached(u0, v0);
  [u1, v1] = reached(u1, v1);
  if (Number.isNaN(u0 + v0 + u1 + v1)) return null;
  const du = u1 - u0;
  const dv = v1 - v0;
  let from = 0;
  let to = 1;
  for (const [slope, room] of [[-du, u0 - box.u0], [du, box.u1 - u0], [-dv, v0 - box.v0], [dv, box.v1 - v0]]) {
    if (slope === 0 && room < 0) return null;
    if (slope < 0) from = Math.max(from, room / slope);
    if (slope > 0) to = Math.min(to, room / slope);
  }
  if (from > to) return null;
  return [
    from === 0 ? u0 : u0 + from * du,
    from === 0 ? v0 : v0 + from * dv,
    to === 1 ? u1 : u0 + to * du,
    to === 1 ? v1 : v0 + to * dv,
  ];
}

/**
 * Moves a point that is too far to compute with inward, on the line through the origin; NaN stays.
 * @returns {[number, number]}
 */
function reached(u, v) {
  const size = Math.max(Math.abs(u), Math.abs(v));
  if (!(size > FAR)) return [u, v];
  if (size === Infinity) return [infiniteAs(u), infiniteAs(v)];
  return [u * (FAR / size), v * (FAR / size)];
}

const infiniteAs = (value) => (Number.isFinite(value) ? Math.max(-FAR, Math.min(FAR, value)) : Math.sign(value) * FAR);

const inside = (u, v, box) => u >= box.u0 && u <= box.u1 && v >= box.v0 && v <= box.v1;

const allInside = (us, vs, box) => us.every((u, k) => inside(u, vs[k], box));

/** Counts the vertices of a line up to a step; a run that ended earlier stays whole. @param {Polyline} line @param {number} step */
export const vertices = (line, step) => line.end[Math.min(step, line.end.length - 1)];

/** @type {Map<number, {step: Int32Array, end: Int32Array}>} by the number of points, for lines that are not cut */
const whole = new Map();

/** The vertices of a line that is not cut: each is a step. @param {number} count */
function wholeLine(count) {
  if (!whole.has(count)) {
    if (whole.size > 50) whole.clear();
    const step = Int32Array.from({ length: count }, (_, k) => k);
    whole.set(count, { step, end: step.map((k) => k + 1) });
  }
  return whole.get(count);
}
