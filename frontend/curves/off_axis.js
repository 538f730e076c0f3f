// Curves that go off scale: a triangle at the edge, a name beside it, and a sentence for hover and readout.

import { isConcealed, noteAt } from "../data/outcome.js";
import { plain, significant } from "../dom/format.js";
import { typeScale } from "../host/theme.js";
import { exitOf } from "./scale.js";
import { measurer } from "../dom/text_layout.js";

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("./series.js").Series} Series
 * @typedef {{run: Run, exit: import("./scale.js").Exit, value: number}} OffAxis a run, where it leaves, its number there
 */

/** Finds the runs whose curves leave the axis. @param {Run[]} runs @param {Series} series @returns {OffAxis[]} */
export function offAxis(runs, { values, scale }) {
  return runs.flatMap((run, k) => {
    const exit = isConcealed(run) ? null : exitOf(values[k], scale);
    return exit ? [{ run, exit, value: values[k][exit.step] }] : [];
  });
}

/**
 * Makes one trace of the triangles.
 * @param {OffAxis[]} gone @param {Series} series @param {Theme} theme @param {number} step that is shown
 * @returns {import("../paths/panel.js").Trace}
 */
export function offAxisTrace(gone, { name, scale }, theme, step) {
  return {
    type: "scatter",
    mode: "markers",
    cliponaxis: false,
    x: gone.map(({ exit }) => exit.step),
    y: gone.map(({ exit }) => scale.toData(scale.range[exit.upward ? 1 : 0])),
    marker: {
      symbol: gone.map(({ exit }) => (exit.upward ? "triangle-up" : "triangle-down")),
      size: 12 * typeScale(theme),
      color: gone.map(({ run }) => run.color),
      line: { color: theme.casing, width: 1.5 },
    },
    text: gone.map((one) => plain(`${offAxisSentence(one, step)}: ${name} ${significant(one.value)}`)),
    hovertemplate: "%{text}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: theme.text, font: { color: theme.text } },
  };
}

/**
 * Places the names beside the triangles, each in the first row that is free there, and no more rows than there is room
 * for.
 * @param {OffAxis[]} gone @param {Theme} theme
 * @param {{width: number, height: number, range: [number, number]}} area of the plot in px, with the steps it shows
 * @param {number} step that is shown @returns {Object[]} Plotly's annotations
 */
export function offAxisNames(gone, theme, { width, height, range: [first, end] }, step) {
  const perStep = width / (end - first);
  const size = theme.size - 1;
  const measure = measurer(theme.font);
  const maxRows = Math.max(1, Math.floor(height / (1.35 * theme.size)) - 1);
  const rows = { true: [], false: [] }; // by the edge they are at: where each row is taken, px
  return gone.flatMap(({ run, exit }) => {
    const words = shortened(named(run, step), (text) => measure(text, size) <= width - 2.5 * size);
    const wide = measure(words, size) + 2 * size;
    const at = (exit.step - first) * perStep;
    const leftward = at + wide + 8 > width && at > width / 2;
    const [from, to] = leftward ? [at - wide, at] : [at, at + wide];
    const taken = rows[exit.upward];
    const free = taken.findIndex((spans) => spans.every(([a, b]) => to < a || from > b));
    if (free < 0 && rows[true].length + rows[false].length === maxRows) return [];
    const row = free < 0 ? taken.push([]) - 1 : free;
    taken[row].push([from, to]);
    return [{
      text: `<span style="color:${run.color}">\u25cf</span> ${plain(words)}`,
      x: exit.step,
      y: exit.upward ? 1 : 0,
      yref: "y domain",
      xanchor: leftward ? "right" : "left",
      yanchor: exit.upward ? "top" : "bottom",
      xshift: leftward ? -9 : 9,
      yshift: (exit.upward ? -1 : 1) * row * 1.35 * theme.size,
      showarrow: false,
      borderpad: 1,
      bgcolor: theme.background,
      font: { size, color: theme.text },
    }];
  });
}

/** Says "SGD diverged at step 94, above the axis from step 40". @param {OffAxis} gone @param {number} step that is shown */
export function offAxisSentence({ run, exit }, step) {
  const [first, other] = exit.upward ? ["above", "below"] : ["below", "above"];
  const turned = exit.turned !== null && exit.turned <= step ? `, ${other} it from step ${exit.turned}` : "";
  return `${named(run, step)}, ${first} the axis from step ${exit.step}${turned}`;
}

/** Cuts words after as many as fit. */
function shortened(words, fits) {
  if (fits(words)) return words;
  const parts = words.split(" ");
  const count = parts.findIndex((_, k) => !fits(`${parts.slice(0, k + 1).join(" ")} …`));
  return `${parts.slice(0, Math.max(1, count)).join(" ")} …`;
}

const named = (run, step) => [run.label, noteAt(run, step)].filter(Boolean).join(" ");
