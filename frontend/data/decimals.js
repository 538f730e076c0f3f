// Decimal numbers as they come from decimals.py: what stands on the page is exactly what Python rounded.

const EXPONENTS = 2048;
const BIAS = 1024;
const SPECIAL = { 0: 0, 1: Infinity, 2: -Infinity, 3: NaN };

/** @param {Int32Array} codes @returns {Float64Array} the doubles nearest to the decimal numbers */
export function toNumbers(codes) {
  return Float64Array.from(codes, (code) => {
    const mantissa = Math.floor(code / EXPONENTS);
    const exponent = code - mantissa * EXPONENTS - BIAS;
    return mantissa === 0 ? SPECIAL[exponent] : Number(`${mantissa}e${exponent}`);
  });
}
