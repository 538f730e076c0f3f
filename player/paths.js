// A run as a Plotly trace: unseen, because the canvas shows the line, and there for hover and for whoever reads it.

import { plain, significant } from "./format.js";
import { lossAt } from "./picture.js";
import { LINE_WIDTH } from "./strokes.js";
import { vertices } from "./trails.js";

/**
 * @param {import("./picture.js").Run} run @param {import("./polyline.js").Polyline} line @param {number} step
 * @param {{theme: import("./theme.js").Theme, shown: boolean, place?: string, toData?: (v: number) => number,
 *   told?: {name: string, at: (step: number) => number}}} options
 *   `place` names the coordinates in a hover label; `toData` turns the panel's vertical coordinate into Plotly's; `told`
 *   is the number that a label tells, the loss where it is left out
 * @returns {Object}
 */
export function pathTrace(run, line, step, { theme, shown, place, toData, told }) {
  const count = vertices(line, step);
  const v = line.v.subarray(0, count);
  const { name, at } = told ?? { name: "loss", at: (k) => lossAt(run, k) };
  const label = ["<b>%{fullData.name}</b>, step %{customdata[0]}", ...(place ? [place] : []), `${name} %{customdata[1]}`];
  return {
    type: "scatter",
    mode: "lines",
    name: plain(run.label),
    meta: run.id,
    opacity: 0,
    visible: shown,
    x: line.u.subarray(0, count),
    y: toData ? v.map(toData) : v,
    customdata: Array.from(line.step.subarray(0, count), (k) => [k, k < 0 ? "" : significant(at(k), 6)]),
    line: { color: run.color, dash: run.dash, width: LINE_WIDTH, simplify: false },
    hovertemplate: `${label.join("<br>")}<extra></extra>`,
    hoverlabel: { bgcolor: theme.background, bordercolor: run.color, font: { color: theme.text } },
  };
}
