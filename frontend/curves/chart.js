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
 * Cuts a curve where its numbers would break what draws it, and where the axis ends.
 * @param {Float64Array} values one for each step @param {Scale} scale @param {Float64Array} across where each is on the axis
 * @param {number} [end] of the axis @returns {import("../paths/polyline.js").Polyline}
 */
export function curveOf(values, scale, across, end = Infinity) {
  const [low, high] = scale.range;
  const tall = REACH * (high - low);
  const box = { u0: -1, u1: Math.min(end, across.at(-1) + 1), v0: low - tall, v1: high + tall };
  return cutAt(across, values.map(scale.toAxis), box);
}

/**
 * The horizontal axis.
 * @typedef {Object} Across
 * @property {string} title @property {number} end
 * @property {boolean} whole whether it counts what is whole @property {number|null} marks how far apart lines are that mark it
 */

/**
 * Makes the layout of the graph.
 * @param {Theme} theme @param {{width: number, height: number}} size px @param {Scale} scale @param {Across} across
 * @returns {Layout}
 */
export function chartLayout(theme, size, scale, across) {
  const low = size.height < LOW;
  const margin = {
    l: Math.round(theme.size * 4),
    r: 14,
    t: Math.round(theme.size * 0.75),
    b: Math.round(theme.size * (low ? 1.8 : 3.1)),
  };
  return layout(theme, size, margin, {
    dragmode: false,
    shapes: markLines(theme, across),
    xaxis: axis(theme, low ? "" : across.title, { ...acrossAxis(across), fixedrange: true }),
    yaxis: axis(theme, "", {
      ...valueAxis(scale),
      fixedrange: true,
      ...valueTicks(scale, low ? 4 : 7),
    }),
  });
}

/** Makes the horizontal axis without its title. @param {Across} across @returns {Layout} */
export function acrossAxis({ end, whole }) {
  const least = whole ? 1 : 0;
  const pad = Math.max(0.3 * least, 0.022 * end);
  const ticks = whole && end <= 8 ? { dtick: 1, tick0: 0 } : { nticks: 8 };
  return { range: [-pad, Math.max(least, end) + pad], showgrid: false, ...ticks };
}

/**
 * Makes the lines that mark the axis, shapes of Plotly's from the bottom to the top of the plot area.
 * @param {Theme} theme @param {Across} across @returns {Object[]}
 */
export function markLines({ quiet }, { end, marks }) {
  if (marks === null) return [];
  const line = { color: quiet, width: 1, dash: "dot" };
  return Array.from({ length: Math.floor(end / marks) }, (_, k) => {
    const at = (k + 1) * marks;
    return { type: "line", x0: at, x1: at, y0: 0, y1: 1, yref: "y domain", line, layer: "below" };
  });
}

/** Makes the vertical axis without its ticks. @param {Scale} scale @returns {Layout} */
export const valueAxis = ({ log, range }) => ({ type: log ? "log" : "linear", range: [...range] });

/**
 * Chooses the ticks of the vertical axis: on a logarithmic one, powers of ten alone. They are written by us: Plotly writes
 * powers larger than other numbers, and in another way than the page.
 * @param {Scale} scale @param {number} count about as many @returns {Layout}
 */
export function valueTicks({ log, range: [low, high], unit }, count) {
  if (!log) return written(multiples(low / unit, high / unit, count), unit);
  const step = Math.max(1, Math.ceil((high - low) / count));
  const powers = [];
  for (let power = step * Math.ceil(low / step); power <= high; power += step) powers.push(10 ** power);
  return written(powers, 1);
}

/** @param {number[]} ticks in units @param {number} unit @returns {Layout} */
const written = (ticks, unit) => (
  { tickmode: "array", tickvals: ticks.map((tick) => tick * unit), ticktext: ticks.map((tick) => significant(tick)) }
);

const STEPS = [1, 2, 5, 10]; // in each power of ten

/** The multiples of a step that is easy to count in: about so many. */
function multiples(low, high, count) {
  const least = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * STEPS.find((each) => each * power >= least * 0.999);
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  // A number of the digits that the step has: multiples of 0.1 are not all exact.
  return Array.from({ length: last - first + 1 }, (_, k) => Number(((first + k) * step).toPrecision(12)));
}
