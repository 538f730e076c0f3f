// The eight marker shapes, distinguishable without colour.

import { drawing } from "./elements.js";

const OUTLINES = [
  "M-6,0A6,6 0 1 1 6,0A6,6 0 1 1 -6,0Z", // circle
  "M-5.4,-5.4H5.4V5.4H-5.4Z", // square
  "M0,-7.5L7.5,0L0,7.5L-7.5,0Z", // diamond
  "M0,-7L6.8,5.2H-6.8Z", // triangle
  "M-2.3,-6.8H2.3V-2.3H6.8V2.3H2.3V6.8H-2.3V2.3H-6.8V-2.3H-2.3Z", // plus
  "M0,7L-6.8,-5.2H6.8Z", // triangle downward
  "M0,-7.4L7,-2.3L4.4,6H-4.4L-7,-2.3Z", // pentagon
  "M0,-8L2,-2.7L7.6,-2.5L3.2,1L4.7,6.5L0,3.4L-4.7,6.5L-3.2,1L-7.6,-2.5L-2,-2.7Z", // star
];

const PLOTLY = ["circle", "square", "diamond", "triangle-up", "cross", "triangle-down", "pentagon", "star"];

/** The same outlines as Plotly calls them. @param {number} slot @returns {string} */
export const symbolName = (slot) => PLOTLY[slot % PLOTLY.length];

/** The outline of a slot, centred on 0, within 8 px. @param {number} slot @returns {string} an SVG path */
const outline = (slot) => OUTLINES[slot % OUTLINES.length];

/** The corners of the same outline; a circle has many. @param {number} slot @returns {[number, number][]} */
export function corners(slot) {
  if (slot % OUTLINES.length === 0) return polygon(6, 40);
  let [x, y] = [0, 0];
  return Array.from(outline(slot).matchAll(/([MLHV])(-?[\d.]+)(?:,(-?[\d.]+))?/g), (found) => {
    const [, command, first, second] = found;
    if (command === "H") x = Number(first);
    else if (command === "V") y = Number(first);
    else [x, y] = [Number(first), Number(second)];
    return /** @type {[number, number]} */ ([x, y]);
  });
}

/** A regular polygon around 0. @param {number} radius px @param {number} count @returns {[number, number][]} */
export const polygon = (radius, count) =>
  Array.from({ length: count }, (_, k) => {
    const turn = (2 * Math.PI * k) / count;
    return /** @type {[number, number]} */ ([radius * Math.cos(turn), radius * Math.sin(turn)]);
  });

/** The head of a path. @param {{slot: number, color: string}} contender @returns {SVGElement} 22 × 22 px */
export function headSymbol({ slot, color }) {
  return drawing(
    "svg",
    { class: "downhill-head", width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
    drawing("path", { d: outline(slot), fill: color, class: "downhill-head-shape" }),
  );
}

/** A short piece of the contender's line with its head on it. @returns {SVGElement} 44 × 22 px */
export function swatch({ slot, color, dash }) {
  const pattern = dashPattern(dash).join(" ");
  return drawing(
    "svg",
    { class: "downhill-swatch", width: 44, height: 22, viewBox: "-22 -11 44 22", "aria-hidden": "true" },
    drawing("path", { d: "M-22,0H22", stroke: color, "stroke-width": 3, "stroke-dasharray": pattern || "none" }),
    drawing("path", { d: outline(slot), fill: color, class: "downhill-head-shape" }),
  );
}

/** "6px,3px" as lengths, "solid" as none. @param {string} dash @returns {number[]} pixels of line, gap, line, … */
export function dashPattern(dash) {
  return dash === "solid" ? [] : dash.split(",").map((length) => parseFloat(length));
}
