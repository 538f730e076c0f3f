// The layer of the map that shows where paths end or how the surface is curved, as an image below the contour lines, and its
// legend below the map; gradients are arrows above them.

import { element, setHidden } from "../dom/elements.js";
import { CellImage } from "../landscape/cell_image.js";
import { CellLegend, entriesOf } from "../landscape/cell_legend.js";
import { finestOf } from "../landscape/grid.js";
import { OF_PATHS, Survey } from "../landscape/survey.js";
import { typeScale } from "../host/theme.js";
import { LayerCanvas, placeLayer } from "../paths/layer_canvas.js";
import { pixel } from "../paths/strokes.js";

const ARROW = { shortest: 0.25, longest: 0.95, head: 0.34, width: 1.5 }; // of the distance between arrows, of its length, px
const INDENT = 60; // px, at most, of the legend below the plot area
const DECADES = 3; // of lengths that arrows tell apart

/**
 * @typedef {import("../landscape/survey.js").Surveyed} Surveyed
 * @typedef {import("../paths/panel.js").Shown} Shown
 * @typedef {import("../paths/panel.js").Theme} Theme
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("./zoom.js").Ranges} Ranges
 */

/** Whether contours are lines alone, because the layer colours the map. @param {string} layer */
export const coversHeights = (layer) => layer !== "heights" && layer !== "gradient";

export class SurveyLayer {
  /** Holds the image; goes below the contours. */
  under = element("div", { class: "downhill-layer" });
  /** Holds arrows; goes above them. */
  over = element("div", { class: "downhill-layer" });
  #legend = new CellLegend("downhill-survey");
  #panel;
  #listener;
  #onLegend;
  #image = new CellImage();
  #arrows = new LayerCanvas("downhill-survey-arrows");
  #survey = new Survey((surveyed, words) => this.#take(surveyed, words));
  #layer = "heights";
  #height = 0; // px of the legend
  /** @type {Surveyed|null} */
  #surveyed = null;
  /** @type {Frame|null} */
  #frame = null;
  /** @type {Theme|null} */
  #theme = null;

