// Newton's method, as an iteration that looks for a zero of the gradient, of whatever kind.

const ITERATIONS = 60;
const ARRIVED = 1e-6; // the length of a step, as a part of the window's diagonal, at which the iteration has arrived
const SINGULAR = 1e-14; // a determinant, as a part of the square of the largest entry, that is zero

/**
 * @typedef {{x: Float64Array, y: Float64Array}} Places
 * @typedef {(name: string, settings: Object) => any} AskKernels asks them about the surface
 */

/**
 * Iterates from every place until a step is short.
 * @param {Places} starts @param {AskKernels} ask @param {number} diagonal of the window
 * @returns {(Places & {steps: Float32Array})|null} where it comes to and after how many steps, NaN where it does not arrive;
 *   null where kernels lack derivatives
 */
export function iterated(starts, ask, diagonal) {
  const [x, y] = [starts.x.slice(), starts.y.slice()];
  const steps = new Float32Array(x.length).fill(NaN);
  let going = Uint32Array.from(x, (_, k) => k);
  for (let step = 1; step <= ITERATIONS && going.length > 0; step += 1) {
    const here = { x: Float64Array.from(going, (k) => x[k]), y: Float64Array.from(going, (k) => y[k]) };
    const [slope, bend] = [ask("gradients", here), ask("hessians", here)];
    if (!slope || !bend) return null;
    const dx = new Float64Array(going.length);
    const dy = new Float64Array(going.length);
    for (let n = 0; n < going.length; n += 1) {
      const [xx, xy, yy] = [bend.xx[n], bend.xy[n], bend.yy[n]];
      const determinant = xx * yy - xy * xy;
      const isSingular = Math.abs(determinant) <= SINGULAR * Math.max(xx * xx, xy * xy, yy * yy);
      dx[n] = isSingular ? NaN : (xy * slope.y[n] - yy * slope.x[n]) / determinant;
      dy[n] = isSingular ? NaN : (xy * slope.x[n] - xx * slope.y[n]) / determinant;
    }
    going = going.filter((k, n) => {
      x[k] += dx[n];
      y[k] += dy[n];
      const length = Math.hypot(dx[n], dy[n]);
      if (length < ARRIVED * diagonal) steps[k] = step;
      return length >= ARRIVED * diagonal && Number.isFinite(length);
    });
  }
  return { x, y, steps };
}
