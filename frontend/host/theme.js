// The page's light or dark theme, read from Streamlit's CSS variables, and an observer of its changes.

import { element } from "../dom/elements.js";

/**
 * @typedef {Object} Theme
 * @property {boolean} dark
 * @property {string} text @property {string} background @property {string} quiet axis lines and ticks
 * @property {string} font @property {number} size base size of plot text, in px
 * @property {string} casing below lines and around heads @property {string} ring around starts
 * @property {string} mark critical points
 * @property {string[]} heights colours of the surface from low to high @property {string} contour on the map
 * @property {string[]} relief the same, deeper, because light lies on it @property {string} level level lines of the relief @property {string} box its walls
 * @property {string} grid the lines on them, opaque because WebGL draws no others well
 */

// One hue and few steps of lightness, so that eight colours and their casing stand out on any of them.
const LIGHT = {
  heights: ["#8fb5d3", "#b9d1e3", "#dce8ef", "#f8f8f4"],
  contour: "rgba(50, 80, 110, 0.42)",
  relief: ["#1d5c99", "#4d90c4", "#9cc6e2", "#d6e6f1"],
  level: "#173f6b",
  box: "#f3f5f7",
  grid: "#dfe4e9",
  mark: "#3a4653",
  quiet: "rgba(30, 45, 60, 0.16)",
};
const DARK = {
  heights: ["#0d1b2a", "#1b3046", "#2c4862", "#436582"],
  contour: "rgba(170, 200, 225, 0.34)",
  relief: ["#12304e", "#1f4f7a", "#3a78a8", "#76add3"],
  level: "#c3e2f6",
  box: "#14191f",
  grid: "#2c343d",
  mark: "#e3ebf2",
  quiet: "rgba(230, 238, 245, 0.22)",
};

const SCREEN_TYPE = 16; // px: the type that lines and symbols are sized for

/** How many times as large as on the screen lines and symbols are: they grow with the type. @param {Theme} theme */
export const typeScale = ({ size }) => size / SCREEN_TYPE;

/** Reads the theme that an element is shown in. @param {HTMLElement} root @returns {Theme} */
export function readTheme(root) {
  const style = getComputedStyle(root);
  const forced = globalThis.matchMedia?.("(forced-colors: active)").matches ?? false;
  const own = opaque(style.getPropertyValue("--downhill-background").trim()) || "rgb(255, 255, 255)";
  const background = forced ? css(rgb(root, "Canvas")) : own;
  const dark = lightness(rgb(root, background)) < 0.5;
  return {
    dark,
    background,
    text: forced ? css(rgb(root, "CanvasText")) : style.color,
    font: style.fontFamily,
    size: Math.min(22, Math.max(13, parseFloat(style.fontSize) * 0.95)),
    casing: style.getPropertyValue("--downhill-casing").trim(),
    ring: style.getPropertyValue("--downhill-ring").trim(),
    ...(dark ? DARK : LIGHT),
    ...(forced && { quiet: css(rgb(root, "CanvasText")).replace(")", ", 0.35)") }),
  };
}

const COMMON = "Helvetica, Arial, 'Liberation Sans', 'DejaVu Sans', sans-serif";

/**
 * Makes a theme for stills, independent of the page.
 * @param {boolean} dark @param {number} size px @param {Theme} page whose colours of paths are kept
 * @param {string} [font] that an image can have; otherwise one that most systems have
 * @returns {Theme}
 */
export function themeOf(dark, size, { casing, ring }, font = COMMON) {
  return {
    dark,
    size,
    background: dark ? "#0e1013" : "#ffffff",
    text: dark ? "#f2f3f5" : "#17191c",
    font,
    casing,
    ring,
    ...(dark ? DARK : LIGHT),
  };
}

/**
 * Calls back when a colour of the theme or the size of its text has changed. Whatever changed it (a variable, a class, a
 * style sheet), a transition of an invisible element ends; no polling, and no knowledge of how the host does it.
 * @param {HTMLElement} root @param {() => void} changed @returns {() => void} stops watching
 */
export function watchTheme(root, changed) {
  const probe = element("div", { class: "downhill-theme-probe", "aria-hidden": "true" });
  root.append(probe);
  let frame = 0; // in which a change is reported: several variables change at once
  const soon = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(changed);
  };
  probe.addEventListener("transitionend", soon);
  return () => {
    cancelAnimationFrame(frame);
    probe.removeEventListener("transitionend", soon);
    probe.remove();
  };
}

const opaque = (color) => (color === "transparent" ? "" : color);

/** Any CSS colour as [r, g, b] of 0…255, computed by the browser. @returns {number[]} */
function rgb(root, color) {
  const probe = element("span", { style: "display: none; forced-color-adjust: none" });
  probe.style.color = color;
  root.append(probe);
  const numbers = getComputedStyle(probe).color.match(/[\d.]+/g) ?? ["255", "255", "255"];
  probe.remove();
  return numbers.slice(0, 3).map(Number);
}

/** @param {number[]} color of 0…255 */
const css = ([r, g, b]) => `rgb(${r}, ${g}, ${b})`;

/** The relative luminance of a colour, roughly. @param {number[]} color of 0…255 @returns {number} 0 to 1 */
const lightness = ([r, g, b]) => (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
