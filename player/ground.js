// What the map stands on, as Plotly traces: contours on the scale of levels, and the critical points.

import { plain, significant } from "./format.js";
import { axis, layout } from "./plotly.js";

const MARKS = {
  "global minimum": { symbol: "star", size: 13, filled: true },
  "local minimum": { symbol: "circle", size: 8, filled: true },
  saddle: { symbol: "x-thin", size: 9, filled: false },
  maximum: { symbol: "triangle-up-open", size: 9, filled: false },
};
const CROWD = 30; // marks of one kind from which on they are drawn small

/** @param {import("./picture.js").Ground} ground @param {import("./theme.js").Theme} theme @returns {Object[]} */
export function groundTraces(ground, theme) {
  return [contours(ground, theme), ...markTraces(ground, theme)];
}

/**
 * The layout that the two graphs of the map share, to the pixel: as large as fits with equal scales on both axes.
 * Plotly's own `scaleanchor` remembers the shape of the surface before, so the shape is worked out here.
 */
export function groundLayout(theme, size, ranges) {
  const margin = { l: Math.round(theme.size * 3.4), r: 10, t: 8, b: Math.round(theme.size * 3.1) };
  const [width, height] = [size.width - margin.l - margin.r, size.height - margin.t - margin.b];
  const shape = (span(ranges.x) / span(ranges.y)) * (height / width);
  return layout(theme, size, margin, {
    xaxis: axis(theme, "x", { range: [...ranges.x], domain: centred(Math.min(1, shape)), showgrid: false, nticks: 9 }),
    yaxis: axis(theme, "y", {
      range: [...ranges.y], domain: centred(Math.min(1, 1 / shape)), showgrid: false, nticks: 7,
    }),
  });
}

/** The smallest part of the plane around these ranges that has the shape of the window. */
export function inShapeOf([[x0, x1], [y0, y1]], { x, y }) {
  const scale = Math.max(span(x) / (x1 - x0), span(y) / (y1 - y0));
  const widened = ([from, to], length) => [(from + to - length) / 2, (from + to + length) / 2];
  return { x: widened(x, scale * (x1 - x0)), y: widened(y, scale * (y1 - y0)) };
}

const span = ([from, to]) => to - from;
const centred = (part) => [(1 - part) / 2, (1 + part) / 2];

/** All critical points as one unseen trace that can be hovered over, for the upper graph. */
export function markHover({ marks }, theme) {
  return {
    type: "scatter",
    mode: "markers",
    opacity: 0,
    x: marks.map(({ point }) => point[0]),
    y: marks.map(({ point }) => point[1]),
    marker: { size: 12, color: theme.mark },
    text: marks.map(describe).map(plain),
    hovertemplate: "%{text}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: theme.mark, font: { color: theme.text } },
  };
}

/** "saddle, x 0, y 0, loss 0, eigenvalues −2 and 2" */
export function describe({ kind, point, value, eigenvalues }) {
  const [x, y, loss, low, high] = [...point, value, ...eigenvalues].map((number) => significant(number));
  return `${kind}, x ${x}, y ${y}, loss ${loss}, eigenvalues ${low} and ${high}`;
}

function contours({ x, y, height, levels }, theme) {
  const top = levels.length - 1;
  return {
    type: "contour",
    x,
    y,
    z: Array.from(y, (_, row) => height.subarray(row * x.length, (row + 1) * x.length)),
    zmin: 0,
    zmax: top,
    autocontour: false,
    contours: { start: 1, end: Math.max(1, top - 1), size: 1, coloring: "fill", showlines: true },
    line: { width: 0.8, color: theme.contour, smoothing: 0 },
    colorscale: theme.ground.map((color, k) => [k / (theme.ground.length - 1), color]),
    showscale: false,
    hoverinfo: "skip",
  };
}

function markTraces({ marks }, theme) {
  return Object.entries(MARKS).map(([kind, { symbol, size, filled }]) => {
    const these = marks.filter((mark) => mark.kind === kind);
    const scale = these.length > CROWD ? 0.45 : 1;
    return {
      type: "scatter",
      mode: "markers",
      x: these.map(({ point }) => point[0]),
      y: these.map(({ point }) => point[1]),
      marker: {
        symbol,
        size: size * scale,
        color: theme.mark,
        opacity: 0.75,
        line: { color: filled ? theme.ground[0] : theme.mark, width: filled ? 1 : 1.6 * scale },
      },
      hoverinfo: "skip",
    };
  });
}

/** The true loss at the node of the grid nearest to a point, with the node's own place. */
export function nearestNode({ x, y, z }, [px, py]) {
  const [column, row] = [nearest(x, px), nearest(y, py)];
  const loss = z[row * x.length + column];
  return `loss ${significant(loss)} at x ${significant(x[column])}, y ${significant(y[row])}`;
}

const nearest = (nodes, value) => {
  const last = nodes.length - 1;
  return Math.max(0, Math.min(last, Math.round(((value - nodes[0]) / (nodes[last] - nodes[0])) * last)));
};
