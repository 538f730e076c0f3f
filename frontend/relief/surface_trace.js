// The relief as Plotly draws it: the surface with its level lines, and the box around it.

import { axis, layout } from "../dom/plotly.js";
import { joined, matricesOf, projector } from "./projection.js";

const ROOM = { left: 3.6, right: 1.6, top: 0.8, bottom: 1.6 }; // sizes of the type around the box, for its numbers
const [NEAREST, FARTHEST] = [0.5, 4]; // times as far away as a surface says
const TALL = 0.62; // height of the relief, where its longer side is LONG
const LONG = 1.3;
const FLOOR = 0.24; // of the height of the relief, by which the floor with the projected lines lies below it
const LINES = 14; // level lines, as many as the map has intervals
const LOOK = { center: { x: 0, y: 0, z: -0.17 }, up: { x: 0, y: 0, z: 1 } };

/**
 * @typedef {import("../data/picture.js").Surface} Surface
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Trace} Trace
 * @typedef {import("./camera.js").PlotlyCamera} PlotlyCamera
 * @typedef {import("./height_scale.js").HeightScale} HeightScale
 */

/**
 * Gives the first view of a surface, from as near as a panel of that shape shows the whole box with its numbers.
 * @param {Pick<Surface, "eye"|"window">} surface @param {HeightScale} scale @param {{width: number, height: number}} size px
 * @param {number} em size of the type
 */
function firstCamera(surface, scale, size, em) {
  const [x, y, z] = surface.eye;
  const cameraAt = (away) => ({ ...LOOK, eye: { x: away * x, y: away * y, z: away * z } });
  const box = boxOf(surface, scale);
  const corners = box.ranges[0].flatMap((u) => box.ranges[1].flatMap((v) => box.ranges[2].map((w) => [u, v, w])));
  const fits = (away) => {
    const project = projector(joined(matricesOf({ camera: cameraAt(away), ...box }, size), [1, 1, 1]), size);
    return corners.every(([u, v, w]) => {
      const place = project(u, v, w);
      return place && place[0] > ROOM.left * em && place[0] < size.width - ROOM.right * em &&
        place[1] > ROOM.top * em && place[1] < size.height - ROOM.bottom * em;
    });
  };
  let [near, far] = [NEAREST, FARTHEST];
  for (let round = 0; round < 12; round += 1) {
    const middle = (near + far) / 2;
    if (fits(middle)) far = middle;
    else near = middle;
  }
  return cameraAt(far);
}

/**
 * Makes the layout of the relief. Plotly leaves the camera alone while `uirevision` stays.
 * @param {Theme} theme @param {{width: number, height: number}} size px
 * @param {Pick<Surface, "window"|"key"|"eye"|"axes">} surface @param {HeightScale} scale
 * @param {PlotlyCamera|null} camera null is the first view @param {number} [turns] how many cameras were asked for
 * @returns {import("../paths/panel.js").Layout}
 */
export function reliefLayout(theme, size, surface, scale, camera, turns = 0) {
  const { aspectratio, ranges: [x, y, z] } = boxOf(surface, scale);
  const side = (title, extra) => ({
    ...axis(theme, title, { showspikes: false, gridcolor: theme.grid, ...extra }),
    ...{ showbackground: true, backgroundcolor: theme.box },
    automargin: undefined,
    fixedrange: undefined,
  });
  return layout(theme, size, { l: 0, r: 0, t: 0, b: 0 }, {
    uirevision: surface.key,
    scene: {
      camera: camera ?? firstCamera(surface, scale, size, theme.size),
      uirevision: `${camera ? "turned" : surface.key} ${turns}`,
      aspectmode: "manual",
      aspectratio,
      dragmode: "turntable",
      xaxis: side(surface.axes[0], { range: x, nticks: 4 }),
      yaxis: side(surface.axes[1], { range: y, nticks: 4 }),
      zaxis: side("", { // the title above says what a height is
        range: z,
        tickvals: scale.ticks.at,
        ticktext: scale.ticks.text,
      }),
    },
  });
}

/**
 * Gives the matrices with which a still of that size is drawn.
 * @param {Theme} theme @param {{width: number, height: number}} size px @param {Surface} surface @param {HeightScale} scale
 * @param {PlotlyCamera|null} camera null is the first view
 */
export const stillMatrices = (theme, size, surface, scale, camera) =>
  matricesOf({ camera: camera ?? firstCamera(surface, scale, size, theme.size), ...boxOf(surface, scale) }, size);

/** Gives the ranges of the box, and the ratio of its sides. @param {Pick<Surface, "window">} surface @param {HeightScale} scale */
function boxOf({ window: [x, y] }, { bottom, top }) {
  const [wide, deep] = [x[1] - x[0], y[1] - y[0]];
  const unit = LONG / Math.max(wide, deep);
  const tall = top - bottom || 1;
  return {
    ranges: [[...x], [...y], [bottom - FLOOR * tall, top + 0.02 * tall]],
    aspectratio: { x: unit * wide, y: unit * deep, z: TALL * (1 + FLOOR) },
  };
}

/** Makes the trace of the surface. @param {Surface} surface @param {Theme} theme @param {HeightScale} scale @returns {Trace} */
export function surfaceTrace({ x, y, z, height, levels }, theme, { toHeight, bottom, top }) {
  const rows = (values) => Array.from(y, (_, row) => values.subarray(row * x.length, (row + 1) * x.length));
  const size = (top - bottom) / LINES;
  const quiet = { highlight: false };
  return {
    type: "surface",
    x,
    y,
    z: rows(Float32Array.from(z, (loss) => toHeight(loss))),
    surfacecolor: rows(height),
    cmin: 0,
    cmax: levels.length - 1,
    colorscale: theme.relief.map((color, k) => [k / (theme.relief.length - 1), color]),
    showscale: false,
    hoverinfo: "skip",
    contours: {
      x: quiet,
      y: quiet,
      z: {
        ...quiet,
        show: size > 0,
        start: bottom + size / 2,
        end: top,
        size,
        color: theme.level,
        width: 1.5,
        project: { z: true },
      },
    },
    lighting: { ambient: 0.68, diffuse: 0.5, specular: 0.06, roughness: 0.8, fresnel: 0.02 },
    lightposition: { x: -2000, y: -4000, z: 6000 },
  };
}
