// Contour levels of a ground that is computed here, and heights on their scale: as scenes/levels.py has them, for the
// same losses, which a test compares. A handout has no heights, and computes all of them.

const INTERVALS = 14;
const FLOOR_QUANTILE = 0.006; // the part of the map within the first ring around a minimum

/**
 * Chooses the losses at which contours are drawn.
 * @param {ArrayLike<number>} losses on a grid; those that are not finite are left out
 * @param {number|null} lowest the lowest loss of the surface, where it is known @returns {number[]} increasing, at least 2
 */
export function chooseLevels(losses, lowest) {
  const sorted = Float64Array.from(losses).filter(Number.isFinite).sort();
  if (sorted.length === 0) return [0, 1];
  const levels = lowest === null ? byQuantile(sorted) : byLogarithm(sorted, lowest);
  const distinct = [...new Set(levels)].sort((a, b) => a - b);
  return distinct.length < 2 ? [sorted[0] - 0.5, sorted[sorted.length - 1] + 0.5] : distinct;
}

/** The height of a loss on the scale of the levels. @param {number[]} levels @param {number} loss */
export function heightOn(levels, loss) {
  const next = levels.findIndex((level) => level > loss);
  if (next === 0) return 0;
  if (next < 0) return Number.isNaN(loss) ? NaN : levels.length - 1;
  return next - 1 + (loss - levels[next - 1]) / (levels[next] - levels[next - 1]);
}

/** @param {Float64Array} sorted */
const byQuantile = (sorted) => Array.from({ length: INTERVALS + 1 }, (_, k) => quantile(sorted, k / INTERVALS));

/** @param {Float64Array} sorted @param {number} lowest */
function byLogarithm(sorted, lowest) {
  const excess = sorted.map((loss) => Math.max(loss - lowest, 0));
  const [first, last] = [quantile(excess, FLOOR_QUANTILE), excess[excess.length - 1]];
  if (!(first > 0 && first < last)) return byQuantile(sorted);
  const above = Array.from({ length: INTERVALS }, (_, k) => first * (last / first) ** (k / (INTERVALS - 1)));
  return [0, ...above].map((each) => lowest + each);
}

/** @param {Float64Array} sorted @param {number} part between 0 and 1 */
function quantile(sorted, part) {
  const place = part * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}
