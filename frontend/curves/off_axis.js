// Curves that leave their axis: a triangle on the edge, a name beside it, and a sentence for hover and readout.

import { noteAt } from "../data/outcome.js";
import { plain, significant } from "../dom/format.js";
import { leaving } from "./scale.js";
import { measurer } from "../dom/text_layout.js";

/**
 * @typedef {{run: import("../data/picture.js").Run, exit: {step: number, upward: boolean}, value: number}} Departure
 * @param {import("../data/picture.js").Run[]} runs @param {import("./series.js").Series} series @returns {Departure[]}
 */
export function departures(runs, { values, scale }) {
  return runs
    .map((run, k) => ({ run, exit: leaving(values[k], scale), value: values[k] }))
    .filter(({ exit }) => exit)
    .map(({ run, exit, value }) => ({ run, exit, value: value[exit.step] }));
}

/** The triangles, as one trace. @param {Departure[]} gone @param {import("./series.js").Series} series */
export function departureMarks(gone, { name, scale }, theme, last) {
  return {
    type: "scatter",
    mode: "markers",
    cliponaxis: false,
    x: gone.map(({ exit }) => exit.step),
    y: gone.map(({ exit }) => scale.toData(scale.range[exit.upward ? 1 : 0])),
    marker: {
      symbol: gone.map(({ exit }) => (exit.upward ? "triangle-up" : "triangle-down")),
      size: (12 * theme.size) / 16,
      color: gone.map(({ run }) => run.color),
      line: { color: theme.casing, width: 1.5 },
    },
    text: gone.map((departure) => plain(`${sentence(departure, last)}: ${name} ${significant(departure.value)}`)),
    hovertemplate: "%{text}<extra></extra>",
    hoverlabel: { bgcolor: theme.background, bordercolor: theme.text, font: { color: theme.text } },
  };
}

/**
 * The names beside the triangles, each in the first row that is free there, and no more rows than there is room for.
 * @param {Departure[]} gone @param {import("../host/theme.js").Theme} theme
 * @param {{width: number, height: number, range: [number, number]}} area of the plot in px, with the steps it shows
 * @param {number} last the last step @returns {Object[]} Plotly's annotations
 */
export function departureNames(gone, theme, { width, height, range: [first, end] }, last) {
  const perStep = width / (end - first);
  const size = theme.size - 1;
  const measure = measurer(theme.font);
  const most = Math.max(1, Math.floor(height / (1.35 * theme.size)) - 1);
  const rows = { true: [], false: [] }; // by the edge they are at: where each row is taken, px
  return gone.flatMap(({ run, exit }) => {
    const words = shortened(named(run, last), (text) => measure(text, size) <= width - 2.5 * size);
    const wide = measure(words, size) + 2 * size;
    const at = (exit.step - first) * perStep;
    const leftward = at + wide + 8 > width && at > width / 2;
    const [from, to] = leftward ? [at - wide, at] : [at, at + wide];
    const taken = rows[exit.upward];
    const free = taken.findIndex((spans) => spans.every(([a, b]) => to < a || from > b));
    if (free < 0 && rows[true].length + rows[false].length === most) return [];
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

/** "SGD diverged at step 94, above the axis from step 40" @param {Departure} departure @param {number} last the last step */
export function sentence({ run, exit }, last) {
  return `${named(run, last)}, ${exit.upward ? "above" : "below"} the axis from step ${exit.step}`;
}

/** As many of the words as fit. */
function shortened(words, fits) {
  if (fits(words)) return words;
  const parts = words.split(" ");
  const count = parts.findIndex((_, k) => !fits(`${parts.slice(0, k + 1).join(" ")} …`));
  return `${parts.slice(0, Math.max(1, count)).join(" ")} …`;
}

const named = (run, step) => [run.label, noteAt(run, step)].filter(Boolean).join(" ");
