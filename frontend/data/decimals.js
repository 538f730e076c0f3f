// Decodes scenes/decimals.py, so that displayed numbers match Python's rounding.

const EXPONENTS = 2048;
const BIAS = 1024;
/** What a mantissa of 0 means, by its exponent. */
const SPECIAL = [0, Infinity, -Infinity, NaN];

/** The doubles nearest to decimal numbers. @param {Int32Array} codes @returns {Float64Array} */
export function toNumbers(codes) {
  return Float64Array.from(codes, (code) => {
    const mantissa = Math.floor(code / EXPONENTS);
    const exponent = code - mantissa * EXPONENTS - BIAS;
    return mantissa === 0 ? SPECIAL[exponent] : Number(`${mantissa}e${exponent}`);
  });
}
