// The basins of Newton's method: which critical point its iteration reaches from every place. It looks for a zero of the
// gradient and does not care of which kind, so that saddles and maxima attract it as minima do.

import { placed } from "./classes.js";

const SAME = 1e-3; // as far from a critical point, as a part of the diagonal, it is that point

/** With more critical points than these, colours tell their kinds. */
const MOST_NAMED = 16;

/** The kinds of critical points, each with its words in the plural. */
const KINDS = {
  "global minimum": "global minima",
  "local minimum": "local minima",
  saddle: "saddles",
  maximum: "maxima",
};

/**
 * @typedef {import("../data/picture.js").CriticalPoint} CriticalPoint
 * @typedef {import("../live/newton.js").Places} Places
 */

/**
 * Names what the iteration has come to: one of the known points, another one, or none.
 * @param {Places & {steps: Float32Array}} ends @param {CriticalPoint[]} points @param {number} diagonal of the window
 * @returns {Uint8Array} codes of `reached`
 */
export function codesOf({ x, y, steps }, points, diagonal) {
  const codeOf = points.length > MOST_NAMED
    ? points.map(({ kind }) => Object.keys(KINDS).indexOf(kind))
    : points.map((_, k) => k);
  const another = points.length > MOST_NAMED ? Object.keys(KINDS).length : points.length;
  return Uint8Array.from(x, (_, cell) => {
    if (Number.isNaN(steps[cell])) return another + 1;
    const near = points.findIndex(({ point: [u, v] }) => Math.hypot(x[cell] - u, y[cell] - v) < SAME * diagonal);
    return near < 0 ? another : codeOf[near];
  });
}

/**
 * Says what the codes mean: minima have colours of their own, saddles and maxima stripes.
 * @param {CriticalPoint[]} points @param {{minima: string[], saddle: string, maximum: string, another: string, diverged: string}} colors
 * @returns {import("./classes.js").Class[]} by code
 */
export function reached(points, colors) {
  const rest = [
    { words: points.length > 0 ? "another point" : "a critical point", color: colors.another },
    { words: "no point", color: colors.diverged },
  ];
  if (points.length > MOST_NAMED) {
    const [lowest, local] = colors.minima;
    const looks = [lowest, local, colors.saddle, colors.maximum];
    return [...Object.values(KINDS).map((words, k) => ({ words, color: looks[k] })), ...rest];
  }
  const counts = new Map();
  const known = points.map(({ kind, point }) => {
    const name = kind.replace(/^(global|local) /, "");
    const before = counts.get(name) ?? 0;
    counts.set(name, before + 1);
    const own = colors.minima[before % colors.minima.length];
    const words = `${name} ${placed(point)}`;
    return name === "minimum" ? { words, color: own } : { words, color: colors[name], stripe: own };
  });
  return [...known, ...rest];
}
