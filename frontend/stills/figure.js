// The still: the panels of the layout in one Plotly figure, with title, step, legend and caption around them. Every
// position is computed here in px, so that nothing is cut off and nothing depends on the screen.

import { nameAt } from "../data/outcome.js";
import { arrange, layOutLines, layOutTitle, plotAreaOf } from "./arrange.js";
import { legendOf } from "./legends.js";
import { shapeOf } from "../paths/outlines.js";
import { headOf, strokeOf } from "../paths/traces.js";
import { axis } from "../dom/plotly.js";
import { typeScale } from "../host/theme.js";
import { fitted, measurer, paragraph } from "../dom/text_layout.js";

const SMALL = 0.86; // em: the small print, 20 px on a slide
const SHARE = 0.28; // of the height, for the legend and for the caption: above that their type is smaller

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Still} Still
 * @typedef {import("../paths/panel.js").Layout} Layout
 * @typedef {import("./legends.js").Text} Text
 * @typedef {ReturnType<typeof import("../dom/text_layout.js").measurer>} Measure
 * @typedef {import("./arrange.js").Rect} Rect
 *
 * @typedef {Object} StillOptions
 * @property {number} width px @property {number} [height] px, where it is given
 * @property {number} [tall] px, the height of the panels where the still may have any
 * @property {number} step @property {Theme} theme @property {boolean} transparent @property {boolean} caption
 */

/**
 * Composes a still.
 * @param {Picture} picture @param {Run[]} runs those that are shown @param {Still[]} panels @param {StillOptions} options
 * @returns {{data: Object<string, any>[], layout: Layout}}
 */
export function composeStill(picture, runs, panels, options) {
  const { width, step, theme } = options;
  const em = theme.size;
  const pad = Math.round(1.2 * em);
  const inside = { left: pad, width: width - 2 * pad };
  const measure = measurer(theme.font);
  const maxHeight = options.height ? SHARE * options.height : Infinity;

  const title = layOutTitle(picture, step, { ...inside, top: pad }, em, measure);
  const entries = [
    ...runs.map((run) => runEntry(run, nameAt(run, step), theme)),
    ...panels.flatMap((panel) => panel.entries ?? []),
  ];
  const below = { ...inside, top: pad + title.height };
  const legend = fitted((size) => legendOf(entries, below, size, measure), em, maxHeight);
  const words = options.caption ? together(picture.settings.join("; ")) : "";
  const caption = fitted((size) => paragraph(words, inside.width, size, measure), 0.92 * em, maxHeight);

  const top = below.top + legend.height + 0.4 * em;
  const height = options.height ?? Math.ceil(top + options.tall + caption.height + pad);
  const bottom = height - pad - caption.height;
  const still = emptyStill({ ...options, height }, panels.length + 1);
  still.add({
    traces: legend.traces,
    texts: [...title.texts, ...legend.texts, ...layOutLines(caption, { left: pad, top: bottom })],
  });
  const rects = arrange(panels, { ...inside, top, height: bottom - top }, em);
  panels.forEach((panel, k) => place(still, panel, rects[k], k + 1, theme, measure));
  return { data: still.data, layout: still.layout };
}

/**
 * Makes an empty figure, with a function that adds traces and texts in px.
 * @param {StillOptions & {height: number}} options @param {number} number of the axes in px
 */
function emptyStill({ width, height, theme, transparent }, number) {
  const data = [];
  const whole = { visible: false, domain: [0, 1], fixedrange: true };
  /** @type {Layout} */
  const layout = {
    width,
    height,
    margin: { l: 0, r: 0, t: 0, b: 0, pad: 0 },
    paper_bgcolor: transparent ? "rgba(0, 0, 0, 0)" : theme.background,
    plot_bgcolor: "rgba(0, 0, 0, 0)",
    font: { family: theme.font, size: theme.size, color: theme.text },
    showlegend: false,
    annotations: [],
    shapes: [],
    images: [],
    [`xaxis${number}`]: { ...whole, range: [0, width], anchor: `y${number}` },
    [`yaxis${number}`]: { ...whole, range: [height, 0], anchor: `x${number}` },
  };
  return {
    data,
    layout,
    /** @param {{traces?: Object[], texts: Object[]}} parts in px, as a legend has them */
    add({ traces = [], texts }) {
      data.push(...traces.map((trace) => ({ ...trace, xaxis: `x${number}`, yaxis: `y${number}` })));
      layout.annotations.push(...texts.map((text) => written(text, layout)));
    },
  };
}

