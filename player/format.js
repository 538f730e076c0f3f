// Numbers and words as a reader sees them.

const MINUS = "\u2212";

/**
 * A number in few digits: plain where that is short, else with a power of ten.
 * @param {number} value @param {number} [digits] significant digits @returns {string}
 */
export function significant(value, digits = 4) {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : `${MINUS}\u221e`;
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return withMinus(trimZeros(value.toPrecision(Math.max(digits, integerDigits(size)))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return withMinus(`${trimZeros(mantissa)}e${Number(exponent)}`);
}

/**
 * The number with no more digits than a pixel can tell apart.
 * @param {number} value @param {number} pixel width of a pixel, in the unit of the value @returns {number}
 */
export function toPixel(value, pixel) {
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(pixel))));
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded; // never −0
}

/** Text that Plotly takes as text: it reads a few HTML tags in labels. @param {string} text @returns {string} */
export function plain(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const integerDigits = (size) => Math.floor(Math.log10(size)) + 1;
const trimZeros = (text) => (text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text);
const withMinus = (text) => text.replaceAll("-", MINUS);
