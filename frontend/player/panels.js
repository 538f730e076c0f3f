// The panels as one: each is shown what changed while it is visible, and catches up when it becomes so.

import { panelsOf } from "./layouts.js";
import { CurvesPanel } from "../curves/curves.js";
import { loss, NUMBERS } from "../curves/series.js";
import { MapPanel } from "../map/map.js";
import { ReliefPanel } from "../relief/relief.js";

/**
 * @typedef {import("../paths/panel.js").Panel} Panel
 * @typedef {import("../paths/panel.js").Listener} Listener
 * @typedef {import("../paths/panel.js").PanelView} PanelView
 * @typedef {import("../paths/panel.js").Parts} Parts
 * @typedef {import("../paths/panel.js").Shown} Shown
 * @typedef {import("../paths/panel.js").Theme} Theme
 * @typedef {(Plotly: any, parts: Parts, listener: Listener) => Panel} MakePanel
 *
 * @typedef {Object} PanelEntry
 * @property {string} label what it is to assistive technology @property {boolean} [isCurve] whether it has steps below it
 * @property {MakePanel} make
 */

/** @type {Object<string, PanelEntry>} Every panel by its name, in the order of the page. */
export const PANELS = {
  map: {
    label: "Map of the loss surface with the path of every contender",
    make: (Plotly, parts, listener) => new MapPanel(Plotly, parts, listener),
  },
  relief: {
    label: "The loss surface in three dimensions with the path of every contender",
    make: (Plotly, parts, listener) => new ReliefPanel(Plotly, parts, listener),
  },
  loss: {
    label: "Loss of every contender against the step",
    isCurve: true,
    make: (Plotly, parts) => new CurvesPanel(Plotly, parts, () => loss),
  },
  numbers: {
    label: "A number of every contender against the step",
    isCurve: true,
    make: (Plotly, parts) => new CurvesPanel(Plotly, parts, ({ numbers }) => NUMBERS[numbers]?.[1]),
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
  #options = { arrows: false, numbers: "none" };

  /** @param {Object<string, Parts>} parts of each panel by its name @param {Map<string, Panel>} panels */
  constructor(parts, panels) {
    [this.#parts, this.#panels] = [parts, panels];
    for (const panel of panels.values()) panel.setOptions?.(this.#options);
  }

  /** @param {string} layout a key of `LAYOUTS` @param {string} numbers the further curve, or "none" @param {number} step */
  setLayout(layout, numbers, step) {
    this.#setOptions({ numbers });
    this.#visible = panelsOf(layout, numbers);
    for (const [name, panel] of this.#panels) this.#setVisible(name, panel);
    if (!this.#latest) return;
    for (const name of this.#visible) {
      const panel = this.#panels.get(name);
      if (this.#current.has(name)) panel.resize();
      else this.#bring(name, step, false);
      panel.draw(step, false);
    }
  }

  /**
   * Shows a picture; the promise ends when it can be seen.
   * @param {import("../data/picture.js").Picture} picture @param {number} step
   * @param {{theme: Theme, hidden: Set<string>, focus: string|null, light: boolean}} options as `Shown` and `Panel.show`
   */
  show(picture, step, { light, ...options }) {
    this.#latest = { picture, step, ...options };
    const known = this.#current;
    this.#current = new Set();
    return Promise.all([...this.#visible].map((name) => this.#bring(name, step, light && known.has(name))));
  }

  /** @param {number} step @param {boolean} playing */
  draw(step, playing) {
    for (const name of this.#visible) this.#panels.get(name).draw(step, playing);
  }

  settle() {
    for (const name of this.#visible) this.#panels.get(name).settle();
  }

  /** @param {Set<string>} hidden ids of the contenders that are not drawn */
  setHidden(hidden) {
    if (this.#latest) this.#latest = { ...this.#latest, hidden };
    for (const name of this.#current) this.#panels.get(name).setHidden(hidden);
  }

  /** @param {string} focus the id of the contender in focus */
  setFocus(focus) {
    if (this.#latest) this.#latest = { ...this.#latest, focus };
    for (const name of this.#current) this.#panels.get(name).setFocus(focus);
  }

  /** @param {boolean} arrows whether the map draws −g and Δw */
  setArrows(arrows) {
    this.#setOptions({ arrows });
  }

  /** Gives what the layout shows, for a still, panel by panel. @param {Theme} theme */
  stills = (theme) => [...this.#visible].map((name) => this.#panels.get(name).still(theme));

  /** Takes zoom and camera of a link, for the next `show`. @param {PanelView} view */
  setView(view) {
    for (const panel of this.#panels.values()) panel.setView?.(view);
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

  /** @param {import("../paths/panel.js").Options} change */
  #setOptions(change) {
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

  /** Shows a panel the latest picture, as a light change only when it knew the one before. */
  #bring(name, step, light) {
    this.#current.add(name);
    return this.#panels.get(name).show({ ...this.#latest, step }, light);
  }
}

/**
 * Makes every panel of the table in its parts.
 * @param {import("../paths/panel.js").Plotly} Plotly @param {Object<string, Parts>} parts of each panel by its name
 * @param {Listener} listener
 */
export function createPanels(Plotly, parts, listener) {
  const panels = Object.entries(PANELS).map((
    [name, { make }],
  ) => /** @type {[string, Panel]} */ ([name, make(Plotly, parts[name], listener)]));
  return new Panels(parts, new Map(panels));
}
