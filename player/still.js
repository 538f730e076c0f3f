// A still: the panels of the layout in one Plotly figure, with title, step, legend and caption around them. All places
// are worked out in px here, so that nothing is cut and nothing depends on the screen.

import { nameAt } from "./fate.js";
import { plain } from "./format.js";
import { headOf, strokeOf } from "./paths.js";
import { axis } from "./plotly.js";

const WIDE = 0.56; // em: about the mean width of a letter

/**
 * @typedef {{left: number, top: number, width: number, height: number}} Rect px
 * @param {import("./picture.js").Picture} picture @param {import("./picture.js").Run[]} runs those that are shown
 * @param {Object[]} panels what each panel's `still` gave
 * @param {{width: number, height: number, step: number, theme: import("./theme.js").Theme, transparent: boolean,
 *   caption: boolean}} options
 * @returns {{data: Object[], layout: Object}}
 */
export function composeStill(picture, runs, panels, options) {
  const { width, height, step, theme, transparent } = options;
  const em = theme.size;
  const pad = Math.round(1.2 * em);
  const lines = options.caption ? wrapped(picture.settings.join("; "), (width - 2 * pad) / (WIDE * 0.92 * em)) : [];
  const names = runs.map((run) => nameAt(run, step));
  const legendRows = rowsOf(names, width - 2 * pad, em);
  const top = pad + 2 * em + legendRows * 1.75 * em;
  const bottom = height - pad - lines.length * 1.3 * em;
  const rects = arrange(panels, { left: pad, top, width: width - 2 * pad, height: bottom - top }, em);
  const paper = paperOf(width, height);
  const layout = {
    width,
    height,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: transparent ? "rgba(0, 0, 0, 0)" : theme.background,
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    font: { family: theme.font, size: em, color: theme.text },
    showlegend: true,
    legend: {
      orientation: "h", x: pad / width, xanchor: "left", y: paper.y(pad + 1.9 * em), yanchor: "top",
      font: { size: em }, bgcolor: "rgba(0, 0, 0, 0)", itemsizing: "trace", itemwidth: 2.8 * em,
    },
    annotations: [
      text(plain(picture.ground.title), { x: pad / width, y: paper.y(pad), size: 1.25 * em }),
      text(`step ${step} of ${picture.steps}`, { x: 1 - pad / width, y: paper.y(pad), size: 1.25 * em, xanchor: "right" }),
      ...lines.map((line, k) => text(plain(line), { x: pad / width, y: paper.y(bottom + (0.2 + 1.3 * k) * em), size: 0.92 * em })),
    ],
    shapes: [],
  };
  const data = panels.flatMap((panel, k) => place(panel, rects[k], k + 1, layout, paper, theme));
  const xy = panels.findIndex(({ kind }) => kind !== "relief") + 1;
  return { data: [...data, ...runs.map((run, k) => legendEntry(run, names[k], theme, xy))], layout };
}

/** Puts one panel into its rectangle; gives its traces, bound to axes of its own. */
function place(panel, rect, number, layout, paper, theme) {
  const em = theme.size;
  const n = number === 1 ? "" : number;
  if (panel.title) {
    const x = (rect.left + (panel.kind === "curves" ? 4.2 * em : 0)) / layout.width;
    layout.annotations.push(text(panel.title, { x, y: paper.y(rect.top), size: em }));
  }
  const inner = insideOf(panel, rect, em);
  const domain = {
    x: [inner.left / layout.width, (inner.left + inner.width) / layout.width],
    y: [paper.y(inner.top + inner.height), paper.y(inner.top)],
  };
  if (panel.kind === "relief") {
    layout[`scene${n}`] = { ...inType(panel.scene, em), domain };
    return panel.traces.map((trace) => ({ ...trace, scene: `scene${n}`, showlegend: false }));
  }
  const { title: across, ...xaxis } = panel.xaxis;
  const { title: upward, ...yaxis } = panel.yaxis;
  layout[`xaxis${n}`] = axis(theme, across, { ...xaxis, domain: domain.x, anchor: `y${n}` });
  layout[`yaxis${n}`] = axis(theme, upward ?? "", { ...yaxis, domain: domain.y, anchor: `x${n}` });
  if (panel.cursor !== undefined) {
    const line = { color: theme.text, width: 1.5 };
    const upright = { x0: panel.cursor, x1: panel.cursor, y0: 0, y1: 1 };
    layout.shapes.push({ type: "line", xref: `x${n}`, yref: `y${n} domain`, ...upright, line, layer: "below" });
  }
  return panel.traces.map((trace) => ({ ...trace, xaxis: `x${n}`, yaxis: `y${n}`, showlegend: false }));
}

/** In three dimensions Plotly draws ticks larger and titles smaller than it is told. */
function inType(scene, em) {
  const typed = (ax) => ({ ...ax, tickfont: { size: 0.64 * em }, title: { ...ax.title, font: { size: 1.2 * em } } });
  return { ...scene, xaxis: typed(scene.xaxis), yaxis: typed(scene.yaxis), zaxis: typed(scene.zaxis) };
}

/** The plot area in a rectangle: room for ticks and titles, and for a map equal scales on both axes. */
function insideOf({ kind, title, shape }, { left, top, width, height }, em) {
  const head = title ? 1.8 * em : 0.4 * em;
  if (kind === "relief") return { left, top: top + head, width, height: height - head };
  const [before, after, below] = [4.2 * em, em, 3.2 * em];
  const room = { left: left + before, top: top + head, width: width - before - after, height: height - head - below };
  if (kind !== "map") return room;
  const used = { width: Math.min(room.width, room.height * shape), height: Math.min(room.height, room.width / shape) };
  return { left: room.left + (room.width - used.width) / 2, top: room.top + (room.height - used.height) / 2, ...used };
}

/** One column for one panel, else two; curves share the second. @returns {Rect[]} */
function arrange(panels, { left, top, width, height }, em) {
  if (panels.length === 1) return [{ left, top, width, height }];
  const gap = em;
  const first = Math.round((width - gap) * (panels[1].kind === "curves" ? 0.56 : 0.5));
  const column = { left: left + first + gap, width: width - first - gap };
  const share = panels.length === 2 ? [1] : [0.56, 0.44];
  let down = top;
  const others = share.map((part) => {
    const rect = { ...column, top: down, height: part * height };
    down += rect.height;
    return rect;
  });
  return [{ left, top, width: first, height }, ...others];
}

/** A trace that is nowhere but in the legend. */
function legendEntry(run, name, theme, axisNumber) {
  const scale = theme.size / 16;
  const n = axisNumber > 1 ? axisNumber : "";
  return {
    type: "scatter", mode: "lines+markers", name: plain(name), x: [null], y: [null], xaxis: `x${n}`, yaxis: `y${n}`,
    line: strokeOf(run, scale), marker: headOf(run, scale, theme), hoverinfo: "skip",
  };
}

const text = (words, { x, y, size, xanchor = "left" }) => (
  { text: words, x, y, xref: "paper", yref: "paper", xanchor, yanchor: "top", align: "left", showarrow: false, font: { size } }
);

const paperOf = (width, height) => ({ y: (px) => 1 - px / height });

/** How many rows the legend takes: Plotly gives every entry the width of the longest. */
function rowsOf(names, width, em) {
  if (names.length === 0) return 0;
  const entry = Math.max(...names.map((name) => name.length)) * WIDE * em + 60;
  return Math.ceil(names.length / Math.max(1, Math.floor(width / entry)));
}

/** Breaks words into lines of at most so many letters. */
function wrapped(words, letters) {
  const lines = [""];
  for (const word of words.split(" ").filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= letters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}
