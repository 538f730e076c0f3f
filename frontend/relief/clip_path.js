// A path in the space of the relief: exact around the map, and cut on its way to what is so far that the single
// precision of WebGL would tear the line.

const FAR = 20; // windows away from the map

/**
 * The path up to a step, a vertex for each, and its last point. What is out of reach is a gap, whose first vertex is where
 * the way there ends, so that who leaves is seen to leave.
 * @param {import("../data/picture.js").Run} run @param {number} step @param {import("../data/picture.js").Surface} surface
 * @param {import("./height_scale.js").HeightScale} scale
 * @returns {{line: Place, head: Place}} with null for what is not drawn
 * @typedef {{x: (number|null)[], y: (number|null)[], z: (number|null)[]}} Place
 */
export function placed(run, step, { window }, { toHeight, bottom, top }) {
  const count = Math.min(step + 1, run.x.length);
  const path = { x: run.x, y: run.y, z: Float64Array.from(run.values.subarray(0, count), toHeight) };
  const reach = { x: around(window[0]), y: around(window[1]), z: around([bottom, top]) };
  const line = { x: [], y: [], z: [] };
  const near = (k) => AXES.every((axis) => path[axis][k] >= reach[axis][0] && path[axis][k] <= reach[axis][1]);
  let before = false; // whether the last vertex was within reach
  let here = near(0);
  for (let k = 0; k < count; k += 1) {
    const next = k + 1 < count && near(k + 1);
    const part = here ? 1 : before && !next ? partOfWay(path, reach, k) : 0;
    for (const axis of AXES) line[axis].push(part > 0 ? between(path[axis], k, part) : null);
    [before, here] = [here, next];
  }
  const ends = near(count - 1);
  return { line, head: Object.fromEntries(AXES.map((axis) => [axis, [ends ? path[axis][count - 1] : null]])) };
}

const AXES = ["x", "y", "z"];

const around = ([from, to]) => [from - FAR * (to - from), to + FAR * (to - from)];

const between = (values, k, part) => (part === 1 ? values[k] : values[k - 1] + part * (values[k] - values[k - 1]));

/** How much of the way from the point before, which is within reach, to the k-th one is; 0 where that has no place. */
function partOfWay(path, reach, k) {
  const parts = AXES.map((axis) => {
    const way = path[axis][k] - path[axis][k - 1];
    return way === 0 ? 1 : (reach[axis][Number(way > 0)] - path[axis][k - 1]) / way;
  });
  return Number.isFinite(parts[0] + parts[1] + parts[2]) ? Math.min(1, ...parts) : 0;
}
