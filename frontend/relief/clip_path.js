// A contender's path in the relief, clipped where coordinates exceed WebGL's float32.

const FAR = 20; // windows away from the map
const AXES = /** @type {const} */ (["x", "y", "z"]);

/**
 * @typedef {{x: (number|null)[], y: (number|null)[], z: (number|null)[]}} Points null is not drawn
 * @typedef {{line: Points, isCut: boolean[]}} ClippedPath `isCut` says of each vertex whether it is no point of the run
 * @typedef {{x: ArrayLike<number>, y: ArrayLike<number>, z: ArrayLike<number>}} Coordinates
 */

/**
 * Clips a path up to a step: a vertex for each step. What is out of reach is a gap; its first vertex
 * is where the path crosses the limit, so that it is seen to leave.
 * @param {Pick<import("../data/picture.js").Run, "x"|"y"|"values">} run @param {number} step
 * @param {Pick<import("../data/picture.js").Surface, "window">} surface
 * @param {Pick<import("./height_scale.js").HeightScale, "toHeight"|"bottom"|"top">} scale @returns {ClippedPath}
 */
export function clippedPath(run, step, { window }, { toHeight, bottom, top }) {
  const count = Math.min(step + 1, run.x.length);
  /** @type {Coordinates} */
  const path = { x: run.x, y: run.y, z: Float64Array.from(run.values.subarray(0, count), (loss) => toHeight(loss)) };
  const reach = { x: around(window[0]), y: around(window[1]), z: around([bottom, top]) };
  /** @type {Points} */
  const line = { x: [], y: [], z: [] };
  const near = (k) => AXES.every((axis) => path[axis][k] >= reach[axis][0] && path[axis][k] <= reach[axis][1]);
  const isCut = [];
  let before = false; // whether the last vertex was within reach
  let here = near(0);
  for (let k = 0; k < count; k += 1) {
    const next = k + 1 < count && near(k + 1);
    const part = here ? 1 : before && !next ? partOfWay(path, reach, k) : 0;
    isCut.push(!here);
    for (const axis of AXES) line[axis].push(part > 0 ? partWay(path[axis], k, part) : null);
    [before, here] = [here, next];
  }
  return { line, isCut };
}

/** @param {number[]} side */
const around = ([from, to]) => [from - FAR * (to - from), to + FAR * (to - from)];

const partWay = (values, k, part) => (part === 1 ? values[k] : values[k - 1] + part * (values[k] - values[k - 1]));

/** Says how much of the way from the point before, which is within reach, to the k-th is; 0 where that has no place. */
function partOfWay(path, reach, k) {
  const parts = AXES.map((axis) => {
    const way = path[axis][k] - path[axis][k - 1];
    return way === 0 ? 1 : (reach[axis][Number(way > 0)] - path[axis][k - 1]) / way;
  });
  return Number.isFinite(parts[0] + parts[1] + parts[2]) ? Math.min(1, ...parts) : 0;
}
