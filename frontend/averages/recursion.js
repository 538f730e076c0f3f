// The exponentially weighted average, as optimizers/averages.py computes it: a test compares their bits.

/**
 * Averages from v₀ = 0: v_t = β v_{t−1} + (1 − β) θ_t.
 * @param {Float64Array} values @param {number} beta in [0, 1) @returns {Float64Array} v₁ … v_T
 */
export function weightedAverage(values, beta) {
  const averages = new Float64Array(values.length);
  const share = 1 - beta;
  let average = 0;
  for (let t = 0; t < values.length; t += 1) {
    average = beta * average + share * values[t];
    averages[t] = average;
  }
  return averages;
}

/**
 * Corrects the bias: divides each average by 1 − β^t, the sum of its weights.
 * @param {Float64Array} averages v₁ … v_T @param {number} beta @returns {Float64Array}
 */
export const biasCorrected = (averages, beta) => averages.map((average, t) => average / (1 - beta ** (t + 1)));

/** The weight of the value so many days back. @param {number} beta @param {number} back 0 is the newest */
export const weightOf = (beta, back) => (1 - beta) * beta ** back;

const FAINTEST = 1e-3; // of the newest weight: fainter ones are not shown

/**
 * How many days back a weight can be seen, the newest included.
 * @param {number} beta @param {number} [faintest] of the newest weight @returns {number}
 */
export function reachOf(beta, faintest = FAINTEST) {
  return beta === 0 ? 1 : Math.ceil(Math.log(faintest) / Math.log(beta));
}
