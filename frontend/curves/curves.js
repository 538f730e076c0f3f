// The curves: one number per contender against the step, each marked at the current step by its contender's symbol.

import { axisOf, endOf, epochMarks, placesOf, titleOf } from "./across.js";
import { drawBehind, stillBehind } from "./behind.js";
import { acrossAxis, chartLayout, curveOf, markLines, valueAxis, valueTicks } from "./chart.js";
import { offAxis, offAxisNames, offAxisTrace } from "./off_axis.js";
import { disclosure, heldStill } from "./series.js";
import { CONFIG, frameIn, frameOf } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { element, setAttribute, setText } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { LayerCanvas } from "../paths/layer_canvas.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { headOutlines } from "../paths/outlines.js";
import { pathTrace, stillPaths } from "../paths/traces.js";
import { TrailLayer, trailsOf } from "../paths/trails.js";

/**
 * @typedef {import("../paths/panel.js").Panel} Panel
 * @typedef {import("../paths/panel.js").Layout} Layout
 * @typedef {import("../paths/panel.js").Options} Options
 * @typedef {import("./series.js").ReadSeries} ReadSeries
 */

/** @implements {Panel} */
export class CurvesPanel {
  #Plotly;
  #parts;
  #choose;
  /** @type {ReadSeries|undefined} */
  #readSeries;
  #axis = "updates";
  #size;
  #trailLayer;
  #graph = /** @type {import("../paths/panel.js").Graph} */ (element("div", { class: "downhill-graph" }));
  #canvasLayer = element("div", { class: "downhill-layer" });
  #behind = new LayerCanvas("downhill-behind-canvas");
  #headLayer = element("div", { class: "downhill-layer" });
  #cursor = element("div", { class: "downhill-cursor" });
  #shown = NOTHING_SHOWN;
  /** @type {import("../data/picture.js").Picture|null} the picture with its own runs, which a series may replace */
  #whole = null;
  /** @type {import("./series.js").Series|null} */
  #series = null;
  /** @type {import("../paths/polyline.js").Polyline[]} */
  #lines = []; // one for each run
  /** @type {import("../paths/trails.js").Frame|null} */
  #frame = null;
  #drawnLayout = ""; // as text
  /** @type {{across: Float64Array, up: Float64Array, color: string}|null} the dots behind the curves */
  #behindNow = null;
  #behindStep = -1; // the last whose dot has been drawn

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {(options: Options) => ReadSeries|undefined} choose what is drawn; undefined leaves it as it is
   */
  constructor(Plotly, parts, choose) {
    [this.#Plotly, this.#parts, this.#choose] = [Plotly, parts, choose];
    this.#size = createSize(parts.stack);
    this.#headLayer.append(this.#cursor);
    parts.stack.append(this.#graph, this.#canvasLayer, this.#headLayer);
    this.#canvasLayer.append(this.#behind.node);
    this.#trailLayer = new TrailLayer(this.#canvasLayer, this.#headLayer, { isLevel: true });
  }

  /** Draws the curves on the canvas alone: the graph takes them over when it settles. */
  show(shown, light) {
    this.#whole = shown.picture;
    const before = shown.moving ? this.#series : null;
    const numbers = this.#readSeries(shown.picture, shown, before);
    const picture = { ...shown.picture, runs: numbers.runs ?? shown.picture.runs };
    this.#shown = { ...shown, picture };
    const axis = axisOf(picture, this.#axis);
    const across = picture.runs.map((run) => placesOf(picture, run, axis, shown.focus));
    const seen = picture.runs.filter(({ id }) => !shown.hidden.has(id));
    const end = endOf(picture, seen, axis, shown.focus);
    const series = { ...numbers, across, end };
    this.#series = before ? heldStill(series, before) : series;
    const { scale, values } = this.#series;
    this.#lines = values.map((row, k) => curveOf(row, scale, across[k], end));
    setText(this.#parts.title, scale.title);
    this.#say();
    if (!light) this.#size.forget();
    const drawn = this.#drawAxes();
    this.#setTrails();
    this.#align();
    return drawn;
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#trailLayer.draw(step, false);
    this.#drawBehind(step < this.#behindStep);
    this.#moveCursor();
  }

  settle() {
    this.#trailLayer.finish();
    this.#drawGraph();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    return this.#drawAnew();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    return this.#drawAnew();
  }

  setOptions(options) {
    const [series, axis] = [this.#readSeries, this.#axis];
    this.#readSeries = this.#choose(options) ?? series;
    this.#axis = options.axis;
    return this.#readSeries !== series || this.#axis !== axis;
  }

  still(theme) {
    const { step } = this.#shown;
    const { scale } = this.#series;
    const { title } = this.#across();
    const across = acrossAxis(this.#across());
    const dots = this.#dots();
    const trails = trailsOf(this.#lines, this.#shown, false);
    return {
      low: true,
      title: scale.title,
      traces: [
        ...(dots ? [stillBehind(dots, step, scale.toData, typeScale(theme))] : []),
        ...stillPaths(trails, step, theme, scale.toData),
        offAxisTrace(this.#gone(), this.#series, theme, step),
      ],
      xaxis: { title, ...across },
      yaxis: valueAxis(scale),
      ticks: (count) => valueTicks(scale, count),
      names: (area) => offAxisNames(this.#gone(), this.#series, theme, { ...area, range: across.range }, step),
      over: (area) =>
        headOutlines(trails, step, frameIn(area, { x: across.range, y: scale.range }), theme, { isLevel: true }),
      cursor: this.#cursorAt > this.#series.end ? undefined : this.#cursorAt,
      marks: markLines(theme, this.#across()),
    };
  }

  resize() {
    if (!this.#size.changed()) return;
    this.#drawGraph();
    this.#align();
  }

  destroy() {
    this.#size.destroy();
    this.#trailLayer.destroy();
    this.#Plotly.purge(this.#graph);
    this.#parts.stack.replaceChildren();
  }

  /** Draws the curves for hover, and the names of those that have left, which only a graph at rest has. */
  #drawGraph() {
    const { theme, step } = this.#shown;
    const layout = this.#layout();
    this.#drawnLayout = JSON.stringify(layout);
    const { xaxis: { range }, width, height, margin } = layout;
    const area = { width: width - margin.l - margin.r, height: height - margin.t - margin.b, range };
    const annotations = offAxisNames(this.#gone(), this.#series, theme, area, step);
    const traces = [...this.#curves(), offAxisTrace(this.#gone(), this.#series, theme, step)];
    return this.#Plotly.react(this.#graph, traces, { ...layout, annotations }, CONFIG);
  }

  /** Fits the axes alone, if they have changed at all. */
  #drawAxes() {
    const layout = this.#layout();
    const text = JSON.stringify(layout);
    if (text === this.#drawnLayout) return Promise.resolve();
    this.#drawnLayout = text;
    return this.#Plotly.react(this.#graph, [], layout, CONFIG);
  }

  #layout() {
    return chartLayout(this.#shown.theme, this.#size.now(), this.#series.scale, this.#across());
  }

  /** What the horizontal axis is now. @returns {import("./chart.js").Across} */
  #across() {
    const { picture, focus } = this.#shown;
    const { end } = this.#series;
    const axis = axisOf(picture, this.#axis);
    const title = titleOf(picture, axis, focus);
    if (axis !== "updates") return { title, end, whole: axis === "examples", marks: null };
    const run = this.#inFocus;
    const marks = epochMarks(picture, run);
    const apart = marks && (marks.epochs === 1 ? "epochs" : `${marks.epochs} epochs`);
    return {
      title: marks ? `${title}; lines: ${apart} of ${run.label}` : title,
      end,
      whole: true,
      marks: marks && marks.updates,
    };
  }

  /** The run in focus, unless it is hidden. */
  get #inFocus() {
    const { picture, hidden, focus } = this.#shown;
    return picture.runs.find(({ id }) => id === focus && !hidden.has(id));
  }

  /** Says what the curves do not. */
  #say() {
    const { picture } = this.#shown;
    const dots = this.#dots();
    const rest = [this.#cutInWords(), disclosure(picture, this.#series)].filter(Boolean).join("; ");
    const { readout } = this.#parts;
    setText(readout, [dots && "dots: each batch's loss", rest].filter(Boolean).join("; "));
    const explained = dots &&
      `dots: the loss of each batch of ${this.#inFocus.label}, drawn on the lower edge where it is below the lowest loss of all examples`;
    setAttribute(readout, "title", [explained, rest].filter(Boolean).join("; ")); // where there is no room for it
  }

  /** Says how far the axis goes where some curves go on beyond it; "" where none does. */
  #cutInWords() {
    const { picture, hidden, focus } = this.#shown;
    const { across, end } = this.#series;
    const isSeen = (/** @type {{id: string}} */ { id }) => !hidden.has(id);
    if (!picture.runs.some((run, k) => isSeen(run) && across[k].at(-1) > end)) return "";
    const axis = axisOf(picture, this.#axis);
    const first = picture.runs.find((run) => isSeen(run) && endOf(picture, [run], axis, focus) === end);
    return `as far as ${first.label} comes`;
  }

  /** The numbers behind the curve in focus, in coordinates of the axes; null where there are none. */
  #dots() {
    const run = this.#inFocus;
    const numbers = run && this.#series.behind?.(run);
    if (!numbers) return null;
    const { across: { [this.#shown.picture.runs.indexOf(run)]: across }, end, scale } = this.#series;
    return { across, up: numbers.map((value, k) => across[k] > end ? NaN : scale.toAxis(value)), color: run.color };
  }

  /** Draws the dots up to the step: forward, those alone that are new. @param {boolean} isAnew */
  #drawBehind(isAnew) {
    if (isAnew) {
      this.#behind.erase();
      this.#behindStep = -1;
    }
    const { step } = this.#shown;
    if (this.#behindNow) drawBehind(this.#behind.context, this.#frame, this.#behindNow, this.#behindStep + 1, step);
    this.#behindStep = step;
  }

  #curves() {
    const { picture, theme, step, hidden } = this.#shown;
    const { name, values, scale: { toData } } = this.#series;
    return picture.runs.map((run, k) => {
      const at = (index) => values[k][Math.min(index, values[k].length - 1)];
      return pathTrace(run, this.#lines[k], step, { theme, shown: !hidden.has(run.id), toData, number: { name, at } });
    });
  }

  /** Finds the runs whose curves are off the axis at the current step. */
  #gone() {
    const { picture, hidden, step } = this.#shown;
    return offAxis(picture.runs, this.#series).filter(({ run, exit }) => !hidden.has(run.id) && exit.step <= step);
  }

  #setTrails() {
    const { theme, moving } = this.#shown;
    this.#trailLayer.setTrails(trailsOf(this.#lines, this.#shown, false), theme, moving);
    this.#behindNow = this.#dots();
  }

  /** Draws for others in focus, or hidden: the series may be of others, and the axis end elsewhere or be marked otherwise. */
  async #drawAnew() {
    if (this.#series.runs || axisOf(this.#whole, this.#axis) !== "updates") {
      await this.show({ ...this.#shown, picture: this.#whole }, true);
      return this.#drawGraph();
    }
    this.#say();
    this.#setTrails();
    const drawn = JSON.stringify(this.#layout()) === this.#drawnLayout ? null : this.#drawGraph();
    this.#align();
    await drawn;
  }

  /** Puts the layers where the axes of the graph are. */
  #align() {
    this.#frame = frameOf(this.#graph);
    this.#trailLayer.setFrame(this.#frame);
    this.#behind.fit(this.#frame);
    this.#trailLayer.draw(this.#shown.step, true);
    this.#drawBehind(true);
    this.#moveCursor();
  }

  #moveCursor() {
    const { from, perUnit } = this.#frame.u;
    this.#cursor.hidden = this.#cursorAt > this.#series.end;
    this.#cursor.style.transform = `translateX(${((this.#cursorAt - from) * perUnit).toFixed(2)}px)`;
  }

  /** Where the step is on the axis: for whoever is in focus, where places differ. */
  get #cursorAt() {
    const { picture, step } = this.#shown;
    const row = this.#series.across[Math.max(0, picture.runs.indexOf(this.#inFocus))];
    return axisOf(picture, this.#axis) === "updates" || !row ? step : row[Math.min(step, row.length - 1)];
  }
}
