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
 * @typedef {{run: Run, exit: import("./scale.js").Exit, at: number, value: number}} OffAxis a run, where it leaves as a
 *   step and on the axis, its number there
 */

const BESIDE = 9; // px from a triangle to its name
const MOST_ROWS = 3; // of names: further away they would not be read together with their triangles

/** Finds the runs whose curves leave the axis above or below. @param {Run[]} runs @param {Series} series @returns {OffAxis[]} */
export function offAxis(runs, { values, scale, across, end }) {
  return runs.flatMap((run, k) => {
    const exit = isConcealed(run) ? null : exitOf(values[k], scale);
    const isThere = exit && across[k][exit.step] <= end;
    return isThere ? [{ run, exit, at: across[k][exit.step], value: values[k][exit.step] }] : [];
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
    x: gone.map(({ at }) => at),
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
 * Places the names beside the triangles, each where it is free and no curve passes through it. For others there is no
 * room: the legend names them, too.
 * @param {OffAxis[]} gone @param {Series} series @param {Theme} theme
 * @param {{width: number, height: number, range: [number, number]}} area of the plot in px, with what it shows of its axis
 * @param {number} step that is shown @returns {Object[]} Plotly's annotations
 */
export function offAxisNames(gone, series, theme, { width, height, range: [first, end] }, step) {
  const perUnit = width / (end - first);
  const size = theme.size - 1;
  const high = 1.35 * theme.size; // px of a row
  const measure = measurer(theme.font);
  const maxRows = Math.max(1, Math.floor(height / high) - 1);
  const isCrossed = curvesIn(series, { first, perUnit, height });
  const rows = { true: [], false: [] }; // by the edge they are at: where each row is taken, px
  return gone.flatMap(({ run, exit, at: place }) => {
    const words = shortened(named(run, step), (text) => measure(text, size) <= width - 2.5 * size);
    const wide = measure(words, size) + 2 * size;
    const at = (place - first) * perUnit;
    const taken = rows[exit.upward];
    const isFree = (row, { from, to }) => (taken[row] ?? []).every((span) => to < span.from || from > span.to);
    const deepest = Math.min(MOST_ROWS, maxRows - rows[!exit.upward].length);
    const sides = sidesOf(at, wide, width);
    const places = Array.from({ length: deepest }, (_, row) => sides.map((side) => ({ row, ...side }))).flat();
    const free = places.find(({ row, span }) => {
      const top = exit.upward ? row * high : height - (row + 1) * high;
      return isFree(row, span) && !isCrossed({ ...span, top, bottom: top + high });
    });
    if (!free) return [];
    const { row, leftward, span } = free;
    while (taken.length <= row) taken.push([]);
    taken[row].push(span);
    return [{
      text: `<span style="color:${run.color}">\u25cf</span> ${plain(words)}`,
      x: place,
      y: exit.upward ? 1 : 0,
      yref: "y domain",
      xanchor: leftward ? "right" : "left",
      yanchor: exit.upward ? "top" : "bottom",
      xshift: leftward ? -BESIDE : BESIDE,
      yshift: (exit.upward ? -1 : 1) * row * high,
      showarrow: false,
      borderpad: 1,
      bgcolor: theme.background,
      font: { size, color: theme.text },
    }];
  });
}

/** Gives the sides of a triangle at which a name has room, the better one first. */
function sidesOf(at, wide, width) {
  const right = { leftward: false, span: { from: at + BESIDE, to: at + BESIDE + wide } };
  const left = { leftward: true, span: { from: at - BESIDE - wide, to: at - BESIDE } };
  const [fitsRight, fitsLeft] = [right.span.to <= width, left.span.from >= 0];
  if (fitsRight) return fitsLeft ? [right, left] : [right];
  return [at > width / 2 ? left : right];
}

/** Tells of boxes of px whether a curve passes through them. */
function curvesIn({ values, across, scale: { range: [low, high], toAxis } }, { first, perUnit, height }) {
  const curves = values.map((row) => Array.from(row, (value) => (height * (high - toAxis(value))) / (high - low)));
  return ({ from, to, top, bottom }) => {
    const passes = (heights, k) =>
      Math.min(heights[k], heights[k + 1]) < bottom && Math.max(heights[k], heights[k + 1]) > top;
    return curves.some((heights, row) => {
      const perStep = across[row].at(-1) / (across[row].length - 1) || 1;
      const [begin, end] = [from, to].map((px) => Math.round((px / perUnit + first) / perStep));
      for (let k = Math.max(0, begin); k < Math.min(end, heights.length - 1); k += 1) {
        if (passes(heights, k)) return true;
      }
      return false;
    });
  };
}

/**
 * Says "SGD diverged at step 94 and is above the axis from step 40".
 * @param {OffAxis} gone @param {number} step that is shown
 */
export function offAxisSentence({ run, exit }, step) {
  const [first, other] = exit.upward ? ["above", "below"] : ["below", "above"];
  const turned = exit.turned !== null && exit.turned <= step ? ` and ${other} it from step ${exit.turned}` : "";
  const also = noteAt(run, step) ? " and" : "";
  return `${named(run, step)}${also} is ${first} the axis from step ${exit.step}${turned}`;
}

/** Cuts words after as many as fit. */
function shortened(words, fits) {
  if (fits(words)) return words;
  const parts = words.split(" ");
  const count = parts.findIndex((_, k) => !fits(`${parts.slice(0, k + 1).join(" ")} …`));
  return `${parts.slice(0, Math.max(1, count)).join(" ")} …`;
}

const named = (run, step) => [run.label, noteAt(run, step)].filter(Boolean).join(" ");
