// The layer of the map that shows where paths end or how the surface is curved, as an image below the contour lines, and its
// legend below the map; gradients are arrows above them.

import { element, setText } from "../dom/elements.js";
import { painted } from "../landscape/painting.js";
import { sharesOf } from "../landscape/classes.js";
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
  #legend = element("figure", { class: "downhill-survey", hidden: true });
  #caption = element("figcaption", {});
  #shares = element("dl", {});
  #panel;
  #listener;
  #onLegend;
  #canvas = new LayerCanvas("downhill-survey-canvas");
  #arrows = new LayerCanvas("downhill-survey-arrows");
  #image = document.createElement("canvas"); // a pixel for each cell
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
    this.under.append(this.#canvas.node);
    this.over.append(this.#arrows.node);
    this.#legend.append(this.#caption, this.#shares);
    panel.append(this.#legend);
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
    this.#survey.want({ layer: this.#layer, picture, runs, ranges, moving }, sources);
    if (isRestyled && this.#surveyed) this.#take(this.#surveyed, "");
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    for (const layer of [this.under, this.over]) placeLayer(layer, frame);
    for (const canvas of [this.#canvas, this.#arrows]) canvas.fit(frame);
    this.#legend.style.paddingLeft = `${Math.min(frame.left, INDENT)}px`;
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
    if (!this.#surveyed || this.#surveyed.arrows) return [];
    const { columns, rows } = this.#surveyed;
    const [width, height] = [columns, rows].map((values) => values[1] - values[0]);
    const [x, y] = [columns[0] - width / 2, rows[rows.length - 1] + height / 2];
    const [sizex, sizey] = [width * columns.length, height * rows.length];
    this.#paint(theme);
    const source = this.#image.toDataURL();
    this.#paint(this.#theme);
    return [{ source, x, y, sizex, sizey, sizing: "stretch", layer: "below" }];
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
    const { title, classes, codes, arrows } = this.#surveyed;
    const heading = { words: `${title}:`, marker: { opacity: 0 } };
    if (arrows) return [{ ...heading, words: title }];
    const shares = sharesOf(classes(theme), codes).map(({ words, color, share }) => (
      {
        words: `${words} ${percent(share)}`,
        marker: { symbol: "square", size: 11 * typeScale(theme), color, line: { color: theme.mark, width: 1 } },
      }
    ));
    return [heading, ...shares];
  }

  destroy() {
    this.#survey.destroy();
    for (const node of [this.under, this.over, this.#legend]) node.remove();
  }

  /** @param {Surveyed|null} surveyed @param {string} words why there is nothing */
  #take(surveyed, words) {
    this.#surveyed = surveyed;
    if (surveyed) this.#paint(this.#theme);
    this.#draw();
    this.#say(words);
    if (this.#legend.offsetHeight === this.#height) return;
    this.#height = this.#legend.offsetHeight;
    this.#panel.style.setProperty("--downhill-survey-high", `${this.#height}px`);
    this.#onLegend();
  }

  /** @param {string} words why there is nothing */
  #say(words) {
    this.#legend.hidden = this.#layer === "heights";
    const surveyed = this.#surveyed;
    setText(this.#caption, surveyed ? [surveyed.title, surveyed.note].filter(Boolean).join(". ") : words);
    const shares = surveyed && !surveyed.arrows ? sharesOf(surveyed.classes(this.#theme), surveyed.codes) : [];
    this.#shares.replaceChildren(...shares.map(shareOf));
    this.#legend.dataset.done = String(surveyed?.done ?? "");
  }

  /** @param {Theme} theme */
  #paint(theme) {
    const { columns, rows, codes, shades, classes, arrows } = this.#surveyed;
    if (arrows) return;
    Object.assign(this.#image, { width: columns.length, height: rows.length });
    const pixels = painted({ codes, columns: columns.length, shades }, classes(theme));
    this.#image.getContext("2d").putImageData(new ImageData(pixels, columns.length), 0, 0);
  }

  #draw() {
    for (const canvas of [this.#canvas, this.#arrows]) canvas.erase();
    if (!this.#surveyed || !this.#frame) return;
    if (this.#surveyed.arrows) this.#drawArrows();
    else this.#drawImage();
  }

  #drawImage() {
    const { columns, rows } = this.#surveyed;
    const { u, v } = this.#frame;
    const [width, height] = [columns, rows].map((values) => values[1] - values[0]);
    const [left, right] = [columns[0] - width / 2, columns[columns.length - 1] + width / 2];
    const [bottom, top] = [rows[0] - height / 2, rows[rows.length - 1] + height / 2];
    const [x, y] = [pixel(left, u), pixel(top, v)];
    const { context } = this.#canvas;
    context.imageSmoothingEnabled = false;
    context.drawImage(this.#image, x, y, pixel(right, u) - x, pixel(bottom, v) - y);
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

/** @param {{words: string, color: string, stripe?: string, share: number}} share */
function shareOf({ words, color, stripe, share }) {
  const sign = element("span", { class: "downhill-survey-sign", "aria-hidden": "true" });
  sign.style.background = stripe ? `repeating-linear-gradient(45deg, ${color} 0 3px, ${stripe} 3px 6px)` : color;
  return element("div", {}, element("dt", {}, sign, words), element("dd", {}, percent(share)));
}

/** "26 %", and neither 0 nor 100 % for what is a part. @param {number} share */
export function percent(share) {
  const words = share < 0.005 ? "< 1" : share < 1 && share > 0.995 ? "> 99" : Math.round(100 * share);
  return `${words}\u202f%`;
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
