// The curves: one number per contender against the step, each marked at the current step by its contender's symbol.

import { chartLayout, curveOf, stepAxis, valueAxis, valueTicks } from "./chart.js";
import { offAxis, offAxisNames, offAxisTrace } from "./off_axis.js";
import { disclosure, heldStill } from "./series.js";
import { CONFIG, frameIn, frameOf } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { element, setAttribute, setText } from "../dom/elements.js";
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
  #size;
  #trailLayer;
  #graph = /** @type {import("../paths/panel.js").Graph} */ (element("div", { class: "downhill-graph" }));
  #canvasLayer = element("div", { class: "downhill-layer" });
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

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {(options: Options) => ReadSeries|undefined} choose what is drawn; undefined leaves it as it is
   */
  constructor(Plotly, parts, choose) {
    [this.#Plotly, this.#parts, this.#choose] = [Plotly, parts, choose];
    this.#size = createSize(parts.stack);
    this.#headLayer.append(this.#cursor);
    parts.stack.append(this.#graph, this.#canvasLayer, this.#headLayer);
    this.#trailLayer = new TrailLayer(this.#canvasLayer, this.#headLayer, { isLevel: true });
  }

  /** Draws the curves on the canvas alone: the graph takes them over when it settles. */
  show(shown, light) {
    this.#whole = shown.picture;
    const series = this.#readSeries(shown.picture, shown.focus);
    const picture = { ...shown.picture, runs: series.runs ?? shown.picture.runs };
    this.#shown = { ...shown, picture };
    this.#series = shown.moving && this.#series ? heldStill(series, this.#series) : series;
    const { scale, values } = this.#series;
    this.#lines = values.map((row) => curveOf(row, scale, picture.steps));
    setText(this.#parts.title, scale.title);
    const words = disclosure(picture, this.#series);
    setText(this.#parts.readout, words);
    setAttribute(this.#parts.readout, "title", words); // where there is no room for it
    if (!light) this.#size.forget();
    const drawn = this.#drawAxes();
    this.#setTrails();
    this.#align();
    return drawn;
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#trailLayer.draw(step, false);
    this.#moveCursor();
  }

  settle() {
    this.#trailLayer.finish();
    this.#drawGraph();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#drawTrails();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    if (!this.#series?.runs) this.#drawTrails();
    else this.show({ ...this.#shown, picture: this.#whole, focus }, true).then(() => this.#drawGraph());
  }

  setOptions(options) {
    const before = this.#readSeries;
    this.#readSeries = this.#choose(options) ?? before;
    return this.#readSeries !== before;
  }

  still(theme) {
    const { picture: { steps }, step } = this.#shown;
    const { scale } = this.#series;
    const across = stepAxis(steps);
    const trails = trailsOf(this.#lines, this.#shown, false);
    return {
      low: true,
      title: scale.title,
      traces: [...stillPaths(trails, step, theme, scale.toData), offAxisTrace(this.#gone(), this.#series, theme, step)],
      xaxis: { title: "step", ...across },
      yaxis: valueAxis(scale),
      ticks: (count) => valueTicks(scale, count),
      names: (area) => offAxisNames(this.#gone(), this.#series, theme, { ...area, range: across.range }, step),
      over: (area) =>
        headOutlines(trails, step, frameIn(area, { x: across.range, y: scale.range }), theme, { isLevel: true }),
      cursor: step,
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
    const { theme, picture } = this.#shown;
    return chartLayout(theme, this.#size.now(), this.#series.scale, picture.steps);
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
  }

  #drawTrails() {
    this.#setTrails();
    this.#trailLayer.draw(this.#shown.step, true);
  }

  /** Puts the layers where the axes of the graph are. */
  #align() {
    this.#frame = frameOf(this.#graph);
    this.#trailLayer.setFrame(this.#frame);
    this.#trailLayer.draw(this.#shown.step, true);
    this.#moveCursor();
  }

  #moveCursor() {
    const { from, perUnit } = this.#frame.u;
    this.#cursor.style.transform = `translateX(${((this.#shown.step - from) * perUnit).toFixed(2)}px)`;
  }
}
