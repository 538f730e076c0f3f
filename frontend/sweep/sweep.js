// The panel of a sweep: how the contender in focus fares with every α and every value of another number of it, with the
// values that it has as a cross. Dragged, the cross takes the race with it.

import {
  axesOf,
  cellAt,
  chosenAt,
  fieldOf,
  keyOf,
  middles,
  numbersUp,
  placeOn,
  rangeOf,
  sweepGrid,
  ticksOf,
  valueAt,
  wholeOf,
} from "./axes.js";
import { Choices } from "./choices.js";
import { isInTheory, limitLine } from "./limit.js";
import { Lines } from "./lines.js";
import { measured } from "./measures.js";
import { readPointer } from "./pointer.js";
import { zoomed } from "./zoom.js";
import { element, setAttribute } from "../dom/elements.js";
import { written } from "../dom/format.js";
import { axis, CONFIG, frameOf, layout } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { CellImage } from "../landscape/cell_image.js";
import { CellLegend, entriesOf } from "../landscape/cell_legend.js";
import { Following } from "../landscape/following.js";
import { Pool } from "../landscape/pool.js";
import { valueAt as valueIn } from "../live/change.js";
import { isNotKnownHere } from "../live/not_known_here.js";
import { Handle } from "../paths/handle.js";
import { placeLayer } from "../paths/layer_canvas.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { LINE_WIDTH } from "../paths/strokes.js";

/**
 * @typedef {import("../paths/panel.js").Panel} Panel
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./axes.js").Axes} Axes
 * @typedef {import("./axes.js").Ranges} Ranges
 */

const LINES = 200; // points of the limit of stability

/** @implements {Panel} */
export class SweepPanel {
  #Plotly;
  #parts;
  #listener;
  #size;
  #graph = /** @type {import("../paths/panel.js").Graph} */ (element("div", { class: "downhill-graph" }));
  #layer = element("div", { class: "downhill-layer" });
  #handles = element("div", { class: "downhill-layer downhill-handles" });
  #image = new CellImage();
  #legend = new CellLegend("downhill-sweep-legend");
  #lines = new Lines();
  #choices;
  #stopPointer;
  #cross;
  /** @type {Pool|null} from when something is computed */
  #pool = null;
  /** @type {Following|null} */
  #following = null;
  #shown = NOTHING_SHOWN;
  /** @type {{field: string|null, measure: string, zoom: number[][]|null}} */
  #view = { field: null, measure: "outcome", zoom: null };
  /** @type {Axes|null} */
  #axes = null;
  /** @type {Ranges|null} */
  #ranges = null;
  /** @type {import("../paths/trails.js").Frame|null} */
  #frame = null;
  #key = ""; // what the last grid follows from
  /** @type {{found: import("../landscape/pool.js").Found, grid: import("../landscape/pool.js").Grid}|null} */
  #last = null;
  /** @type {{u: Float64Array, v: Float64Array}|null} */
  #limit = null;
  /** @type {import("./measures.js").Measured|null} */
  #measured = null;

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {Pick<import("../paths/panel.js").Listener, "ask"|"survey"|"sliders"|"onSettings"|"onView">} listener
   */
  constructor(Plotly, parts, listener) {
    [this.#Plotly, this.#parts, this.#listener] = [Plotly, parts, listener];
    this.#size = createSize(parts.stack);
    this.#layer.append(this.#image.node, this.#lines.node);
    parts.stack.append(this.#graph, this.#layer);
    this.#cross = new Handle("sweep", () => this.#frame, (point, isDone, from) => this.#set(point ?? from, isDone));
    this.#handles.append(this.#cross.button);
    parts.plot.append(this.#handles);
    this.#legend.node.tabIndex = 0; // it is scrolled where an outcome has many lines
    parts.panel.append(this.#legend.node);
    this.#choices = new Choices(parts.title, parts.plot, {
      onUp: (field) => this.#choose({ field, zoom: null }),
      onMeasure: (measure) => this.#choose({ measure }),
      onZoom: (factor) => this.#zoom(factor, this.#place()),
      onWhole: () => this.#choose({ zoom: null }),
    });
    const read = () => this.#axes && this.#frame;
    this.#stopPointer = readPointer(parts.stack, parts.readout, read, {
      tell: (place) => this.#tell(place),
      onPlace: (place) => this.#last && this.#set(place, true),
      onZoom: (factor, place) => this.#zoom(factor, place),
    });
  }

