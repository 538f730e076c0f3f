// The eigenvalues of Hessians.

/**
 * Gives the eigenvalues of Hessians, the smaller first.
 * @param {{xx: Float64Array, xy: Float64Array, yy: Float64Array}} hessians
 */
export function eigenvalues({ xx, xy, yy }) {
  const low = xx.map((each, k) => (each + yy[k]) / 2 - Math.hypot((each - yy[k]) / 2, xy[k]));
  const high = xx.map((each, k) => (each + yy[k]) / 2 + Math.hypot((each - yy[k]) / 2, xy[k]));
  return { low, high };
}
