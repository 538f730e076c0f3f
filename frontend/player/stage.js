// The layout's panels, in the page's theme and the available size.

import { element } from "../dom/elements.js";
import { loadPlotly } from "../dom/plotly.js";
import { loadStyle } from "../host/stylesheet.js";
import { readTheme, watchTheme } from "../host/theme.js";
import { axesOf } from "../curves/across.js";
import { aspectOf } from "../map/contours.js";
import { DATA } from "../curves/choices.js";
import { LAYOUTS } from "./layouts.js";
import { createPanels } from "./panels.js";
import { keepForPrint } from "./print.js";
import { markLayout } from "./skeleton.js";

const WIDE = 1.4; // aspect ratio from which a map leaves room below it
const NARROW = 560; // px of width below which panels are stacked, as in styles/panels.css
const LOW = 540; // px of height below which there is no room for two curves, as on a phone on its side
const LOW_IN_LESSON = 800; // with the words of its question

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../paths/panel.js").Mark} Mark
 *
 * @typedef {Object} StageListener
 * @property {(x: number, y: number) => void} onPoint a click on the map
 * @property {(id: string) => void} onFocus a click on the path of a contender
 * @property {() => void} onView the person has zoomed or turned the camera
 * @property {import("../paths/panel.js").Listener["onStart"]} onStart
 * @property {(layout: string, curve: string) => void} onLayout with the second curve that is shown, or "none"
 * @property {(isOfData: boolean, isQuadratic: boolean) => void} onData whether there are examples to show, and whether
 *   their loss is quadratic
 * @property {(mark: Mark, shown: boolean) => void} onMark
 * @property {import("../paths/panel.js").Listener["onLayer"]} onLayer
 * @property {import("../paths/panel.js").Listener["survey"]} survey
 * @property {import("../paths/panel.js").Listener["ask"]} ask
 * @property {import("../paths/panel.js").Listener["onExample"]} onExample @property {import("../paths/panel.js").Listener["onPutBack"]} onPutBack
 * @property {import("../paths/panel.js").Listener["onSettings"]} onSettings @property {import("../paths/panel.js").Listener["sliders"]} sliders
 * @property {(point: number[]) => void} onPin
 * @property {(axis: string) => void} onAxis @property {(axes: string[]) => void} onAxes those that the curves can have
 * @property {(shown: boolean) => void} onFan
 * @property {import("../paths/panel.js").Listener["probe"]} probe @property {import("../paths/panel.js").Listener["fan"]} fan
 */

