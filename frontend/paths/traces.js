// Paths as Plotly traces: invisible on screen (used for hover), visible in stills.

import { plain, significant } from "../dom/format.js";
import { lossAt } from "../data/picture.js";
import { CASING_WIDTH, LINE_WIDTH } from "./strokes.js";
import { dashPattern, symbolName } from "../dom/symbols.js";
import { typeScale } from "../host/theme.js";
import { vertices } from "./polyline.js";

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("./panel.js").Trace} Trace
 */

/**
 * Makes the invisible trace of a run up to a step.
 * @param {Run} run @param {import("./polyline.js").Polyline} line @param {number} step
 * @param {{theme: Theme, shown: boolean, placed?: boolean, toData?: (v: number) => number,
 *   number?: {name: string, at: (step: number) => number}}} options
 *   `placed` says that a hover label has the point too; `toData` turns the panel's vertical coordinate into Plotly's;
 *   `number` is what a label says of each step, the loss where it is left out
 * @returns {Trace}
 */
export function pathTrace(run, line, step, { theme, shown, placed, toData, number }) {
  const count = vertices(line, step);
  const v = line.v.subarray(0, count);
  const { name, at } = number ?? { name: "loss", at: (k) => lossAt(run, k) };
  const label = [
    "<b>%{fullData.name}</b>, step %{customdata[0]}",
    ...(placed ? ["x %{customdata[2]}, y %{customdata[3]}"] : []),
    `${name} %{customdata[1]}`,
  ];
  return {
    type: "scatter",
    mode: "lines",
    name: plain(run.label),
    meta: run.id,
    opacity: 0,
    visible: shown,
    x: line.u.subarray(0, count),
    y: toData ? v.map(toData) : v,
    customdata: Array.from(line.step.subarray(0, count), (k) => [
      k,
      ...(k < 0 ? [""] : [at(k), ...(placed ? [run.x[k], run.y[k]] : [])].map((value) => significant(value))),
    ]),
    line: { color: run.color, dash: run.dash, width: LINE_WIDTH, simplify: false },
    hovertemplate: `${label.join("<br>")}<extra></extra>`,
    hoverlabel: { bgcolor: theme.background, bordercolor: run.color, font: { color: theme.text } },
  };
}

/**
 * Makes the paths as a still shows them, but for their heads: casing, line and start, the last trail first, because it
 * lies below.
 * @param {import("./trails.js").Trail[]} trails topmost first @param {number} step
 * @param {Theme} theme @param {(v: number) => number} [toData] as for `pathTrace`
 * @returns {Trace[]}
 */
export function stillPaths(trails, step, theme, toData = (v) => v) {
  const scale = typeScale(theme);
  const shown = trails.filter((trail) => trail.shown).reverse();
  const points = (line, from, to) => ({
    x: line.u.subarray(from, to),
    y: line.v.subarray(from, to).map(toData),
    type: "scatter",
    cliponaxis: from === 0,
    showlegend: false,
    hoverinfo: "skip",
  });
  const lines = shown.flatMap(({ line, contender }) => {
    const path = { ...points(line, 0, vertices(line, step)), mode: "lines" };
    return [
      { ...path, line: { ...strokeOf(contender, scale), color: theme.casing, width: CASING_WIDTH * scale } },
      { ...path, line: strokeOf(contender, scale) },
    ];
  });
  const starts = shown.filter(({ start, line }) => start && line.step[0] === 0).map(({ line }) => (
    {
      ...points(line, 0, 1),
      mode: "markers",
      marker: { size: 13 * scale, color: theme.casing, line: { color: theme.ring, width: 2 * scale } },
    }
  ));
  return [...lines, ...starts];
}

/**
 * Gives a contender's line, as many times as wide as on the screen.
 * @param {Pick<Run, "color"|"dash">} contender @param {number} scale
 */
export function strokeOf({ color, dash }, scale) {
  const dashes = dashPattern(dash).map((length) => `${length * scale}px`).join(",");
  return { color, dash: dashes || "solid", width: LINE_WIDTH * scale, simplify: false };
}

/** Gives a contender's head. @param {Pick<Run, "slot"|"color">} contender @param {number} scale @param {Theme} theme */
export const headOf = ({ slot, color }, scale, { casing }) => (
  { symbol: symbolName(slot), size: 13 * scale, color, line: { color: casing, width: 1.8 * scale } }
);
