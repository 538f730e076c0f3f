// Numbers and text, formatted for the reader.

const MINUS = "\u2212";

const DIGITS = 4; // of numbers that are read, as in parameters.py
const NO_BREAK = "\u00a0";
const RAISED = { "-": "\u207b", ...Object.fromEntries([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].entries()) };

/**
 * A number to so many digits, as format_number in parameters.py writes it: "0.1", "3.5 · 10⁻⁵", "10⁻⁸".
 * @param {number} value @param {number} [digits] significant digits @returns {string}
 */
export function significant(value, digits = DIGITS) {
  if (Number.isNaN(value)) return "not a number";
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : `${MINUS}\u221e`;
  if (value === 0) return "0";
  const [mantissa, exponent] = rounded(value, digits).split("e");
  const size = Number(exponent);
  const text = size < -3 || size >= digits
    ? withPower(trimZeros(mantissa), size)
    : trimZeros(Number(`${mantissa}e${exponent}`).toFixed(digits - 1 - size));
  return text.replaceAll("-", MINUS);
}

/**
 * A declared value as `Number.written` in parameters.py has it: on a complement scale its digits are those of the distance
 * to 1, so that 0.99999 is not 1.
 * @param {number} value @param {string} [scale] @returns {string}
 */
export function written(value, scale) {
  const isNear = scale === "complement" && value > 0.9 && value < 1;
  return significant(value, isNear ? DIGITS - Math.floor(Math.log10(1 - value)) - 1 : DIGITS);
}

/** @param {string} mantissa @param {number} exponent */
function withPower(mantissa, exponent) {
  const power = `10${raised(exponent)}`;
  if (mantissa === "1") return power;
  return mantissa === "-1" ? `-${power}` : `${mantissa}${NO_BREAK}·${NO_BREAK}${power}`;
}

/** A whole number as an exponent: "⁻¹²". @param {number} exponent */
export const raised = (exponent) => Array.from(String(exponent), (digit) => RAISED[digit]).join("");

/** A whole number, not negative, as an index: "₁₂". @param {number} index */
export const lowered = (index) => Array.from(String(index), (digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)]).join("");

const WRITTEN = /^([\u2212-]?)(?:([\d.]+(?:e[+-]?\d+)?)(?:\s·\s)?)?(?:10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+))?$/;

/** Reads what `significant` writes, or a slider of Streamlit's; NaN for anything else. @param {string} text @returns {number} */
export function readSignificant(text) {
  const [whole, sign, mantissa, raised] = WRITTEN.exec(text.trim()) ?? [];
  if (!whole) return NaN;
  const power = Array.from(raised ?? "", (digit) => Object.keys(RAISED).find((key) => RAISED[key] === digit)).join("");
  return Number(`${sign ? "-" : ""}${mantissa ?? "1"}${power && `e${power}`}`);
}

/** "1.235e+4": halves go to the even digit, as in Python, where JavaScript would round them up. */
function rounded(value, digits) {
  const text = value.toExponential(digits - 1);
  if (!value.toExponential(digits).includes("5e")) return text; // nearly always, and much quicker to know
  const exact = value.toExponential(60).replace(/e.*/, "");
  const cut = exact.replace("-", "").replace(".", "");
  const half = /^50*$/.test(cut.slice(digits)) && Number(cut[digits - 1]) % 2 === 0;
  if (!half) return text;
  const kept = cut.slice(0, digits);
  const sign = value < 0 ? "-" : "";
  return `${sign}${kept[0]}${kept.length > 1 ? "." : ""}${kept.slice(1)}e${value.toExponential().split("e")[1]}`;
}

/**
 * Rounds a number to the digits that a pixel can resolve.
 * @param {number} value @param {number} pixel width of a pixel, in the unit of the value @returns {number}
 */
export function toPixel(value, pixel) {
  const decimals = Math.min(12, Math.max(0, Math.ceil(-Math.log10(pixel))));
  const rounded = Number(value.toFixed(decimals));
  return rounded === 0 ? 0 : rounded; // never −0
}

/** Escapes text for Plotly, which reads a few HTML tags in labels. @param {string} text @returns {string} */
export function plain(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const trimZeros = (text) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
