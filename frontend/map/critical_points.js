// The critical points on the map: their markers, hover labels, and the key that names the kinds.

import { drawing, element } from "../dom/elements.js";
import { plain, significant } from "../dom/format.js";

const STAR = "M0,-6.5L1.6,-2.2L6.2,-2L2.6,0.9L3.8,5.3L0,2.8L-3.8,5.3L-2.6,0.9L-6.2,-2L-1.6,-2.2Z";
/** How each kind is drawn: for Plotly, and as an outline for the key. */
const KINDS = {
  "global minimum": { word: "minimum", symbol: "star", size: 13, filled: true, outline: STAR },
  "local minimum": {
    word: "local minimum",
    symbol: "circle",
    size: 8,
    filled: true,
    outline: "M-4,0A4,4 0 1 1 4,0A4,4 0 1 1 -4,0Z",
  },
  saddle: { word: "saddle", symbol: "x-thin", size: 9, filled: false, outline: "M-4,-4L4,4M4,-4L-4,4" },
  maximum: { word: "maximum", symbol: "triangle-up-open", size: 9, filled: false, outline: "M0,-4.5L4.5,3.5H-4.5Z" },
};
const CROWD = 30; // points of one kind from which on they are drawn small
const LOWEST = 4; // of each kind are the important ones, where there are many
const FEW = 16; // points that are all important

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Trace} Trace
 */

/**
 * Picks the points to be described one by one: all if they are few, else the lowest of each kind.
 * @template {{kind: string}} Point @param {Point[]} points lowest first within each kind @returns {Point[]}
 */
export function important(points) {
  if (points.length <= FEW) return points;
  return Object.keys(KINDS).flatMap((kind) => points.filter((point) => point.kind === kind).slice(0, LOWEST));
}

/**
 * Makes one trace for each kind, named as in the key.
 * @param {Pick<Surface, "critical_points">} surface @param {Theme} theme
 * @param {number} [enlarged] times as large as on the screen @returns {Trace[]}
 */
export function criticalPointTraces({ critical_points: points }, theme, enlarged = 1) {
  return Object.entries(KINDS).map(([kind, { word, symbol, size, filled }]) => {
    const these = points.filter((point) => point.kind === kind);
    const scale = enlarged * (these.length > CROWD ? 0.45 : 1);
    return {
      type: "scatter",
      mode: "markers",
      name: word,
      x: these.map(({ point }) => point[0]),
      y: these.map(({ point }) => point[1]),
      marker: {
        symbol,
        size: size * scale,
        color: theme.mark,
        opacity: 0.75,
        line: { color: filled ? theme.heights[0] : theme.mark, width: filled ? enlarged : 1.6 * scale },
      },
      hoverinfo: "skip",
    };
  });
}

/**
 * Makes the trace of the global minima, to be drawn again above the paths that end there.
 * @param {Pick<Surface, "critical_points">} surface @param {Theme} theme @param {number} [enlarged] as above @returns {Trace}
 */
export function goalTrace(surface, theme, enlarged = 1) {
  const [goals] = criticalPointTraces(surface, theme, enlarged);
  return { ...goals, marker: { ...goals.marker, opacity: 1, line: { color: theme.casing, width: 1.4 * enlarged } } };
}

/**
 * Makes one invisible trace of all critical points, for their hover labels.
 * @param {Pick<Surface, "critical_points">} surface @param {Theme} theme @returns {Trace}
 */
export function criticalPointHover({ critical_points: points }, theme) {
  return {
    type: "scatter",
    mode: "markers",
    opacity: 0,
    x: points.map(({ point }) => point[0]),
    y: points.map(({ point }) => point[1]),
    marker: { size: 12, color: theme.mark },
    text: points.map(describe).map(plain),
    hovertemplate: "%{text}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: theme.mark, font: { color: theme.text } },
  };
}

/** "saddle, x 0, y 0, loss 0, eigenvalues −2 and 2" */
function describe({ kind, point, value, eigenvalues }) {
  const [x, y, loss, low, high] = [...point, value, ...eigenvalues].map((number) => significant(number));
  return `${kind}, x ${x}, y ${y}, loss ${loss}, eigenvalues ${low} and ${high}`;
}

/** Names the kinds that are on the map, each with its sign. @param {Surface} surface @returns {HTMLElement[]} */
export function criticalPointKey({ critical_points: points }) {
  const present = new Set(points.map(({ kind }) => kind));
  const shown = Object.entries(KINDS).filter(([kind]) => present.has(kind));
  return shown.map(([, kind]) => element("span", {}, sign(kind), kind.word));
}

/** The sign of a kind, as the map draws it. @param {string} kind */
export const markOf = (kind) => sign(KINDS[kind]);

const sign = ({ outline, filled }) =>
  drawing(
    "svg",
    { width: 14, height: 14, viewBox: "-7 -7 14 14", "aria-hidden": "true" },
    drawing("path", {
      d: outline,
      fill: filled ? "currentColor" : "none",
      stroke: filled ? "none" : "currentColor",
      "stroke-width": 1.6,
    }),
  );
