// The chart of the curves: its axes with their ticks, and the part of a curve that can be drawn.

import { cutAt } from "../paths/polyline.js";
import { significant } from "../dom/format.js";
import { axis, layout } from "../dom/plotly.js";

export const LOW = 230; // px of height below which there is no room for a title below the ticks
const REACH = 20; // heights of the axis above and below it within which curves are exact

/**
 * @typedef {import("./scale.js").Scale} Scale
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Layout} Layout
 */

/**
 * Cuts a curve where its numbers would break what draws it.
 * @param {Float64Array} values one for each step @param {Scale} scale @param {number} steps on the axis
 * @returns {import("../paths/polyline.js").Polyline}
 */
export function curveOf(values, scale, steps) {
  const [low, high] = scale.range;
  const tall = REACH * (high - low);
  const box = { u0: -1, u1: Math.max(steps, values.length) + 1, v0: low - tall, v1: high + tall };
  return cutAt(Float64Array.from(values, (_, step) => step), values.map(scale.toAxis), box);
}

/**
 * Makes the layout of the graph.
 * @param {Theme} theme @param {{width: number, height: number}} size px @param {Scale} scale @param {number} steps
 * @returns {Layout}
 */
export function chartLayout(theme, size, scale, steps) {
  const low = size.height < LOW;
  const margin = {
    l: Math.round(theme.size * 4),
    r: 14,
    t: Math.round(theme.size * 0.75),
    b: Math.round(theme.size * (low ? 1.8 : 3.1)),
  };
  return layout(theme, size, margin, {
    dragmode: false,
    xaxis: axis(theme, low ? "" : "step", { ...stepAxis(steps), fixedrange: true }),
    yaxis: axis(theme, "", {
      ...valueAxis(scale),
      fixedrange: true,
      ...valueTicks(scale, low ? 4 : 7),
    }),
  });
}

/** Makes the horizontal axis; steps are whole. @param {number} steps @returns {Layout} */
export function stepAxis(steps) {
  const pad = Math.max(0.3, 0.022 * steps);
  const ticks = steps <= 8 ? { dtick: 1, tick0: 0 } : { nticks: 8 };
  return { range: [-pad, Math.max(1, steps) + pad], showgrid: false, ...ticks };
}

/** Makes the vertical axis without its ticks. @param {Scale} scale @returns {Layout} */
export const valueAxis = ({ log, range }) => ({ type: log ? "log" : "linear", range: [...range] });

/**
 * Chooses the ticks of the vertical axis: on a logarithmic one, powers of ten alone.
 * @param {Scale} scale @param {number} count about as many @returns {Layout}
 */
export function valueTicks({ log, range: [low, high] }, count) {
  if (!log) return { exponentformat: "power", minexponent: 4, nticks: count };
  const step = Math.max(1, Math.ceil((high - low) / count));
  const powers = [];
  for (let power = step * Math.ceil(low / step); power <= high; power += step) powers.push(10 ** power);
  // Written by us, because Plotly writes powers larger than other numbers.
  return { tickmode: "array", tickvals: powers, ticktext: powers.map((value) => significant(value)) };
}