  show(shown) {
    this.#shown = shown;
    return this.#renew();
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
  }

  /** Kernels and sliders may have come since. */
  settle() {
    if (!this.#axes) this.#renew();
    else this.#compute();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    this.#renew();
  }

  resize() {
    if (this.#axes && this.#size.changed()) this.#align(this.#drawAxes());
  }

  setView(view) {
    const { sweep_up: field, sweep_shows: measure, sweep_zoom: zoom } = view;
    if (field !== undefined) this.#view.field = field;
    if (measure !== undefined) this.#view.measure = measure ?? "outcome";
    if (zoom !== undefined) this.#view.zoom = zoom;
  }

  view() {
    const { field, measure, zoom } = this.#view;
    return { sweep_up: field, sweep_shows: measure, sweep_zoom: zoom };
  }

  still(theme) {
    if (!this.#axes || !this.#last) return { title: "sweep", words: this.#legend.node.textContent };
    const { across, up } = this.#axes;
    const { x, y } = this.#ranges;
    const [u, v] = this.#place();
    const cross = { symbol: "cross-thin", size: 16, line: { color: theme.text, width: 2.5 } };
    const line = { color: theme.text, width: LINE_WIDTH, dash: "dash" };
    const limit = this.#limit
      ? [{ type: "scatter", mode: "lines", x: [...this.#limit.u], y: [...this.#limit.v], line }]
      : [];
    const meaning = this.#limit ? [{ words: "limit of stability", line, marker: { opacity: 0 } }] : [];
    return {
      title: `sweep of ${this.#run().label}`,
      traces: [...limit, { type: "scatter", mode: "markers", x: [u], y: [v], marker: cross }],
      images: this.#image.images(this.#ranges, theme),
      xaxis: { title: across.symbol, range: [...x], tickmode: "array", ...ticksOf(across, x), showgrid: false },
      yaxis: { title: up.symbol, range: [...y], tickmode: "array", ...ticksOf(up, y), showgrid: false },
      entries: [...(this.#measured ? entriesOf(this.#measured, theme) : []), ...meaning],
    };
  }

  destroy() {
    this.#pool?.destroy();
    this.#size.destroy();
    this.#choices.destroy();
    this.#cross.destroy();
    for (const node of [this.#handles, this.#legend.node]) node.remove();
    this.#stopPointer();
    this.#Plotly.purge(this.#graph);
    this.#parts.stack.replaceChildren();
  }

  /** The contender in focus. @returns {Run|undefined} */
  #run() {
    const { picture, focus } = this.#shown;
    return picture?.runs.find(({ id }) => id === focus);
  }

  /** Shows the sweep of what is shown now. */
  #renew() {
    const { picture } = this.#shown;
    const [run, sliders] = [this.#run(), this.#listener.sliders()];
    if (!picture || !sliders) return;
    const before = this.#axes;
    this.#axes = run ? axesOf(picture, run, sliders, this.#view.field) : null;
    const numbers = run ? numbersUp(picture, run) : [];
    const field = this.#axes ? fieldOf(this.#axes.up) : "";
    this.#choices.show(numbers, field, this.#view.measure, this.#view.zoom !== null);
    if (!this.#axes) return this.#showNothing(run ? `${run.label} has no second number that could be swept.` : "");
    this.#ranges = this.#rangesNow();
    if (this.#frame && JSON.stringify(before) === JSON.stringify(this.#axes) && this.#shown.moving) {
      this.#compute();
      return this.#drawLines();
    }
    return this.#align(this.#drawAxes());
  }

  /** The part in sight: of the zoom of a link, as much as there is on these axes. @returns {Ranges} */
  #rangesNow() {
    const { across, up } = this.#axes;
    const [x, y] = this.#view.zoom ?? [];
    const parts = x && y ? [rangeOf(across, x), rangeOf(up, y)] : [];
    return { x: parts[0] ?? wholeOf(across), y: parts[1] ?? wholeOf(up) };
  }

  /** @param {string} words why there is none */
  #showNothing(words) {
    [this.#key, this.#last, this.#limit] = ["", null, null];
    this.#following?.stop();
    this.#handles.hidden = true;
    this.#showCells(null, words);
    if (this.#frame) this.#drawLines();
  }

  #drawAxes() {
    const { theme } = this.#shown;
    const { across, up } = this.#axes;
    const { x, y } = this.#ranges;
    const margin = {
      l: Math.round(theme.size * 4),
      r: 14,
      t: Math.round(theme.size * 0.75),
      b: Math.round(theme.size * 3.1),
    };
    const fixed = { fixedrange: true, showgrid: false, tickmode: "array" };
    const drawn = layout(theme, this.#size.now(), margin, {
      dragmode: false,
      xaxis: axis(theme, across.symbol, { ...fixed, range: [...x], ...ticksOf(across, x) }),
      yaxis: axis(theme, up.symbol, { ...fixed, range: [...y], ...ticksOf(up, y) }),
    });
    return this.#Plotly.react(this.#graph, [], drawn, CONFIG);
  }

  /** Puts the layers where the axes are. @param {Promise<unknown>} drawn @returns {Promise<unknown>} */
  #align(drawn) {
    this.#frame = frameOf(this.#graph);
    for (const layer of [this.#layer, this.#handles]) placeLayer(layer, this.#frame);
    this.#lines.fit(this.#frame);
    this.#handles.hidden = false;
    if (this.#last) this.#showFound();
    this.#compute();
    this.#drawLines();
    return drawn;
  }

  /** Computes the grid, unless that is the last one. */
  #compute() {
    const { picture } = this.#shown;
    const [run, sources] = [this.#run(), this.#listener.survey(picture.surface)];
    if (!run || !sources) return;
    if (sources.isConcealed) return this.#showNothing("Shown once the results are revealed.");
    const key = keyOf(picture, run, this.#axes, this.#ranges);
    if (key === this.#key) return;
    this.#key = key;
    try {
      this.#limit = this.#limitNow(picture, run);
      this.#wanted(sweepGrid(picture, run, this.#axes, this.#ranges, sources.kernels));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {import("../data/picture.js").Picture} picture @param {Run} run */
  #limitNow(picture, run) {
    const { up } = this.#axes;
    const values = middles(this.#ranges.y, LINES).map((place) => valueAt(place, up.scale));
    return limitLine(this.#listener.ask, picture, run, this.#axes, values);
  }

  /** @param {import("../landscape/pool.js").Grid} grid */
  #wanted(grid) {
    this.#pool ??= new Pool();
    this.#following ??= new Following(this.#pool, (found, of) => this.#take(found, of), (error) => this.#fail(error));
    setAttribute(this.#parts.panel, "data-done", "false");
    this.#following.want(grid);
  }

  /** @param {import("../landscape/pool.js").Found} found @param {import("../landscape/pool.js").Grid} grid */
  #take(found, grid) {
    this.#last = { found, grid };
    if (!this.#axes || !this.#frame) return;
    this.#showFound();
    this.#drawLines();
    setAttribute(this.#parts.panel, "data-done", found.done === 1);
  }

  #showFound() {
    const { found, grid } = this.#last;
    const sources = this.#listener.survey(this.#shown.picture.surface);
    if (!sources) return;
    const cells = measured(this.#view.measure, grid, found, sources.kinds);
    this.#showCells(cells, cells.note ?? this.#withoutLimit());
    this.#image.draw(this.#ranges, this.#frame);
  }

  /** Why there is no line where theory has one for other rules, or "". */
  #withoutLimit() {
    const isMissing = !this.#limit && isInTheory(this.#shown.picture, this.#run(), this.#axes);
    return isMissing ? "No limit of stability: it depends on the path." : "";
  }

  /** @param {import("./measures.js").Measured|null} cells @param {string} words why there are none */
  #showCells(cells, words) {
    this.#measured = cells;
    const { theme } = this.#shown;
    this.#image.show(cells && { ...cells, columns: this.#last.grid.columns.values.length }, theme);
    this.#legend.show(words, cells, theme);
  }

  /** @param {Error} error */
  #fail(error) {
    if (!isNotKnownHere(error)) throw error;
    this.#showNothing(error.message);
  }

  /** The values of the contender in focus, as places on the axes. @returns {[number, number]} */
  #place() {
    const { across, up } = this.#axes;
    return [this.#placeOf(across), this.#placeOf(up)];
  }

  /** @param {import("./axes.js").Axis} which */
  #placeOf({ path, scale, high, integer }) {
    const { picture: { surface } } = this.#shown;
    const owner = path[0] === "surfaceParameters" ? { surfaceParameters: surface.parameters } : this.#run().terms;
    const value = Number(valueIn(owner, path));
    return placeOn(integer ? Math.min(value, high) : value, scale); // a batch size beyond all examples is that of all
  }

  /** Draws the limit of stability and the cross. */
  #drawLines() {
    this.#image.draw(this.#ranges, this.#frame);
    if (!this.#axes || this.#handles.hidden) return this.#lines.erase();
    const point = this.#place();
    this.#lines.draw(this.#frame, this.#shown.theme, point, this.#limit);
    const { across, up } = this.#axes;
    const said = [across, up].map((each, k) => inWords(each, valueAt(point[k], each.scale)));
    this.#cross.show({ name: `${this.#run().label}, its values`, point, axes: [], said }, this.#frame);
  }

  /** Has the contender take the values at a place. @param {number[]} place @param {boolean} isDone */
  #set([u, v], isDone) {
    const { across, up } = this.#axes;
    const { id } = this.#run();
    this.#listener.onSettings(
      [[across, u], [up, v]].map(([which, place]) => {
        const { path } = /** @type {import("./axes.js").Axis} */ (which);
        const value = chosenAt(/** @type {number} */ (place), /** @type {import("./axes.js").Axis} */ (which));
        return { path: path[0] === "surfaceParameters" ? path : ["contenders", id, ...path], value };
      }),
      isDone,
    );
  }

  /** @param {Partial<{field: string|null, measure: string, zoom: number[][]|null}>} change */
  #choose(change) {
    this.#view = { ...this.#view, ...change };
    this.#renew();
    this.#listener.onView();
  }

  /** Looks nearer at a place, which stays where it is. @param {number} factor @param {number[]} place */
  #zoom(factor, place) {
    const zoom = zoomed(this.#axes, this.#ranges, factor, place);
    if (zoom !== undefined) this.#choose({ zoom });
  }

  /** Says what is found at a place, or "". @param {number[]} place */
  #tell([u, v]) {
    if (!this.#last || !this.#measured) return "";
    const { across, up } = this.#axes;
    const [columns, rows] = [this.#last.grid.columns.values, this.#last.grid.rows.values];
    const [column, row] = [cellAt(this.#ranges.x, u, columns.length), cellAt(this.#ranges.y, v, rows.length)];
    const at = [inWords(across, columns[column]), inWords(up, rows[row])].join(", ");
    return `${at}: ${this.#measured.tell(row * columns.length + column)}`;
  }
}

/** "\u03b1 0.1" @param {import("./axes.js").Axis} axis @param {number} value */
const inWords = ({ symbol, scale }, value) => `${symbol} ${written(value, scale)}`;
