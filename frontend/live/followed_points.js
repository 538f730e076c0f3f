// The critical points of a surface that a hand changes: those of before, followed by Newton's method. What is lost on the
// way, the server alone knows.

import { iterated } from "./newton.js";
import { eigenvalues } from "../data/eigenvalues.js";

const SAME = 1e-3; // as a part of the window's diagonal: nearer points are one
const EQUAL = 1e-9; // a difference of losses below which both are the lowest

/**
 * @typedef {import("../data/picture.js").CriticalPoint} CriticalPoint
 * @typedef {import("../data/picture.js").SurfaceFacts} SurfaceFacts
 */

/**
 * Follows the critical points of a surface to where they are on another.
 * @param {Pick<SurfaceFacts, "critical_points"|"lowest"|"window">} before
 * @param {import("./newton.js").AskKernels} ask of the surface as it is now
 * @returns {Pick<SurfaceFacts, "critical_points"|"lowest">} the lowest loss is that of the minima, null where one is lost;
 *   where it is not that of a minimum, it stays
 */
export function followedPoints({ critical_points: points, lowest, window: [[left, right], [bottom, top]] }, ask) {
  if (points.length === 0) return { critical_points: [], lowest };
  const coordinates = (/** @type {0|1} */ k) => Float64Array.from(points, ({ point }) => point[k]);
  const diagonal = Math.hypot(right - left, top - bottom);
  const ends = iterated({ x: coordinates(0), y: coordinates(1) }, ask, diagonal);
  const found = (ends ? pointsAt(ends, ask) : []).filter(({ point, kind }, k, all) => {
    const isNew = all.findIndex((other) => apart(other.point, point) < SAME * diagonal) === k;
    return isNew && kind === kindOf(points[k].eigenvalues);
  });
  const minima = found.filter(({ kind }) => kind === "minimum");
  const isKnown = points.some(({ kind }) => kind === "global minimum");
  const areAll = minima.length === points.filter(({ kind }) => kind.endsWith("minimum")).length;
  const least = Math.min(...minima.map(({ value }) => value));
  const named = found.map((each) => each.kind === "minimum" ? { ...each, kind: globalOrLocal(each, least) } : each);
  return { critical_points: named, lowest: !isKnown ? lowest : areAll ? least : null };
}

/** Describes the places as critical points. @param {import("./newton.js").Places} places @param {import("./newton.js").AskKernels} ask @returns {CriticalPoint[]} */
function pointsAt({ x, y }, ask) {
  const hessians = ask("hessians", { x, y });
  const { low, high } = eigenvalues(hessians);
  return Array.from(ask("values", { x, y }), (value, k) => ({
    kind: kindOf([low[k], high[k]]),
    point: [x[k], y[k]],
    value,
    eigenvalues: [low[k], high[k]],
    angle: (Math.atan2(2 * hessians.xy[k], hessians.xx[k] - hessians.yy[k]) + Math.PI) / 2,
  }));
}

/** @param {number[]} eigenvalues smaller first */
const kindOf = ([low, high]) => (low > 0 ? "minimum" : high < 0 ? "maximum" : "saddle");

/** @param {CriticalPoint} minimum @param {number} least the lowest loss of all */
const globalOrLocal = ({ value }, least) =>
  value - least <= EQUAL * (1 + Math.abs(least)) ? "global minimum" : "local minimum";

/** @param {number[]} point @param {number[]} other */
const apart = ([x, y], [u, v]) => Math.hypot(x - u, y - v);
