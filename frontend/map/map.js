// The map panel: contours and critical points, the paths over them, and the arrows at their heads.

import { criticalPointKey, goalTrace } from "./critical_points.js";
import { reachOf, stillContours } from "./contours.js";
import { FanLayer } from "./fan_layer.js";
import { MapGraphs } from "./graphs.js";
import { createLayerChoice } from "./layer_choice.js";
import { MapLayers } from "./layers.js";
import { Pin } from "./pin.js";
import { readPinch } from "./pinch.js";
import { readPointer } from "./pointer.js";
import { Probe } from "./probe.js";
import { StartHandles } from "./start_handles.js";
import { coversHeights, SurveyLayer } from "./survey_layer.js";
import { Zoom } from "./zoom.js";
import { frameIn } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { cutAt } from "../paths/polyline.js";
import { element, setText } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { pathTrace, stillPaths } from "../paths/traces.js";

/** @typedef {import("../paths/panel.js").Panel} Panel */

const PINCH_MS = 500; // after a pinch in which no click is meant

/** @implements {Panel} */
export class MapPanel {
  #parts;
  #listener;
  #graphs;
  #size;
  #stopPointer;
  #stopPinch;
  #pinchedAt = -Infinity; // ms
  #drawnLayer = "heights";
  #layers;
  #fan = new FanLayer();
  #probe;
  #survey;
  #handles;
  #pin;
  #reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Whole map");
  #key = element("span", { class: "downhill-mark-key" });
  #zoom = new Zoom(this.#reset);
  #choice;
  #shown = NOTHING_SHOWN;
  /** @type {import("../paths/panel.js").Options|null} */
  #options = null;
  /** @type {import("../paths/polyline.js").Polyline[]} */
  #lines = []; // one for each run

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {import("../paths/panel.js").Listener} listener
   */
  constructor(Plotly, parts, listener) {
    [this.#parts, this.#listener] = [parts, listener];
    this.#size = createSize(parts.stack);
    this.#layers = new MapLayers(listener.ask);
    this.#graphs = new MapGraphs(Plotly, () => this.#content(), {
      onDrag: (ranges) => this.#follow(ranges),
      onDragged: () => this.#showZoom(),
    });
    this.#choice = createLayerChoice(listener.onLayer);
    this.#survey = new SurveyLayer(parts.panel, listener, () => this.resize());
    parts.stack.append(
      this.#survey.under,
      this.#graphs.base,
      this.#survey.over,
      this.#fan.layer,
      this.#layers.below,
      this.#graphs.overlay,
      this.#layers.above,
    );
    this.#handles = new StartHandles(listener.onStart);
    this.#pin = new Pin(listener.onPin);
    this.#probe = new Probe(parts.plot, listener);
    const { notes } = this.#layers;
    const above = [this.#probe.layer, this.#handles.layer, this.#pin.layer, this.#reset];
    parts.plot.append(this.#fan.scale, notes, ...above, this.#choice);
    parts.title.after(this.#key, this.#layers.arrowKey);
    this.#stopPointer = readPointer(this.#graphs.overlay, parts.readout, () => this.#underPointer(), {
      onPoint: (x, y) => this.#isPinched() || listener.onPoint(x, y),
      onFocus: listener.onFocus,
      onWhole: this.#endZoom,
    });
    this.#stopPinch = readPinch(
      this.#graphs.overlay,
      () => ({ ranges: this.#zoom.ranges, frame: this.#layers.frame }),
      { onPinch: (ranges) => this.#pinch(ranges), onPinched: () => this.#showZoom() },
    );
    this.#reset.addEventListener("click", this.#endZoom);
  }

  /** Draws the paths on the canvas alone: the graph takes them over when it settles. */
  show(shown, light) {
    this.#shown = shown;
    const { surface, runs } = shown.picture;
    this.#zoom.setSurface(surface);
    if (this.#drawnLayer !== this.#options.layer) {
      this.#drawnLayer = this.#options.layer;
      this.#survey.setLayer(this.#drawnLayer);
    }
    setText(this.#parts.title, surface.title);
    this.#lines = runs.map((run) => cutAt(run.x, run.y, reachOf(surface.window)));
    if (!light) {
      this.#key.replaceChildren(...criticalPointKey(surface));
      this.#size.forget();
    }
    const drawn = light ? Promise.resolve() : this.#graphs.drawAxes(shown.moving);
    this.#handles.setPicture(shown.picture, shown.hidden);
    this.#setTrails();
    this.#align();
    return drawn;
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#layers.draw(step, false);
  }

  settle() {
    this.#graphs.catchUp();
    this.#layers.finish(this.#shown.step);
    this.#showSurvey({ ...this.#shown, moving: false });
    this.#graphs.drawPaths();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#handles.setPicture(this.#shown.picture, hidden);
    this.#drawTrails();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    this.#drawTrails();
  }

  setOptions(options) {
    this.#options = options;
    this.#choice.value = options.layer;
    this.#probe.hold(options.probe);
    this.#pin.setPin(options.pin, this.#shown.picture?.surface.axes ?? []); // without a picture there is no pin
    if (this.#layers.frame) {
      this.#setLayer();
      this.#drawTrails();
    }
    return false;
  }

  setView({ zoom }) {
    if (zoom !== undefined) this.#zoom.setView(zoom);
  }

  view() {
    return { zoom: this.#zoom.view() };
  }

  moveTo(point) {
    this.#zoom.moveTo(point);
    this.#graphs.moveBase();
    this.#showZoom();
  }

  still(theme) {
    const { picture, step } = this.#shown;
    const { x, y } = this.#zoom.ranges;
    const surface = stillContours(picture.surface, theme, !coversHeights(this.#options.layer));
    return {
      shape: (x[1] - x[0]) / (y[1] - y[0]),
      legend: surface.legend,
      traces: [
        ...surface.traces,
        ...this.#fan.traces(theme),
        ...stillPaths(this.#layers.trails, step, theme),
        goalTrace(picture.surface, theme, typeScale(theme)),
      ],
      over: (area) => {
        const frame = frameIn(area, { x, y });
        const arrows = this.#survey.outlines(frame, theme);
        return [...arrows, ...this.#layers.outlines(step, frame, theme), ...this.#pin.outlines(frame, theme)];
      },
      images: this.#survey.images(theme),
      entries: [...this.#survey.entries(theme), ...this.#fan.entries(theme), ...this.#layers.entries(step, theme)],
      xaxis: { title: this.#shown.picture.surface.axes[0], range: [...x], showgrid: false, nticks: 9 },
      yaxis: { title: this.#shown.picture.surface.axes[1], range: [...y], showgrid: false, nticks: 7 },
    };
  }

  resize() {
    if (!this.#size.changed()) return;
    this.#graphs.drawBase();
    this.#graphs.drawPaths();
    this.#align();
  }

  destroy() {
    this.#size.destroy();
    this.#stopPointer();
    this.#stopPinch();
    this.#reset.removeEventListener("click", this.#endZoom);
    const parts = [this.#survey, this.#graphs, this.#layers, this.#fan, this.#probe, this.#handles, this.#pin];
    for (const part of parts) part.destroy();
    for (const node of [this.#key, this.#reset, this.#choice]) node.remove();
    this.#parts.stack.replaceChildren();
  }

  /** @returns {import("./graphs.js").Content} */
  #content() {
    const { picture, theme, step, hidden } = this.#shown;
    const paths = () =>
      picture.runs.map((run, k) =>
        pathTrace(run, this.#lines[k], step, { theme, shown: !hidden.has(run.id), placed: true })
      );
    return {
      surface: picture.surface,
      theme,
      ranges: this.#zoom.ranges,
      size: () => this.#size.now(),
      paths,
      isFilled: !coversHeights(this.#options.layer),
    };
  }

  /** @returns {import("./pointer.js").UnderPointer} */
  #underPointer() {
    const { picture, step } = this.#shown;
    const { trails, frame } = this.#layers;
    const [tell, startAt] = [(point) => this.#survey.tell(point), (point) => this.#survey.startAt(point)];
    return { picture, step, trails, frame, tell, startAt, zoomed: this.#zoom.active };
  }

  /** Takes the layer that is wanted, and draws the contours without their colours where it has its own. */
  #setLayer() {
    const { layer } = this.#options;
    if (layer === this.#drawnLayer) return;
    this.#drawnLayer = layer;
    this.#survey.setLayer(layer);
    this.#graphs.drawBase();
  }

  /** @param {import("../paths/panel.js").Shown} shown */
  #showSurvey(shown) {
    this.#survey.show(shown, this.#zoom.ranges);
  }

  #setTrails() {
    const { picture, theme, hidden, focus } = this.#shown;
    this.#showSurvey(this.#shown);
    this.#layers.setTrails(this.#lines, this.#shown, this.#options);
    const reach = reachOf(picture.surface.window);
    const isFan = this.#options.fan !== null && focus !== null && !hidden.has(focus);
    this.#fan.setFan(isFan ? this.#listener.fan(picture, focus, this.#options.fan) : null, reach, theme);
    this.#probe.setLook({ hidden, theme, reach });
  }

  #drawTrails() {
    this.#setTrails();
    this.#layers.draw(this.#shown.step, true);
  }

  /** Moves the layers to the axes of the graphs. */
  #align() {
    this.#layers.setFrame(this.#graphs.frame);
    const parts = [this.#survey, this.#fan, this.#probe, this.#handles, this.#pin];
    for (const part of parts) part.setFrame(this.#graphs.frame);
    this.#layers.draw(this.#shown.step, true);
  }

  #follow(ranges) {
    this.#zoom.set(ranges);
    this.#align();
  }

  /** @param {import("./zoom.js").Ranges} ranges */
  #pinch(ranges) {
    const [[x0, x1]] = this.#shown.picture.surface.window;
    this.#pinchedAt = performance.now();
    this.#zoom.set(ranges.x[1] - ranges.x[0] < x1 - x0 ? ranges : null);
    this.#graphs.moveBase();
    this.#graphs.drawPaths();
    this.#align();
  }

  /** Whether fingers have just left that were two: the last of them to leave is no click. */
  #isPinched() {
    return performance.now() - this.#pinchedAt < PINCH_MS;
  }

  #showZoom() {
    this.#graphs.drawPaths();
    this.#align();
    this.#showSurvey(this.#shown);
    this.#listener.onView();
  }

  #endZoom = () => {
    this.#zoom.set(null);
    this.#graphs.moveBase();
    this.#showZoom();
  };
}
