// The projection of the relief: from a point of the surface to px of the panel, as WebGL draws it.

/**
 * @typedef {ArrayLike<number>} Matrix 4 × 4, column by column
 * @typedef {{model: Matrix, view: Matrix, projection: Matrix}} Matrices
 * @typedef {[number, number, number]} Triple
 * @typedef {{x: number, y: number, z: number}} Point
 * @typedef {{width: number, height: number}} Size px
 * @typedef {(x: number, y: number, z: number) => [number, number]|null} Projector to px from the left and the top; null for
 *   what lies behind the eye
 */

const NEAR = 0.01; // from the eye, what is nearer counts as behind it
const FAR = 1000;
const ANGLE = Math.PI / 4; // of view, from top to bottom: Plotly's own

/** Joins the matrices of a scene; `scale` is what its coordinates were multiplied by. @param {Matrices} matrices @param {Triple} scale */
export function joined({ model, view, projection }, [sx, sy, sz]) {
  const scaling = [sx, 0, 0, 0, 0, sy, 0, 0, 0, 0, sz, 0, 0, 0, 0, 1];
  return times(projection, times(view, times(model, scaling)));
}

/** @param {Matrix} m from `joined` @param {Size} size of the panel @returns {Projector} */
export function projector(m, { width, height }) {
  return (x, y, z) => {
    const part = (row) => m[row] * x + m[4 + row] * y + m[8 + row] * z + m[12 + row];
    const depth = part(3);
    if (!(depth >= NEAR)) return null;
    return [width * (0.5 + (0.5 * part(0)) / depth), height * (0.5 - (0.5 * part(1)) / depth)];
  };
}

/**
 * Gives the matrices with which Plotly draws a scene of that layout.
 * @param {{camera: {eye: Point, center: Point, up: Point}, aspectratio: Point, ranges: number[][]}} scene @param {Size} size
 * @returns {Matrices}
 */
export function matricesOf({ camera, aspectratio, ranges }, { width, height }) {
  const aspect = triple(aspectratio);
  const model = new Float64Array(16);
  for (const [k, [low, high]] of ranges.entries()) {
    model[5 * k] = aspect[k] / (high - low);
    model[12 + k] = (-0.5 * aspect[k] * (high + low)) / (high - low);
  }
  model[15] = 1;
  const { eye, center, up } = camera;
  return { model, view: lookAt(triple(eye), triple(center), triple(up)), projection: perspective(width / height) };
}

/** Product of two matrices. @param {Matrix} a @param {Matrix} b */
function times(a, b) {
  const product = new Float64Array(16);
  for (let column = 0; column < 4; column += 1) {
    for (let row = 0; row < 4; row += 1) {
      for (let k = 0; k < 4; k += 1) product[4 * column + row] += a[4 * k + row] * b[4 * column + k];
    }
  }
  return product;
}

/** @param {number} aspect width by height */
function perspective(aspect) {
  const focus = 1 / Math.tan(ANGLE / 2);
  const depth = NEAR - FAR;
  return [focus / aspect, 0, 0, 0, 0, focus, 0, 0, 0, 0, (FAR + NEAR) / depth, -1, 0, 0, (2 * FAR * NEAR) / depth, 0];
}

/** @param {Triple} eye @param {Triple} center @param {Triple} up */
function lookAt(eye, center, up) {
  const back = unit(minus(eye, center));
  const right = unit(cross(up, back));
  const above = cross(back, right);
  const [x, y, z] = [right, above, back];
  return [x[0], y[0], z[0], 0, x[1], y[1], z[1], 0, x[2], y[2], z[2], 0, -dot(x, eye), -dot(y, eye), -dot(z, eye), 1];
}

/** @param {Point} point @returns {Triple} */
export const triple = ({ x, y, z }) => [x, y, z];
/** @param {Triple} a @param {Triple} b @returns {Triple} */
const minus = (a, b) => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
/** @param {Triple} a @param {Triple} b */
const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** @param {Triple} a @param {Triple} b @returns {Triple} */
const cross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
/** @param {Triple} a @returns {Triple} */
const unit = (a) => [a[0] / Math.hypot(...a), a[1] / Math.hypot(...a), a[2] / Math.hypot(...a)];
