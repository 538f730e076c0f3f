// Forwards calls to visible panels; hidden ones catch up when shown.

import { RATES_ALONE } from "../curves/choices.js";
import { panelsOf } from "./layouts.js";
import { ExamplesPanel } from "../examples/examples.js";
import { CurvesPanel } from "../curves/curves.js";
import { loss, NUMBERS } from "../curves/series.js";
import { MapPanel } from "../map/map.js";
import { ReliefPanel } from "../relief/relief.js";
import { SweepPanel } from "../sweep/sweep.js";

/**
 * @typedef {import("../paths/panel.js").Options} Options
 * @typedef {import("../paths/panel.js").Panel} Panel
 * @typedef {import("../paths/panel.js").PanelView} PanelView
 * @typedef {import("../paths/panel.js").Parts} Parts
 * @typedef {import("../paths/panel.js").Shown} Shown
 * @typedef {import("../paths/panel.js").Theme} Theme
 * @typedef {(Plotly: any, parts: Parts, listener: import("../paths/panel.js").Listener) => Panel} MakePanel
 */

/**
 * Every panel by its name, in the order of the page: what it is to assistive technology, how it is made, and whether it
 * stands beside the surface, as curves against the step do.
 * @type {Object<string, {label: string, make: MakePanel, isCurve?: boolean}>}
 */
export const PANELS = {
  map: {
    label: "Map of the loss surface with the path of every optimizer",
    make: (Plotly, parts, listener) => new MapPanel(Plotly, parts, listener),
  },
  relief: {
    label: "The loss surface in three dimensions with the path of every optimizer",
    make: (Plotly, parts, listener) => new ReliefPanel(Plotly, parts, listener),
  },
  data: {
    label: "The examples, and the model of every optimizer among them",
    make: (Plotly, parts, listener) => new ExamplesPanel(Plotly, parts, listener),
    isCurve: true,
  },
  sweep: {
    label: "How the optimizer in focus fares with other values",
    make: (Plotly, parts, listener) => new SweepPanel(Plotly, parts, listener),
    isCurve: true,
  },
  loss: {
    label: "Loss of every optimizer against the step",
    make: (Plotly, parts) => new CurvesPanel(Plotly, parts, () => loss),
    isCurve: true,
  },
  rate: {
    label: "Learning rate of every optimizer against the step",
    make: (Plotly, parts) =>
      new CurvesPanel(Plotly, parts, ({ numbers }) => NUMBERS[RATES_ALONE[numbers]?.beside ?? "rate"][1]),
    isCurve: true,
  },
  numbers: {
    label: "Another quantity of every optimizer against the step",
    make: (Plotly, parts) => new CurvesPanel(Plotly, parts, ({ numbers }) => NUMBERS[numbers]?.[1]),
    isCurve: true,
  },
};

