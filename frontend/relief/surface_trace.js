// The relief as Plotly traces: the surface, and the path and head of each contender.

import { plain, significant } from "../dom/format.js";
import { lossAt } from "../data/picture.js";
import { axis, layout } from "../dom/plotly.js";
import { clippedPath } from "./clip_path.js";
import { typeScale } from "../host/theme.js";

const WIDTH = 6; // of a path, for type of 16 px; solid, because dashes are lost on a surface seen from the side
const SYMBOLS = ["circle", "square", "diamond", "cross", "x", "circle-open", "square-open", "diamond-open"];
const SUNK = 0.008; // of the height of the relief, by which the surface is drawn lower: lines on it are not lost in it
const RAISED = 0.02; // likewise, by which heads are drawn higher: they would be half in the surface
const ROOMY = 1.23; // width of a panel without its numbers, in heights of it, from which on the whole relief is seen
const BESIDE = 4; // sizes of the type, for the numbers at both sides
const NARROW = 30; // sizes of the type: in a panel below that, the title above it has to say what a height is
const FRONT = { eye: { x: -0.72, y: -1.2, z: 1.6 }, center: { x: 0, y: 0, z: -0.12 }, up: { x: 0, y: 0, z: 1 } };

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {import("./clip_path.js").ClippedPath} ClippedPath
 * @typedef {import("./height_scale.js").HeightScale} HeightScale
 */

/**
 * Makes all traces of the relief.
 * @param {Pick<import("../paths/panel.js").Shown, "picture"|"step"|"theme"|"hidden">} shown @param {HeightScale} scale
 * @returns {Trace[]}
 */
export function reliefTraces({ picture, step, theme, hidden }, scale) {
  const paths = picture.runs.flatMap((run) => {
    const place = raised(clippedPath(run, step, picture.surface, scale), scale);
    const common = { type: "scatter3d", name: plain(run.label), meta: run.id, visible: !hidden.has(run.id) };
    const line = { color: run.color, width: WIDTH * typeScale(theme) };
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

/**
 * Copies a trace as Plotly completed it, with the points up to a step.
 * @param {Trace} full @param {Picture} picture @param {number} step @param {HeightScale} scale @returns {Trace}
 */
export function sliced(full, picture, step, scale) {
  const run = picture.runs.find(({ id }) => id === full.meta);
  const place = raised(clippedPath(run, step, picture.surface, scale), scale);
  const points = full.mode === "markers" ? place.head : place.line;
  return { ...full, ...points, _length: points.x.length };
}

/** Gives the view from the front, from as far away as a panel of that shape needs for the whole relief. */
function cameraInFront({ width, height }, em) {
  const away = Math.max(1, Math.min(3, (ROOMY * height) / Math.max(1, width - BESIDE * em)));
  const { x, y, z } = FRONT.eye;
  return { ...FRONT, eye: { x: away * x, y: away * y, z: away * z } };
}

/**
 * Makes the layout of the relief. Plotly leaves the camera alone while `uirevision` stays.
 * @param {Theme} theme @param {{width: number, height: number}} size px @param {Pick<Surface, "window"|"key">} surface
 * @param {HeightScale} scale @param {Object|null} camera Plotly's; null is the view from the front
 * @param {number} [turns] how many cameras were asked for
 * @returns {import("../paths/panel.js").Layout}
 */
export function reliefLayout(theme, size, { window, key }, { bottom, top, ticks }, camera, turns = 0) {
  const [[x0, x1], [y0, y1]] = window;
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
      camera: camera ?? cameraInFront(size, theme.size),
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

/** @param {Surface} surface @param {Theme} theme @param {HeightScale} scale @returns {Trace} */
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

/** Lifts the head of a path. @param {ClippedPath} path @param {HeightScale} scale @returns {ClippedPath} */
function raised({ line, head }, { bottom, top }) {
  const lift = RAISED * (top - bottom);
  return { line, head: { ...head, z: head.z.map((height) => (height === null ? null : height + lift)) } };
}

/** Gives a path its hover label. @param {Run} run @param {{x: ArrayLike<unknown>}} line @param {Theme} theme */
function label(run, { x }, theme) {
  return {
    customdata: Array.from(x, (_, k) => [
      k,
      significant(lossAt(run, k)),
      significant(run.x[k]),
      significant(run.y[k]),
    ]),
    hovertemplate:
      "<b>%{fullData.name}</b>, step %{customdata[0]}<br>x %{customdata[2]}, y %{customdata[3]}<br>loss %{customdata[1]}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: run.color, font: { color: theme.text } },
  };
}
