// The map's background: contours and critical points as Plotly traces.

import { significant } from "../dom/format.js";
import { criticalPointTraces } from "./critical_points.js";
import { axis, layout } from "../dom/plotly.js";
import { typeScale } from "../host/theme.js";

const REACH = 20; // windows around the window within which lines are exact

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {import("./zoom.js").Ranges} Ranges
 */

/**
 * Makes the traces of the map without its paths.
 * @param {Surface} surface @param {Theme} theme @param {boolean} isFilled whether colours show the heights @returns {Trace[]}
 */
export function contourTraces(surface, theme, isFilled) {
  return [contours(surface, theme, isFilled), ...criticalPointTraces(surface, theme)];
}

/**
 * Makes the same for a still, as much larger as its type, and the legend of it.
 * @param {Surface} surface @param {Theme} theme @param {boolean} isFilled as above
 */
export function stillContours(surface, theme, isFilled) {
  const points = criticalPointTraces(surface, theme, typeScale(theme)).filter(({ x }) => x.length > 0);
  return {
    traces: [contours(surface, theme, isFilled), ...points],
    legend: points.map(({ name, marker }) => ({ words: name, marker })),
  };
}

/**
 * Makes the layout that the two graphs of the map share, to the pixel: as large as fits with equal scales on both axes.
 * Plotly's own `scaleanchor` remembers the shape of the surface before, so the shape is worked out here.
 * @param {Theme} theme @param {{width: number, height: number}} size px @param {Ranges} ranges
 * @param {string[]} axes what they are called @returns {import("../paths/panel.js").Layout}
 */
export function mapLayout(theme, size, ranges, [across, up]) {
  const margin = {
    l: Math.round(theme.size * 3.4),
    r: 10,
    t: Math.round(theme.size * 0.75),
    b: Math.round(theme.size * 3.1),
  };
  const [width, height] = [size.width - margin.l - margin.r, size.height - margin.t - margin.b];
  const shape = (span(ranges.x) / span(ranges.y)) * (height / width);
  return layout(theme, size, margin, {
    xaxis: axis(theme, across, {
      range: [...ranges.x],
      domain: centred(Math.min(1, shape)),
      showgrid: false,
      nticks: 9,
    }),
    yaxis: axis(theme, up, {
      range: [...ranges.y],
      domain: upper(Math.min(1, 1 / shape)),
      showgrid: false,
      nticks: 7,
    }),
  });
}

/** Divides width by height. @param {number[][]} window @returns {number} */
export const aspectOf = ([[left, right], [low, high]]) => (right - left) / (high - low);

const span = ([from, to]) => to - from;
const upper = (part) => [1 - part, 1]; // a wide map hangs under its title
const centred = (part) => [(1 - part) / 2, (1 + part) / 2];

/** Gives the part of the plane within which lines are exact. @param {number[][]} window @returns {import("../paths/polyline.js").Box} */
export function reachOf([[x0, x1], [y0, y1]]) {
  const [wide, tall] = [REACH * (x1 - x0), REACH * (y1 - y0)];
  return { u0: x0 - wide, u1: x1 + wide, v0: y0 - tall, v1: y1 + tall };
}

function contours({ x, y, height, levels }, theme, isFilled) {
  const top = levels.length - 1;
  return {
    type: "contour",
    x,
    y,
    z: Array.from(y, (_, row) => height.subarray(row * x.length, (row + 1) * x.length)),
    zmin: 0,
    zmax: top,
    autocontour: false,
    contours: { start: 1, end: Math.max(1, top - 1), size: 1, coloring: isFilled ? "fill" : "none", showlines: true },
    line: { width: 0.8, color: theme.contour, smoothing: 0 },
    colorscale: theme.heights.map((color, k) => [k / (theme.heights.length - 1), color]),
    showscale: false,
    hoverinfo: "skip",
  };
}

/**
 * Says the true loss at the node of the grid nearest to a point, with the node's own place.
 * @param {Pick<Surface, "x"|"y"|"z"|"axes">} surface @param {number[]} point @returns {string}
 */
export function nearestNode({ x, y, z, axes }, [px, py]) {
  const [column, row] = [nearest(x, px), nearest(y, py)];
  const loss = z[row * x.length + column];
  return `loss ${significant(loss)} at ${axes[0]} ${significant(x[column])}, ${axes[1]} ${significant(y[row])}`;
}

const nearest = (nodes, value) => {
  const last = nodes.length - 1;
  return Math.max(0, Math.min(last, Math.round(((value - nodes[0]) / (nodes[last] - nodes[0])) * last)));
};
