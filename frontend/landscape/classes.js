// What the cells of a layer can be, each with its words and its colour: how paths end, or how the surface is curved.

import { significant } from "../dom/format.js";

/**
 * @typedef {Pick<import("../host/theme.js").Theme, "dark">} Theme
 * @typedef {{key: string, words: string, isMinimum: boolean, hasArrived: boolean}} Kind a way to end, as the kernels know it
 *
 * @typedef {Object} Class
 * @property {string} words @property {string} color #rrggbb @property {string} [stripe] a second colour, in stripes
 * @property {string} [group] the words under which a legend counts it together with others
 */

/** Calm colours that paths stand out on, and that stay apart for the colour-blind: they differ in lightness or in blue and yellow. */
const COLORS = {
  light: {
    minima: ["#9cc4e6", "#f3cb8e", "#a3dcc4", "#d8bbe4", "#eee59a", "#efb4ae"],
    another: "#c9dcae",
    saddle: "#8d97a3",
    maximum: "#a89a86",
    standing: "#bdbdb8",
    moving: ["#e4e4e0", "#cdcdc8"],
    left: "#fafaf8",
    diverged: "#4b535e",
    undefined: "#f0d9e6",
  },
  dark: {
    minima: ["#215586", "#86601f", "#176b54", "#644080", "#74701c", "#86394a"],
    another: "#4c5f2c",
    saddle: "#8a95a1",
    maximum: "#8d8069",
    standing: "#5d615f",
    moving: ["#2a2e34", "#41464e"],
    left: "#181b1f",
    diverged: "#000000",
    undefined: "#3d2433",
  },
};

const COUNTED_ALONE = 6; // minima that a legend names each

/** How minima are drawn, and what else can become of a path. @param {Theme} theme */
export const colorsOf = ({ dark }) => (dark ? COLORS.dark : COLORS.light);

/** The words of classes, which are the same in every theme. @param {(theme: Theme) => Class[]} classes */
export const wordsOf = (classes) => classes({ dark: false }).map(({ words }) => words);

/** "(−2.81, 3.13)" @param {number[]} point */
export const placed = (point) => `(${point.map((value) => significant(value, 3)).join(", ")})`;

/**
 * Says what the codes of a basin map mean.
 * @param {number[][]} minima that are known @param {Kind[]} kinds of the kernels @param {Theme} theme @returns {Class[]} by code
 */
export function endings(minima, kinds, theme) {
  const colors = colorsOf(theme);
  const isCrowd = minima.length > COUNTED_ALONE;
  const known = minima.map((point, k) => ({
    words: `minimum ${placed(point)}`,
    color: colors.minima[isCrowd && k > 0 ? 1 + (k % (colors.minima.length - 1)) : k % colors.minima.length],
    ...(isCrowd && k > 0 && { group: "other minima" }),
  }));
  const another = minima.length === 0
    ? { words: "minimum", color: colors.minima[0] }
    : { words: "another minimum", color: colors.another };
  return [...known, another, ...kinds.filter(({ isMinimum }) => !isMinimum).map((kind) => otherwise(kind, colors))];
}

/** @param {Kind} kind @param {typeof COLORS["light"]} colors @returns {Class} */
function otherwise({ key, words }, colors) {
  /** @type {Object<string, Omit<Class, "words">>} */
  const look = {
    saddle: { color: colors.saddle },
    maximum: { color: colors.maximum },
    standing: { color: colors.standing },
    moving: { color: colors.moving[0], stripe: colors.moving[1] },
    "left-the-map": { color: colors.left },
    diverging: { color: colors.diverged, group: "diverged" },
    diverged: { color: colors.diverged },
    "left-the-domain": { color: colors.undefined },
  };
  return { words, ...look[key] };
}

/** How two contenders compare at a start. @param {string[]} labels theirs @param {Theme} theme @returns {Class[]} by code of `differences` */
export function comparisons([one, other], theme) {
  const colors = colorsOf(theme);
  return [
    { words: "both end alike", color: colors.moving[0] },
    { words: `only ${one} reaches one`, color: colors.minima[0] },
    { words: `only ${other} reaches one`, color: colors.minima[1] },
    { words: "a different one each", color: colors.minima[3] },
    { words: "neither, in two ways", color: colors.diverged },
  ];
}