export class Stage {
  #skeleton;
  #playback;
  #listener;
  #fill;
  #fault = element("p", { class: "downhill-missing", role: "alert" });
  #Plotly = null;
  /** @type {import("./panels.js").Panels|null} from when Plotly is loaded */
  #panels = null;
  /** @type {import("../host/theme.js").Theme|null} from the first picture on */
  #theme = null;
  #layout = "map-loss";
  #curve = "auto"; // the second curve that is wanted
  #numbersNow = ""; // the second curve of the layout that is shown
  #width = 0; // px when the layout was chosen, 0 while the page hides the player
  /** @type {Record<Mark, boolean>} */
  #marks = { arrows: false, cloud: false, eigenvectors: false };
  #layer = "heights";
  #axis = "updates"; // what curves run over
  /** @type {string|null} the field of the number whose paths are shown */
  #fan = null;
  #isWide = false; // whether a map of this shape leaves room below it
  #isOfData = false; // whether there are examples to show
  #stopTheme;
  #stopPrint;
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
    skeleton.root.style.visibility = "hidden"; // until there is a picture and its style sheet
    this.#stopTheme = watchTheme(skeleton.root, () => this.#restyle());
    this.#sizes.observe(skeleton.panels);
    this.#stopPrint = keepForPrint({ ...skeleton, stacks: Object.values(skeleton.parts).map(({ stack }) => stack) });
  }

  /**
   * Creates the panels, once Plotly and the style sheet are loaded.
   * @param {string} plotlyUrl @param {string|null} cssUrl @param {() => boolean} isAlive whether the player still exists
   */
  async load(plotlyUrl, cssUrl, isAlive) {
    [this.#Plotly] = await Promise.all([loadPlotly(plotlyUrl), loadStyle(cssUrl)]);
    if (!isAlive()) return;
    this.#panels = createPanels(this.#Plotly, this.#skeleton.parts, this.#listener);
  }

  get layout() {
    return this.#layout;
  }

  /** The second curve, "none", or "auto". */
  get curve() {
    return this.#curve;
  }

  /** Which marks the map shows. @returns {Readonly<Record<Mark, boolean>>} */
  get marks() {
    return this.#marks;
  }

  /** What the map shows below its contour lines. */
  get layer() {
    return this.#layer;
  }

  /** What the curves run over, a key of `AXES`. */
  get axis() {
    return this.#axis;
  }

  /** The field of the number whose every path is shown, or null. */
  get fan() {
    return this.#fan;
  }

  /** @param {string} layout a key of `LAYOUTS` */
  setLayout(layout) {
    this.#layout = layout;
    this.#width = this.#skeleton.root.clientWidth;
    this.#numbersNow = this.#numbers;
    this.#markLayout();
    this.#listener.onLayout(layout, this.#numbersNow);
    this.#watch(this.#panels.setLayout(layout, this.#numbersNow, this.#playback.step));
    this.#playback.settleSoon();
  }

  /** @param {string} curve the second curve, "none", or "auto" */
  setCurve(curve) {
    this.#curve = curve;
    if (this.#numbers !== this.#numbersNow) this.setLayout(this.#layout);
  }

  /** What is shown beside the loss. On a phone a second curve would push the map out of sight, and in a low window both
   * curves would be strips; it can be switched on. */
  get #numbers() {
    if (this.#curve !== "auto" && (this.#curve !== DATA || this.#isOfData)) return this.#curve;
    if (this.#isOfData) return DATA;
    const { dataset } = this.#skeleton.root;
    const low = dataset.asking === "" || "fill" in dataset ? LOW : LOW_IN_LESSON;
    const isSmall = (this.#width > 0 && this.#width < NARROW) || (innerHeight > 0 && innerHeight < low);
    return isSmall ? "none" : "gradient";
  }

  /** Gives zoom and camera, as a link holds them. */
  view() {
    return this.#panels.view();
  }

  /** Takes zoom or camera for the next `show`. @param {import("../paths/panel.js").PanelView} view */
  setView(view) {
    this.#panels.setView(view);
  }

  /** Shows a point of the surface on the map, which comes beside a relief that is without it. @param {number[]} point */
  moveTo(point) {
    if (!LAYOUTS[this.#layout].panels.includes("map")) this.setLayout("map-relief");
    this.#panels.moveTo(point);
    this.#skeleton.parts.map.panel.scrollIntoView({ block: "nearest" });
  }

  /** Fits the stage to the picture that `show` will show. @param {Picture} picture */
  fit(picture) {
    const { surface, fill } = picture;
    const { root } = this.#skeleton;
    const aspect = aspectOf(surface.window);
    root.toggleAttribute("data-fill", fill || this.#fill);
    root.style.setProperty("--downhill-aspect", String(aspect));
    this.#isWide = aspect > WIDE;
    this.#isOfData = Boolean(surface.data);
    this.#listener.onData(this.#isOfData, this.#isOfData && surface.quadratic);
    this.#listener.onAxes(axesOf(picture));
    this.#markLayout();
    if (this.#theme === null) this.#begin();
    else if (this.#numbers !== this.#numbersNow) this.setLayout(this.#layout);
  }

  /**
   * Shows a picture at the step of the playback.
   * @param {Picture} picture @param {{hidden: Set<string>, focus: string|null}} contenders
   * @param {boolean} light whether the runs alone have changed
   */
  async show(picture, { hidden, focus }, light) {
    this.#skeleton.fitRoom(); // to what has come around it, before anything is drawn for another size
    await this.#panels.show(picture, this.#playback.step, { theme: this.#theme, hidden, focus, light });
  }

  /**
   * Shows a picture while a hand changes it: what has to be drawn within a frame is, when it returns.
   * @param {Picture} picture @param {{hidden: Set<string>, focus: string|null}} contenders
   * @param {boolean} light whether the runs alone have changed
   */
  follow(picture, { hidden, focus }, light) {
    const options = { theme: this.#theme, hidden, focus, light, moving: true };
    this.#watch(this.#panels.show(picture, this.#playback.step, options));
  }

  /** Draws a step within an animation frame. @param {number} step */
  draw(step) {
    this.#panels.draw(step, this.#playback.playing);
  }

  /** Brings the graphs up to the step that is shown, for hover and zoom. */
  settle() {
    this.#panels.settle();
  }

  /** @param {Set<string>} hidden */
  setHidden(hidden) {
    this.#watch(this.#panels.setHidden(hidden));
  }

  /** @param {string} focus */
  setFocus(focus) {
    this.#watch(this.#panels.setFocus(focus));
  }

  /** @param {Mark} mark @param {boolean} wanted whether the map shows it */
  setMark(mark, wanted) {
    if (wanted === this.#marks[mark]) return;
    this.#marks = { ...this.#marks, [mark]: wanted };
    this.#listener.onMark(mark, wanted);
    this.#setOptions({ [mark]: wanted });
  }

  /** @param {string} layer what the map shows below its contour lines */
  setLayer(layer) {
    if (layer === this.#layer) return;
    this.#layer = layer;
    this.#setOptions({ layer });
  }

  /** @param {string} axis what the curves run over, a key of `AXES` */
  setAxis(axis) {
    if (axis === this.#axis) return;
    this.#axis = axis;
    this.#listener.onAxis(axis);
    this.#setOptions({ axis });
    this.#playback.settleSoon();
  }

  /** @param {string|null} field of a number of the contender in focus; null shows no other paths than those of the race */
  setFan(field) {
    this.#fan = field;
    this.#listener.onFan(field !== null);
    this.#setOptions({ fan: field });
  }

  /** @param {boolean} probe whether the paths from under the pointer are shown */
  setProbe(probe) {
    this.#setOptions({ probe });
  }

  /** @param {import("../map/pin.js").Pinned|null} pin where a path is thought to end, null where that is not asked */
  setPin(pin) {
    this.#setOptions({ pin });
  }

  /** Shows an error in place of what could not be drawn. @param {Error} error */
  showFault(error) {
    this.#skeleton.root.style.visibility = "";
    this.#fault.textContent = error.message;
    this.#skeleton.outcomes.before(this.#fault);
    console.error(error);
  }

  /** Gives what a still is made of, except picture, step and runs. */
  stillSource() {
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
    this.#stopPrint();
    this.#stopTheme();
    this.#panels?.destroy();
  }

  #begin() {
    const { root } = this.#skeleton;
    this.#theme = readTheme(root);
    root.style.visibility = "";
    this.setLayout(this.#layout);
  }

  /** @param {Partial<import("../paths/panel.js").Options>} change */
  #setOptions(change) {
    this.#watch(this.#panels.setOptions(change, this.#playback.step));
  }

  #markLayout() {
    markLayout(this.#skeleton.root, this.#layout, this.#numbers, this.#isWide);
  }

  #restyle() {
    if (this.#theme === null) return;
    const theme = readTheme(this.#skeleton.root);
    if (JSON.stringify(theme) === JSON.stringify(this.#theme)) return;
    this.#theme = theme;
    this.#watch(this.#panels.setTheme(theme, this.#playback.step));
    this.#playback.settleSoon();
  }

  /** Shows the error of a drawing that is not awaited. @param {Promise<void>} drawn */
  #watch(drawn) {
    drawn.catch((error) => this.showFault(error));
  }

  #resize() {
    // There is nothing to draw before the first picture, and no room while the page hides the player.
    if (this.#theme === null || this.#skeleton.panels.clientWidth === 0) return;
    if (this.#width === 0) this.setLayout(this.#layout); // until now no width was known
    else this.#panels.resize();
  }
}