  /**
   * @param {HTMLElement} panel that the legend goes into @param {Pick<import("../paths/panel.js").Listener, "survey">} listener
   * @param {() => void} onLegend hears that the legend has another height
   */
  constructor(panel, listener, onLegend) {
    [this.#panel, this.#listener, this.#onLegend] = [panel, listener, onLegend];
    this.under.append(this.#image.node);
    this.over.append(this.#arrows.node);
    this.#legend.node.hidden = true;
    panel.append(this.#legend.node);
  }

  /** @param {string} layer */
  setLayer(layer) {
    this.#layer = layer;
  }

  /** Takes what is shown; with the same as before, nothing is computed. @param {Shown} shown @param {Ranges} ranges in sight */
  show({ picture, theme, hidden, focus, moving = false }, ranges) {
    const isRestyled = theme !== this.#theme;
    this.#theme = theme;
    const isShown = picture.runs.filter(({ id }) => !hidden.has(id));
    const runs = [...isShown.filter(({ id }) => id === focus), ...isShown.filter(({ id }) => id !== focus)];
    const sources = this.#layer === "heights" ? null : this.#listener.survey(picture.surface);
    const finest = finestOf(this.#frame ?? { width: 0, height: 0 });
    this.#survey.want({ layer: this.#layer, picture, runs, ranges, moving, finest }, sources);
    if (isRestyled && this.#surveyed) this.#take(this.#surveyed, "");
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    for (const layer of [this.under, this.over]) placeLayer(layer, frame);
    this.#arrows.fit(frame);
    this.#legend.node.style.paddingLeft = `${Math.min(frame.left, INDENT)}px`;
    this.#draw();
  }

  /** Says what is at a point, or "". @param {number[]} point @returns {string} */
  tell(point) {
    const cell = this.#cellAt(point);
    return cell < 0 ? "" : this.#surveyed.tell(cell);
  }

  /** The start that stands for a point: what the layer says is said of it. @param {number[]} point @returns {number[]} */
  startAt(point) {
    const cell = OF_PATHS.has(this.#layer) ? this.#cellAt(point) : -1;
    if (cell < 0) return point;
    const { columns, rows } = this.#surveyed;
    return [columns[cell % columns.length], rows[Math.floor(cell / columns.length)]];
  }

  /** The image for a still, in the theme of it. @param {Theme} theme @returns {Object[]} images of Plotly's, on the axes of the map */
  images(theme) {
    return this.#surveyed ? this.#image.images(edgesOf(this.#surveyed), theme) : [];
  }

  /** The arrows of a still. @param {Frame} frame @param {Theme} theme @returns {import("../paths/outlines.js").Outline[]} */
  outlines(frame, theme) {
    if (!this.#surveyed?.arrows) return [];
    const line = { color: theme.mark, width: ARROW.width * typeScale(theme) };
    return [{ lines: arrowLines(this.#surveyed, frame), line }];
  }

  /** What the colours mean, for the legend of a still. @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(theme) {
    if (!this.#surveyed) return [];
    const { title, arrows } = this.#surveyed;
    const heading = { words: arrows ? title : `${title}:`, marker: { opacity: 0 } };
    return [heading, ...(arrows ? [] : entriesOf(this.#surveyed, theme))];
  }

  destroy() {
    this.#survey.destroy();
    for (const node of [this.under, this.over, this.#legend.node]) node.remove();
  }

  /** @param {Surveyed|null} surveyed @param {string} words why there is nothing */
  #take(surveyed, words) {
    this.#surveyed = surveyed;
    const cells = surveyed && !surveyed.arrows ? surveyed : null;
    this.#image.show(cells && { ...cells, columns: cells.columns.length }, this.#theme);
    this.#draw();
    this.#say(words, cells);
    const { offsetHeight } = this.#legend.node;
    if (offsetHeight === this.#height) return;
    this.#height = offsetHeight;
    this.#panel.style.setProperty("--downhill-survey-high", `${this.#height}px`);
    this.#onLegend();
  }

  /** @param {string} words why there is nothing @param {Surveyed|null} cells */
  #say(words, cells) {
    const surveyed = this.#surveyed;
    const { node } = this.#legend;
    setHidden(node, this.#layer === "heights");
    this.#legend.show(
      surveyed ? [surveyed.title, surveyed.note].filter(Boolean).join(". ") : words,
      cells,
      this.#theme,
    );
    node.dataset.done = String(surveyed?.done ?? "");
  }

  #draw() {
    this.#image.erase();
    this.#arrows.erase();
    if (!this.#surveyed || !this.#frame) return;
    if (this.#surveyed.arrows) this.#drawArrows();
    else this.#image.draw(edgesOf(this.#surveyed), this.#frame);
  }

  #drawArrows() {
    const { context } = this.#arrows;
    context.strokeStyle = this.#theme.mark;
    context.lineWidth = ARROW.width;
    context.lineCap = "round";
    context.beginPath();
    for (const [[fromX, fromY], ...others] of arrowLines(this.#surveyed, this.#frame)) {
      context.moveTo(fromX, fromY);
      for (const [x, y] of others) context.lineTo(x, y);
    }
    context.stroke();
  }

  /** The cell that a point lies in; −1 where there is none. @param {number[]} point */
  #cellAt([x, y]) {
    if (!this.#surveyed) return -1;
    const { columns, rows } = this.#surveyed;
    const [column, row] = [nearest(columns, x), nearest(rows, y)];
    return column < 0 || row < 0 ? -1 : row * columns.length + column;
  }
}

/** Where the cells begin and end, whose middles are columns and rows. @param {Surveyed} surveyed @returns {import("../landscape/cell_image.js").Edges} */
function edgesOf({ columns, rows }) {
  const [x, y] = [columns, rows].map((values) => {
    const half = (values[1] - values[0]) / 2;
    return [values[0] - half, values[values.length - 1] + half];
  });
  return { x, y };
}

/** @param {Float64Array} values evenly spaced @param {number} value @returns {number} −1 outside their cells */
function nearest(values, value) {
  const place = Math.round((value - values[0]) / (values[1] - values[0]));
  return place >= 0 && place < values.length ? place : -1;
}

/**
 * The lines of arrows downhill, longer where it is steeper, by powers of ten.
 * @param {Surveyed} surveyed @param {Frame} frame @returns {import("../paths/outlines.js").Place[][]} px
 */
export function arrowLines({ columns, arrows: { x, y, gx, gy } }, { u, v }) {
  const apart = Math.abs(u.perUnit) * (columns[1] - columns[0]);
  const sizes = gx.map((each, k) => Math.hypot(each, gy[k]));
  const steepest = sizes.reduce((most, size) => (Number.isFinite(size) ? Math.max(most, size) : most), 0);
  const lines = [];
  for (let k = 0; k < x.length; k += 1) {
    if (!(sizes[k] > 0 && Number.isFinite(sizes[k]))) continue;
    const part = Math.max(0, 1 + Math.log10(sizes[k] / steepest) / DECADES);
    const length = apart * (ARROW.shortest + part * (ARROW.longest - ARROW.shortest));
    // Down the slope; px go down where y goes up.
    const [across, down] = [-gx[k] / sizes[k], gy[k] / sizes[k]];
    const [left, top] = [pixel(x[k], u), pixel(y[k], v)];
    const [tipX, tipY] = [left + (across * length) / 2, top + (down * length) / 2];
    const head = ARROW.head * Math.max(length, 8);
    const barb = (side) => [
      tipX - head * (0.87 * across - side * 0.5 * down),
      tipY - head * (0.87 * down + side * 0.5 * across),
    ];
    lines.push([[left - (across * length) / 2, top - (down * length) / 2], [tipX, tipY]]);
    lines.push([barb(1), [tipX, tipY], barb(-1)]);
  }
  return /** @type {import("../paths/outlines.js").Place[][]} */ (lines);
}