/**
 * Compares how two contenders end, cell by cell.
 * @param {Uint8Array} one codes of a basin map @param {Uint8Array} other @param {number} minima how many codes are minima
 * @returns {Uint8Array} codes of `comparisons`
 */
export function differences(one, other, minima) {
  return one.map((code, cell) => {
    const [isMinimum, isOther] = [code < minima, other[cell] < minima];
    if (code === other[cell]) return 0;
    if (isMinimum !== isOther) return isMinimum ? 1 : 2;
    return isMinimum ? 3 : 4;
  });
}

const CURVED = {
  light: ["#b0568f", "#e3b9d3", "#bcd9cf", "#4f9c82"],
  dark: ["#b85f98", "#5f3350", "#1f4a3f", "#3f9a7d"],
};
const STRETCHED = {
  light: ["#f4f0dc", "#f0cf8f", "#d98e52", "#9c4a2c"],
  dark: ["#26231a", "#5b4420", "#9a5c2a", "#e0935c"],
};

/**
 * Classes of the smaller eigenvalue of the Hessian, by its sign and size.
 * @param {number} scale what divides small from large @param {Theme} theme @returns {Class[]} by code of `curvatureCodes`
 */
export function curvatures(scale, { dark }) {
  const size = significant(scale);
  const words = [`λ < −${size}`, `−${size} to 0`, `0 to ${size}`, `λ > ${size}`];
  const colors = dark ? CURVED.dark : CURVED.light;
  return words.map((each, k) => ({ words: each, color: colors[k] }));
}

/** Classes of the condition number of the Hessian. @param {Theme} theme @returns {Class[]} by code of `conditionCodes` */
export function conditions({ dark }) {
  const words = ["κ < 10", "10 to 100", "100 to 1000", "κ > 1000"];
  const colors = dark ? STRETCHED.dark : STRETCHED.light;
  return words.map((each, k) => ({ words: each, color: colors[k] }));
}

/** A power of ten that divides numbers into small and large ones. @param {Float64Array} numbers @returns {number} */
export function scaleOf(numbers) {
  const sizes = numbers.map(Math.abs).filter((size) => Number.isFinite(size) && size > 0).sort();
  return sizes.length === 0 ? 1 : 10 ** Math.round(Math.log10(sizes[Math.floor(sizes.length / 2)]));
}

/** @param {Float64Array} low the smaller eigenvalues @param {number} scale @returns {Uint8Array} */
export const curvatureCodes = (low, scale) =>
  Uint8Array.from(low, (each) => (each < 0 ? (each < -scale ? 0 : 1) : each < scale ? 2 : 3));

/** Condition numbers of Hessians. @param {Float64Array} low the smaller eigenvalues @param {Float64Array} high */
export const conditionNumbers = (low, high) =>
  low.map((each, k) => {
    const [small, large] = [Math.abs(each), Math.abs(high[k])].sort((a, b) => a - b);
    return large / small;
  });

/** @param {Float64Array} numbers of `conditionNumbers` @returns {Uint8Array} */
export const conditionCodes = (numbers) =>
  Uint8Array.from(numbers, (each) => each < 10 ? 0 : each < 100 ? 1 : each < 1000 ? 2 : 3);

/**
 * Counts the cells of each class, those of a group together.
 * @param {Class[]} classes @param {Uint8Array} codes @returns {{words: string, color: string, stripe?: string, share: number}[]} those
 *   that occur, in the order of the codes
 */
export function sharesOf(classes, codes) {
  const counts = new Array(classes.length).fill(0);
  for (const code of codes) counts[code] += 1;
  /** @type {Map<string, {words: string, color: string, stripe?: string, share: number}>} */
  const found = new Map();
  for (const [code, { words, group, color, stripe }] of classes.entries()) {
    if (counts[code] === 0) continue;
    const name = group ?? words;
    const before = found.get(name);
    const share = counts[code] / codes.length + (before?.share ?? 0);
    found.set(
      name,
      before ? { ...before, stripe: before.stripe ?? color, share } : { words: name, color, stripe, share },
    );
  }
  return [...found.values()];
}
