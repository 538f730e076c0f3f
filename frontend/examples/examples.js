// The panel of a data set: its examples, the model of every optimizer among them, and the batch of the one in focus.

import { ChosenExample } from "./chosen.js";
import { ExampleHandle } from "./handle.js";
import { lineOf, rangesOf } from "./model.js";
import { PutBack } from "./put_back.js";
import { featureCount, placeOf } from "../data/examples.js";
import { hasBegun } from "../data/picture.js";
import { element, setText } from "../dom/elements.js";
import { axis, CONFIG, frameOf, layout } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { batchAt, batchesPerEpoch, drawingOf } from "../live/batches.js";
import { LayerCanvas, placeLayer } from "../paths/layer_canvas.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { sketchLine } from "../paths/sketch.js";
import { CASING_WIDTH, LINE_WIDTH, pixel } from "../paths/strokes.js";

/**
 * @typedef {import("../paths/panel.js").Panel} Panel
 * @typedef {import("../data/picture.js").Run} Run
 */

const DOT = 3; // px, the radius of an example
const FAINT = 0.45; // the opacity of examples
const LIT = 4.5; // px, of one in the batch
const RESIDUAL = 1.4; // px, the width of a line from an example to its model

/** @implements {Panel} */
export class ExamplesPanel {
  #Plotly;
  #parts;
  #ask;
  #size;
  #graph = /** @type {import("../paths/panel.js").Graph} */ (element("div", { class: "downhill-graph" }));
  #layer = element("div", { class: "downhill-layer" });
  #dots = new LayerCanvas("downhill-canvas");
  #models = new LayerCanvas("downhill-canvas");
  #putBack;
  #handle;
  #chosen;
  #shown = NOTHING_SHOWN;
  /** @type {import("./model.js").Ranges|null} */
  #ranges = null;
  /** @type {import("../paths/trails.js").Frame|null} */
  #frame = null;

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {Pick<import("../paths/panel.js").Listener, "ask"|"onExample"|"onPutBack">} listener
   */
  constructor(Plotly, parts, { ask, onExample, onPutBack }) {
    [this.#Plotly, this.#parts, this.#ask] = [Plotly, parts, ask];
    this.#size = createSize(parts.stack);
    this.#layer.append(this.#dots.node, this.#models.node);
    parts.stack.append(this.#graph, this.#layer);
    const read = () => (this.#frame ? { frame: this.#frame, data: this.#shown.picture.surface.data } : null);
    this.#putBack = new PutBack(onPutBack);
    this.#handle = new ExampleHandle(parts.stack, read, onExample, this.#putBack.one);
    this.#chosen = new ChosenExample(onExample, this.#putBack.one);
    parts.title.after(this.#putBack.button);
    parts.plot.append(this.#chosen.layer);
    setText(parts.title, "data");
  }

  show(shown) {
    this.#shown = shown;
    const { data } = shown.picture.surface;
    if (!data) return Promise.resolve();
    this.#putBack.show(shown.picture.surface);
    this.#ranges = shown.moving && this.#ranges ? this.#ranges : rangesOf(data);
    const drawn = this.#drawAxes();
    this.#align();
    return drawn;
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#drawModels();
  }

  settle() {
    this.#drawModels();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#drawModels();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    this.#drawModels();
  }

  resize() {
    if (!this.#ranges || !this.#size.changed()) return;
    this.#drawAxes();
    this.#align();
  }

  still(theme) {
    const { surface } = this.#shown.picture;
    const { across, up } = this.#ranges;
    const [x, y] = surface.data_axes;
    const lines = this.#lines().map(({ run, line }) => ({
      type: "scatter",
      mode: "lines",
      x: line.u,
      y: line.v,
      line: { color: run.color, dash: run.dash, width: LINE_WIDTH },
    }));
    const { run, batch } = this.#batch();
    const lit = batch
      ? [residualTrace(this.#residuals(run, batch), run.color), marks(surface, batch, run.color, 2 * LIT)]
      : [];
    const all = Int32Array.from(surface.data.targets.keys());
    return {
      low: true,
      title: "data",
      traces: [{ ...marks(surface, all, theme.text, 2 * DOT), opacity: FAINT }, ...lines, ...lit],
      xaxis: { title: x, range: [...across] },
      yaxis: { title: y, range: [...up] },
    };
  }

  destroy() {
    this.#size.destroy();
    this.#putBack.destroy();
    this.#handle.destroy();
    this.#chosen.destroy();
    this.#Plotly.purge(this.#graph);
    this.#parts.stack.replaceChildren();
  }

  #drawAxes() {
    const { theme, picture: { surface } } = this.#shown;
    const { across, up } = this.#ranges;
    const margin = {
      l: Math.round(theme.size * 4),
      r: 14,
      t: Math.round(theme.size * 0.75),
      b: Math.round(theme.size * 3.1),
    };
    const [x, y] = surface.data_axes;
    const drawn = layout(theme, this.#size.now(), margin, {
      dragmode: false,
      xaxis: axis(theme, x, { range: [...across], fixedrange: true, showgrid: false, nticks: 8 }),
      yaxis: axis(theme, y, { range: [...up], fixedrange: true, nticks: 6 }),
    });
    return this.#Plotly.react(this.#graph, [], drawn, CONFIG);
  }

  /** Puts the layer where the axes of the graph are, and draws it. */
  #align() {
    this.#frame = frameOf(this.#graph);
    placeLayer(this.#layer, this.#frame);
    for (const canvas of [this.#dots, this.#models]) canvas.fit(this.#frame);
    this.#chosen.show(this.#shown.picture.surface, this.#frame);
    this.#drawDots();
    this.#drawModels();
  }

  #drawDots() {
    const { theme, picture: { surface: { data } } } = this.#shown;
    this.#dots.erase();
    const { context } = this.#dots;
    const isLabel = featureCount(data) === 2;
    [context.fillStyle, context.strokeStyle, context.lineWidth] = [theme.text, theme.text, 1.4];
    context.globalAlpha = FAINT;
    for (let index = 0; index < data.targets.length; index += 1) {
      this.#circle(context, placeOf(data, index), DOT);
      if (isLabel && data.targets[index] === 0) context.stroke();
      else context.fill();
    }
  }

  #drawModels() {
    const { theme, picture } = this.#shown;
    if (!picture?.surface.data || !this.#frame) return;
    this.#models.erase();
    const { context } = this.#models;
    for (const { run, line } of this.#lines()) {
      const whole = { ...line, step: new Int32Array(0), end: new Int32Array(0) };
      sketchLine(context, whole, this.#frame, line.u.length, {
        color: theme.casing,
        width: CASING_WIDTH,
        dash: run.dash,
      });
      sketchLine(context, whole, this.#frame, line.u.length, { color: run.color, width: LINE_WIDTH, dash: run.dash });
    }
    this.#drawBatch();
  }

  /** The line of everybody who is shown, the one in focus last. */
  #lines() {
    const { picture: { surface, runs }, step, hidden, focus } = this.#shown;
    const shown = runs.filter((run) => !hidden.has(run.id) && hasBegun(run, step)).sort((a, b) =>
      Number(a.id === focus) - Number(b.id === focus)
    );
    return shown.flatMap((run) => {
      const at = Math.min(step, run.x.length - 1);
      const line = lineOf(surface, [run.x[at], run.y[at]], this.#ranges, this.#ask);
      return line ? [{ run, line }] : [];
    });
  }

  /** The examples behind the next gradient of the one in focus; null where they are not known. */
  #batch() {
    const { picture, step, hidden, focus } = this.#shown;
    const run = picture.runs.find(({ id }) => id === focus && !hidden.has(id));
    if (!run || !hasBegun(run, step)) return { run: null, batch: null };
    const drawing = drawingOf(picture, run, run.terms);
    return {
      run,
      drawing,
      batch: drawing.size >= drawing.examples ? null : batchAt(drawing, Math.min(step, run.x.length - 1)),
    };
  }

  /** Lights up the batch of the one in focus, with the distances from its model where these are distances here. */
  #drawBatch() {
    const { theme, picture: { surface }, step } = this.#shown;
    const { run, drawing, batch } = this.#batch();
    setText(this.#parts.readout, drawing ? batchInWords(drawing, step) : "");
    if (!batch) return;
    const { context } = this.#models;
    context.setLineDash([]);
    [context.strokeStyle, context.lineWidth] = [run.color, RESIDUAL];
    context.beginPath();
    for (const [from, to] of this.#residuals(run, batch)) {
      context.moveTo(...this.#px(from));
      context.lineTo(...this.#px(to));
    }
    context.stroke();
    [context.fillStyle, context.strokeStyle, context.lineWidth] = [run.color, theme.casing, 1.2];
    for (const index of batch) {
      this.#circle(context, placeOf(surface.data, index), LIT);
      context.fill();
      context.stroke();
    }
  }

  /**
   * The lines from examples to what is predicted for them, where these are distances here.
   * @param {Run} run @param {Int32Array} batch @returns {number[][][]} the ends of each
   */
  #residuals(run, batch) {
    const { picture: { surface }, step } = this.#shown;
    if (featureCount(surface.data) > 1) return [];
    const at = Math.min(step, run.x.length - 1);
    const predicted = this.#ask("predictions", surface, { point: [run.x[at], run.y[at]], indices: batch });
    if (!predicted) return [];
    return Array.from(batch, (index, k) => {
      const [u, v] = placeOf(surface.data, index);
      return [[u, v], [u, predicted[k]]];
    });
  }

  /** @param {CanvasRenderingContext2D} context @param {number[]} place @param {number} radius px */
  #circle(context, place, radius) {
    context.beginPath();
    context.arc(...this.#px(place), radius, 0, 2 * Math.PI);
  }

  /** @param {number[]} place @returns {[number, number]} */
  #px([u, v]) {
    return [pixel(u, this.#frame.u), pixel(v, this.#frame.v)];
  }
}

/**
 * Says which batch is next.
 * @param {import("../live/batches.js").Drawing} drawing @param {number} update from 0
 */
export function batchInWords(drawing, update) {
  const { size, examples, replacement } = drawing;
  if (size >= examples) return `every gradient is of all ${examples} examples`;
  const perEpoch = batchesPerEpoch(drawing);
  if (replacement) return `${size} of ${examples} examples, drawn anew for every step`;
  return `epoch ${Math.floor(update / perEpoch) + 1}, batch ${(update % perEpoch) + 1} of ${perEpoch}`;
}

/** Residuals as a still shows them. @param {number[][][]} lines the ends of each @param {string} color */
function residualTrace(lines, color) {
  const coordinate = (k) => lines.flatMap((ends) => [...ends.map((place) => place[k]), null]);
  return { type: "scatter", mode: "lines", x: coordinate(0), y: coordinate(1), line: { color, width: RESIDUAL } };
}

/** Examples as a still shows them. @param {import("../data/picture.js").Surface} surface @param {Int32Array} indices @param {string} color @param {number} size px */
function marks(surface, indices, color, size) {
  const places = Array.from(indices, (index) => placeOf(surface.data, index));
  const isOpen = (index) => featureCount(surface.data) === 2 && surface.data.targets[index] === 0;
  return {
    type: "scatter",
    mode: "markers",
    x: places.map(([u]) => u),
    y: places.map(([, v]) => v),
    marker: { size, color, symbol: Array.from(indices, (index) => (isOpen(index) ? "circle-open" : "circle")) },
  };
}