/** Keeps a value on the same line as its letter: "ε 10⁻⁸". */
const together = (words) => words.replaceAll(/(^|[ (])(\p{L}[₀-₉]?) (?=[\d−])/gu, "$1$2\u00a0");

/**
 * Puts one panel into its rectangle, its traces on their own axes.
 * @param {ReturnType<typeof emptyStill>} still @param {Still} panel @param {Rect} rect @param {number} number
 * @param {Theme} theme @param {Measure} measure
 */
function place(still, panel, rect, number, theme, measure) {
  const em = theme.size;
  const area = plotAreaOf(panel, rect, em);
  const head = { left: panel.xaxis ? area.left : rect.left, top: rect.top };
  if (panel.title) still.add({ texts: [{ words: panel.title, ...head, size: em }] });
  const room = { ...head, width: rect.left + rect.width - head.left };
  if (panel.words) {
    still.add({ texts: layOutLines(paragraph(panel.words, area.width, em, measure), area) });
    return;
  }
  if (panel.legend) still.add(fitted((size) => legendOf(panel.legend, room, size, measure), SMALL * em, 1.6 * em));
  const domain = {
    x: [area.left / still.layout.width, (area.left + area.width) / still.layout.width],
    y: [1 - (area.top + area.height) / still.layout.height, 1 - area.top / still.layout.height],
  };
  const n = number === 1 ? "" : number;
  if (panel.scene) {
    still.layout[`scene${n}`] = { ...inType(panel.scene(area), em), domain };
    drawOver(still.layout, panel, area);
  } else drawAxes(still.layout, panel, area, domain, n, theme);
  const bound = panel.scene ? { scene: `scene${n}` } : { xaxis: `x${n}`, yaxis: `y${n}` };
  still.data.push(...panel.traces.map((trace) => ({ ...trace, ...bound, showlegend: false })));
}

/**
 * Draws the axes of a panel, and what lies on top of them.
 * @param {Layout} layout @param {Still} panel @param {Rect} area @param {{x: number[], y: number[]}} domain
 * @param {number|string} n what Plotly adds to the names of the axes @param {Theme} theme
 */
function drawAxes(layout, panel, area, domain, n, theme) {
  const { title: across, ...xaxis } = panel.xaxis;
  const { title: upward, ...yaxis } = panel.yaxis;
  const ticks = panel.ticks?.(Math.max(2, Math.min(6, Math.floor(area.height / (2 * theme.size)))));
  layout[`xaxis${n}`] = axis(theme, across, { ...xaxis, domain: domain.x, anchor: `y${n}` });
  layout[`yaxis${n}`] = axis(theme, upward ?? "", { ...yaxis, ...ticks, domain: domain.y, anchor: `x${n}` });
  const refs = { xref: `x${n}`, yref: `y${n} domain` };
  const onAxes = { xref: `x${n}`, yref: `y${n}` };
  layout.images.push(...(panel.images ?? []).map((image) => ({ ...image, ...onAxes })));
  layout.shapes.push(...(panel.marks ?? []).map((mark) => ({ ...mark, ...refs })));
  if (panel.cursor !== undefined) {
    const line = { color: theme.text, width: 1.5 };
    const upright = { x0: panel.cursor, x1: panel.cursor, y0: 0, y1: 1 };
    layout.shapes.push({ type: "line", ...refs, ...upright, line, layer: "below" });
  }
  drawOver(layout, panel, area);
  const own = { ...refs, bgcolor: `${theme.background}b3` }; // lines can be seen under it
  layout.annotations.push(...(panel.names?.(area) ?? []).map((name) => ({ ...name, ...own })));
}

/** Draws what lies on top of a panel. @param {Layout} layout @param {Still} panel @param {Rect} area */
function drawOver(layout, { over }, area) {
  const { width, height } = layout;
  for (const outline of over?.(area) ?? []) layout.shapes.push(shapeOf(moved(outline, area), { width, height }));
}

/** Sets the type of a 3D scene, in which Plotly draws ticks larger and titles smaller than specified. */
function inType(scene, em) {
  const typed = (ax) => ({ ...ax, tickfont: { size: 0.64 * em }, title: { ...ax.title, font: { size: 1.2 * em } } });
  return { ...scene, xaxis: typed(scene.xaxis), yaxis: typed(scene.yaxis), zaxis: typed(scene.zaxis) };
}

const runEntry = (run, words, theme) => {
  const scale = typeScale(theme);
  return { words, line: strokeOf(run, scale), marker: headOf(run, scale, theme) };
};

/** Moves an outline of a plot area to px of the whole still. @returns {import("../paths/outlines.js").Outline} */
const moved = (outline, { left, top }) => (
  { ...outline, lines: outline.lines.map((points) => points.map(([x, y]) => [left + x, top + y])) }
);

/** Writes words at a place in px, as Plotly's annotation. @param {Text} text @param {Layout} layout */
const written = ({ words, left, top, size, xanchor = "left" }, { width, height }) => ({
  text: words,
  x: left / width,
  y: 1 - top / height,
  xref: "paper",
  yref: "paper",
  xanchor,
  yanchor: "top",
  align: "left",
  showarrow: false,
  borderpad: 0,
  font: { size },
});
