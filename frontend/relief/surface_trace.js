// The relief as Plotly traces: the surface, and for each contender its path, its casing and its head.

import { plain, significant } from "../dom/format.js";
import { lossAt } from "../data/picture.js";
import { axis, layout } from "../dom/plotly.js";
import { placed } from "./clip_path.js";

const WIDTH = 6; // of a path, for type of 16 px; solid, because dashes are lost on a surface seen from the side
const SYMBOLS = ["circle", "square", "diamond", "cross", "x", "circle-open", "square-open", "diamond-open"];
const SUNK = 0.008; // of the height of the relief, by which the surface is drawn lower: lines on it are not lost in it
const RAISED = 0.02; // likewise, by which heads are drawn higher: they would be half in the surface
const ROOMY = 1.23; // width of a panel without its numbers, in heights of it, from which on the whole relief is seen
const BESIDE = 4; // sizes of the type, for the numbers at both sides
const NARROW = 30; // sizes of the type: in a panel below that, the title above it has to say what a height is
const FRONT = { eye: { x: -0.72, y: -1.2, z: 1.6 }, center: { x: 0, y: 0, z: -0.12 }, up: { x: 0, y: 0, z: 1 } };

/**
 * @param {import("../data/picture.js").Picture} picture @param {number} step
 * @param {{theme: import("../host/theme.js").Theme, hidden: Set<string>, scale: import("./height_scale.js").HeightScale}} options
 */
export function reliefTraces(picture, step, { theme, hidden, scale }) {
  const paths = picture.runs.flatMap((run) => {
    const place = raised(placed(run, step, picture.surface, scale), scale);
    const common = { type: "scatter3d", name: plain(run.label), meta: run.id, visible: !hidden.has(run.id) };
    const line = { color: run.color, width: (WIDTH * theme.size) / 16 };
    const marker = {
      color: run.color,
      size: 7,
      symbol: SYMBOLS[run.slot % SYMBOLS.length],
      line: { color: theme.casing, width: 1 },
    };
    return [
      { ...common, ...place.line, mode: "lines", line, ...label(run, place.line, theme) },
      { ...common, ...place.head, mode: "markers", marker, hoverinfo: "skip", customdata: ["head"] },
    ];
  });
  return [surface(picture.surface, theme, scale), ...paths];
}

/** A trace as Plotly completed it, with the points up to a step. */
export function sliced(full, picture, step, { scale }) {
  const run = picture.runs.find(({ id }) => id === full.meta);
  const place = raised(placed(run, step, picture.surface, scale), scale);
  const points = full.mode === "markers" ? place.head : place.line;
  return { ...full, ...points, _length: points.x.length };
}

/** The usual view, from as far away as a panel of that shape needs for the whole relief. */
function front({ width, height }, em) {
  const away = Math.max(1, Math.min(3, (ROOMY * height) / Math.max(1, width - BESIDE * em)));
  const { x, y, z } = FRONT.eye;
  return { ...FRONT, eye: { x: away * x, y: away * y, z: away * z } };
}

/** The camera is left alone while `uirevision` stays; `turns` counts the cameras that were asked for. */
export function reliefLayout(
  theme,
  size,
  { window: [[x0, x1], [y0, y1]], key },
  { bottom, top, ticks },
  camera,
  turns = 0,
) {
  const pad = 0.02 * (top - bottom);
  const wide = Math.max(x1 - x0, y1 - y0);
  const side = (title, extra) => ({
    ...axis(theme, title, { showbackground: false, showspikes: false, gridcolor: theme.quiet, ...extra }),
    automargin: undefined,
    fixedrange: undefined,
  });
  return layout(theme, size, { l: 0, r: 0, t: 0, b: 0 }, {
    uirevision: key,
    scene: {
      camera: camera ?? front(size, theme.size),
      uirevision: `${camera ? "turned" : key} ${turns}`,
      aspectmode: "manual",
      aspectratio: { x: (1.25 * (x1 - x0)) / wide, y: (1.25 * (y1 - y0)) / wide, z: 0.5 },
      dragmode: "turntable",
      xaxis: side("x", { range: [x0, x1], nticks: 6 }),
      yaxis: side("y", { range: [y0, y1], nticks: 6 }),
      zaxis: side(size.width < NARROW * theme.size ? "" : "loss", {
        range: [bottom - pad, top + pad],
        tickvals: ticks.at,
        ticktext: ticks.text,
      }),
    },
  });
}

function surface({ x, y, z, height, levels }, theme, { toHeight, bottom, top }) {
  const sunk = SUNK * (top - bottom);
  const rows = (values) => Array.from(y, (_, row) => values.subarray(row * x.length, (row + 1) * x.length));
  return {
    type: "surface",
    x,
    y,
    z: rows(Float32Array.from(z, (loss) => toHeight(loss) - sunk)),
    surfacecolor: rows(height),
    cmin: 0,
    cmax: levels.length - 1,
    colorscale: theme.heights.map((color, k) => [k / (theme.heights.length - 1), color]),
    showscale: false,
    hoverinfo: "skip",
    contours: { x: { highlight: false }, y: { highlight: false }, z: { highlight: false } },
    lighting: { ambient: 0.88, diffuse: 0.35, specular: 0.02, roughness: 1, fresnel: 0 },
  };
}

function raised({ line, head }, { bottom, top }) {
  const lift = RAISED * (top - bottom);
  return { line, head: { ...head, z: head.z.map((height) => (height === null ? null : height + lift)) } };
}

function label(run, { x }, theme) {
  return {
    customdata: x.map((
      _,
      k,
    ) => [k, significant(lossAt(run, k), 6), significant(run.x[k], 5), significant(run.y[k], 5)]),
    hovertemplate:
      "<b>%{fullData.name}</b>, step %{customdata[0]}<br>x %{customdata[2]}, y %{customdata[3]}<br>loss %{customdata[1]}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: run.color, font: { color: theme.text } },
  };
}