/** Shows the panels of the layout, and remembers for the others what they have missed. */
export class Panels {
  #parts;
  /** @type {Map<string, Panel>} */
  #panels;
  /** @type {Set<string>} */
  #visible = new Set();
  /** @type {Set<string>} */
  #current = new Set(); // those that have been shown the latest picture
  /** @type {Shown|null} */
  #latest = null;
  /** @type {Options} */
  #options = {
    layer: "heights",
    arrows: false,
    cloud: false,
    eigenvectors: false,
    numbers: "none",
    axis: "updates",
    fan: null,
    probe: false,
    pin: null,
  };

  /** @param {Object<string, Parts>} parts of each panel by its name @param {Map<string, Panel>} panels */
  constructor(parts, panels) {
    [this.#parts, this.#panels] = [parts, panels];
    for (const panel of panels.values()) panel.setOptions?.(this.#options);
  }

  /**
   * Shows the panels of a layout; the promise resolves when they can be seen.
   * @param {string} layout a key of `LAYOUTS` @param {string} numbers the second curve, or "none" @param {number} step
   */
  async setLayout(layout, numbers, step) {
    this.#applyOptions({ numbers });
    this.#visible = panelsOf(layout, numbers);
    for (const [name, panel] of this.#panels) this.#setVisible(name, panel);
    if (this.#latest) await Promise.all([...this.#visible].map((name) => this.#fit(name, step)));
  }

  /**
   * Switches options; the promise resolves when the visible panels that they change can be seen.
   * @param {Partial<Options>} change @param {number} step
   */
  async setOptions(change, step) {
    this.#applyOptions(change);
    if (!this.#latest) return;
    const stale = [...this.#visible].filter((name) => !this.#current.has(name));
    await Promise.all(stale.map((name) => this.#bring(name, step, false)));
  }

  /**
   * Shows a picture; the promise resolves when it can be seen.
   * @param {import("../data/picture.js").Picture} picture @param {number} step
   * @param {{theme: Theme, hidden: Set<string>, focus: string|null, light: boolean, moving?: boolean}} options as `Shown`
   *   and `Panel.show`
   */
  async show(picture, step, { light, ...options }) {
    this.#latest = { picture, step, ...options };
    const known = this.#current;
    this.#current = new Set();
    await Promise.all([...this.#visible].map((name) => this.#bring(name, step, light && known.has(name))));
  }

  /** Shows the latest picture again in another theme. @param {Theme} theme @param {number} step */
  async setTheme(theme, step) {
    if (!this.#latest) return;
    const { picture, hidden, focus } = this.#latest;
    await this.show(picture, step, { theme, hidden, focus, light: false });
  }

  /** @param {number} step @param {boolean} playing */
  draw(step, playing) {
    for (const name of this.#visible) this.#panels.get(name).draw(step, playing);
  }

  settle() {
    for (const name of this.#visible) this.#panels.get(name).settle();
  }

  /** @param {Set<string>} hidden ids of the contenders that are not drawn */
  async setHidden(hidden) {
    if (this.#latest) this.#latest = { ...this.#latest, hidden };
    await Promise.all([...this.#current].map((name) => this.#panels.get(name).setHidden(hidden)));
  }

  /** @param {string} focus the id of the contender in focus */
  async setFocus(focus) {
    if (this.#latest) this.#latest = { ...this.#latest, focus };
    await Promise.all([...this.#current].map((name) => this.#panels.get(name).setFocus(focus)));
  }

  /** Gives what the layout shows, for a still, panel by panel. @param {Theme} theme */
  stills(theme) {
    return [...this.#visible].map((name) => this.#panels.get(name).still(theme));
  }

  /** Takes zoom and camera of a link, for the next `show`. @param {PanelView} view */
  setView(view) {
    for (const panel of this.#panels.values()) panel.setView?.(view);
  }

  /** Moves what is seen to a point of the surface. @param {number[]} point */
  moveTo(point) {
    for (const name of this.#visible) this.#panels.get(name).moveTo?.(point);
  }

  /** Gives zoom and camera, as a link holds them. @returns {PanelView} */
  view() {
    return Object.assign({}, ...[...this.#panels.values()].map((panel) => panel.view?.()));
  }

  resize() {
    for (const name of this.#visible) this.#panels.get(name).resize();
  }

  destroy() {
    for (const panel of this.#panels.values()) panel.destroy();
  }

  /** @param {Partial<Options>} change */
  #applyOptions(change) {
    this.#options = { ...this.#options, ...change };
    for (const [name, panel] of this.#panels) if (panel.setOptions?.(this.#options)) this.#current.delete(name);
  }

  #setVisible(name, panel) {
    const hidden = !this.#visible.has(name);
    this.#parts[name].panel.hidden = hidden;
    if (!hidden || !panel.release) return;
    panel.release();
    this.#current.delete(name);
  }

  /** Fits a visible panel to the layout, and shows it the latest picture if it has missed that. */
  async #fit(name, step) {
    const panel = this.#panels.get(name);
    const shown = this.#current.has(name) ? panel.resize() : this.#bring(name, step, false);
    panel.draw(step, false);
    await shown;
  }

  /** Shows a panel the latest picture, as a light change only when it knew the one before. */
  async #bring(name, step, light) {
    this.#current.add(name);
    await this.#panels.get(name).show({ ...this.#latest, step }, light);
  }
}

/**
 * Makes every panel of the table in its parts.
 * @param {any} Plotly @param {Object<string, Parts>} parts by the name of the panel
 * @param {import("../paths/panel.js").Listener} listener
 */
export function createPanels(Plotly, parts, listener) {
  const made = Object.entries(PANELS).map(([name, { make }]) => /** @type {const} */ ([
    name,
    make(Plotly, parts[name], listener),
  ]));
  return new Panels(parts, new Map(made));
}
