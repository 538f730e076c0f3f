// The stage: the panels of a layout, in the theme of the page and at the size that there is.

import { setAttribute } from "../dom/elements.js";
import { loadPlotly } from "../dom/plotly.js";
import { loadStyle } from "../host/stylesheet.js";
import { readTheme, watchTheme } from "../host/theme.js";
import { aspectOf } from "../map/contours.js";
import { panelsOf } from "./layouts.js";
import { createPanels, PANELS } from "./panels.js";

const WIDE = 1.4; // times its height is the width of a map that leaves room below it
const NARROW = 560; // px of width below which panels stand below each other, as in styles/panels.css

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 *
 * @typedef {Object} StageListener
 * @property {(x: number, y: number) => void} onPoint a click on the map
 * @property {(id: string) => void} onFocus a click on the path of a contender
 * @property {() => void} onView someone has zoomed or turned the camera
 * @property {(layout: string, numbers: string) => void} onLayout
 * @property {() => void} onTheme the panels have to be shown anew
 */

export class Stage {
  #skeleton;
  #playback;
  #listener;
  #fill;
  #Plotly = null;
  /** @type {ReturnType<typeof createPanels>|null} from the moment Plotly is there */
  #panels = null;
  /** @type {import("../host/theme.js").Theme|null} from the first picture on */
  #theme = null;
  #layout = "map-loss";
  #numbers = "gradient"; // the further curve
  #isWide = false; // whether a map of this shape leaves room below it
  #stopTheme;
  #sizes = new ResizeObserver(() => this.#resize());

  /**
   * @param {import("./skeleton.js").Skeleton} skeleton @param {import("./playback.js").Playback} playback
   * @param {StageListener} listener @param {boolean} fill whether every picture fills the container
   */
  constructor(skeleton, playback, listener, fill) {
    this.#skeleton = skeleton;
    this.#playback = playback;
    this.#listener = listener;
    this.#fill = fill;
    skeleton.root.style.visibility = "hidden"; // until there is a picture and a style sheet for it
    this.#stopTheme = watchTheme(skeleton.root, () => this.#restyle());
    this.#sizes.observe(skeleton.panels);
  }

  /**
   * Makes the panels, once what they need is there.
   * @param {string} plotlyUrl @param {string|null} cssUrl @param {() => boolean} isAlive whether they are still wanted
   */
  async load(plotlyUrl, cssUrl, isAlive) {
    [this.#Plotly] = await Promise.all([loadPlotly(plotlyUrl), loadStyle(cssUrl)]);
    if (!isAlive()) return;
    this.#panels = createPanels(this.#Plotly, this.#skeleton.parts, this.#listener);
  }

  get layout() {
    return this.#layout;
  }

  /** @param {string} layout a key of `LAYOUTS` @param {string} [numbers] the further curve, or "none" */
  setLayout(layout, numbers = this.#numbers) {
    [this.#layout, this.#numbers] = [layout, numbers];
    const { root } = this.#skeleton;
    const shown = this.#shown();
    setAttribute(root, "data-layout", layout);
    setAttribute(root, "data-numbers", numbers);
    setAttribute(root, "data-panels", shown.size);
    setAttribute(root, "data-curves", [...shown].filter((name) => PANELS[name].isCurve).length);
    this.#markWide();
    this.#listener.onLayout(layout, numbers);
    this.#panels.setLayout(layout, numbers, this.#playback.step);
    this.#playback.settleSoon();
  }

  /** @param {string} numbers the further curve, or "none" */
  setNumbers(numbers) {
    this.setLayout(this.#layout, numbers);
  }

  /** The ranges of the map, or null. @returns {number[][]|null} */
  get zoom() {
    return this.#panels.view().zoom;
  }

  /** @param {number[][]|null} zoom for the next `show` */
  setZoom(zoom) {
    this.#panels.setView({ zoom });
  }

  /** From where the relief is seen, or null. @returns {number[][]|null} */
  get camera() {
    return this.#panels.view().camera;
  }

  /** @param {number[][]|null} camera for the next `show` */
  setCamera(camera) {
    this.#panels.setView({ camera });
  }

  /** Makes room for a picture that `show` shows. @param {Picture} picture */
  fit({ surface, fill }) {
    const { root } = this.#skeleton;
    const aspect = aspectOf(surface.window);
    root.toggleAttribute("data-fill", fill || this.#fill);
    root.style.setProperty("--downhill-aspect", String(aspect));
    this.#isWide = aspect > WIDE;
    this.#markWide();
    if (this.#theme === null) this.#begin();
  }

  /**
   * Shows a picture at the step of the playback.
   * @param {Picture} picture @param {{hidden: Set<string>, focus: string|null}} contenders
   * @param {boolean} light whether the runs alone have changed
   */
  async show(picture, { hidden, focus }, light) {
    await this.#panels.show(picture, this.#playback.step, { theme: this.#theme, hidden, focus, light });
  }

  /** Draws a step within an animation frame. @param {number} step */
  draw(step) {
    this.#panels.draw(step, this.#playback.playing);
  }

  /** Lets the graphs hold the step that is shown, for hover and for whoever reads them. */
  settle() {
    this.#panels.settle();
  }

  /** @param {Set<string>} hidden */
  setHidden(hidden) {
    this.#panels.setHidden(hidden);
  }

  /** @param {string} focus */
  setFocus(focus) {
    this.#panels.setFocus(focus);
  }

  /** @param {boolean} wanted whether −g and Δw are drawn */
  setArrows(wanted) {
    this.#panels?.setArrows(wanted);
  }

  /** What a still is made of, beside picture, step and runs. */
  look() {
    const { panels } = this.#skeleton;
    return {
      Plotly: this.#Plotly,
      theme: this.#theme,
      stills: (colors) => this.#panels.stills(colors),
      screen: { width: panels.clientWidth, tall: panels.clientHeight },
    };
  }

  destroy() {
    this.#sizes.disconnect();
    this.#stopTheme();
    this.#panels?.destroy();
  }

  #begin() {
    const { root } = this.#skeleton;
    this.#theme = readTheme(root);
    root.style.visibility = "";
    // On a telephone the second curve would push the transport out of sight; it can be switched on.
    this.setLayout(this.#layout, root.clientWidth < NARROW ? "none" : this.#numbers);
  }

  #shown() {
    return panelsOf(this.#layout, this.#numbers);
  }

  #markWide() {
    this.#skeleton.root.toggleAttribute("data-wide", this.#isWide && this.#shown().has("map"));
  }

  #restyle() {
    if (this.#theme === null) return;
    const theme = readTheme(this.#skeleton.root);
    if (JSON.stringify(theme) === JSON.stringify(this.#theme)) return;
    this.#theme = theme;
    this.#listener.onTheme();
  }

  #resize() {
    // There is nothing to draw before a first picture, and nothing to draw on while the page hides us.
    if (this.#theme !== null && this.#skeleton.panels.clientWidth > 0) this.#panels.resize();
  }
}
