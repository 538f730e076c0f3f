// The chart: the series with its averages, and the weights below. Curves are painted when they change; what follows the
// day or the pointer is on a canvas of its own, and playing moves no more than the edge of what is past.

import { framesOf, rangeOf } from "./frames.js";
import { paintGlow } from "./glow.js";
import { paintAverages, paintAxes, paintBefore, paintGaps, paintSeries } from "./paint.js";
import { weightOf } from "./recursion.js";
import { element } from "../dom/elements.js";
import { createSize } from "../dom/size.js";
import { readTheme, watchTheme } from "../host/theme.js";
import { LayerCanvas } from "../paths/layer_canvas.js";
import { pixel } from "../paths/strokes.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Average} Average
 * @typedef {import("./glow.js").Pointed} Pointed
 *
 * @typedef {Object} Shown what the chart shows
 * @property {Picture} picture @property {number} day that is shown, 0 to T
 * @property {Average|null} focus the average whose weights are shown
 * @property {Pointed|null} pointed instead of the day @property {Picture|null} before as it was before a hand moved a day
 */

export class Chart {
  #stack;
  #size;
  #root;
  #onLayout;
  #theme;
  #stopTheme;
  #watch;
  /** @type {Shown|null} */
  #shown = null;
  /** @type {import("./frames.js").Frames|null} */
  #frames = null;
  #axes = new LayerCanvas("downhill-canvas");
  #future = new LayerCanvas("downhill-canvas downhill-averages-future");
  #past = new LayerCanvas("downhill-canvas");
  #glow = new LayerCanvas("downhill-canvas");
  #series = new LayerCanvas("downhill-canvas"); // not in the page: it is copied between gaps and averages
  #layers = [this.#axes, this.#future, this.#past, this.#glow, this.#series];
  #isFutureDrawn = false;
  #drawnLook = ""; // of axes and series, as text
  /** @type {Float64Array|null} */
  #drawnValues = null;
  #cursor = element("div", { class: "downhill-cursor downhill-averages-cursor" });

  /** @param {HTMLElement} root the player @param {HTMLElement} stack @param {() => void} onLayout things have moved */
  constructor(root, stack, onLayout) {
    [this.#root, this.#stack, this.#onLayout] = [root, stack, onLayout];
    this.#size = createSize(stack);
    stack.append(this.#axes.node, this.#future.node, this.#past.node, this.#glow.node, this.#cursor);
    this.#theme = readTheme(root);
    this.#stopTheme = watchTheme(root, this.#dress);
    this.#watch = new ResizeObserver(() => this.#size.changed() && this.#redraw());
    this.#watch.observe(stack);
  }

  /** Where things are; null before the first picture. */
  get frames() {
    return this.#frames;
  }

  /** The theme it is painted in. */
  get theme() {
    return this.#theme;
  }

  /** Draws a picture. @param {Shown} shown */
  show(shown) {
    const before = this.#shown;
    this.#shown = shown;
    const isSame = ["picture", "focus", "before"].every((name) => before?.[name] === shown[name]);
    if (isSame && this.#frames) this.#follow();
    else this.#redraw();
  }

  destroy() {
    this.#watch.disconnect();
    this.#size.destroy();
    this.#stopTheme();
    this.#stack.replaceChildren();
  }

  #dress = () => {
    this.#theme = readTheme(this.#root);
    this.#redraw();
  };

  #redraw() {
    if (!this.#shown) return;
    const { picture, before, focus } = this.#shown;
    const size = this.#size.now();
    if (size.width === 0 || size.height === 0) return; // it has no place in the page yet, or is not shown
    const range = before ? joined(rangeOf(picture), rangeOf(before)) : rangeOf(picture);
    this.#frames = framesOf(size, this.#theme.size, picture.values.length, range, focus ? weightOf(focus.beta, 0) : 0);
    for (const layer of this.#layers) layer.fit(size);
    this.#drawStanding(size);
    const { series } = this.#frames;
    this.#past.erase();
    const { context } = this.#past;
    paintGaps(context, picture, series);
    copy(this.#series, this.#past);
    if (before) paintBefore(context, before, series);
    paintAverages(context, picture, series, this.#theme);
    if (this.#isFutureDrawn) this.#future.erase();
    this.#isFutureDrawn = false;
    this.#follow();
    this.#onLayout();
  }

  /** Draws what stands while a β is turned: axes and series. @param {import("./frames.js").Size} size */
  #drawStanding(size) {
    const { picture } = this.#shown;
    const look = JSON.stringify([this.#frames, size, devicePixelRatio, this.#theme, picture.values.length]);
    if (look !== this.#drawnLook) {
      this.#axes.erase();
      paintAxes(this.#axes.context, picture, this.#frames, this.#theme);
    }
    if (look !== this.#drawnLook || picture.values !== this.#drawnValues) {
      this.#series.erase();
      paintSeries(this.#series.context, picture, this.#frames.series, this.#theme);
    }
    [this.#drawnLook, this.#drawnValues] = [look, picture.values];
  }

  /** What is still to come is the same picture, paler: drawn when there is something to come. */
  #drawFuture() {
    if (!this.#isFutureDrawn) copy(this.#past, this.#future);
    this.#isFutureDrawn = true;
  }

  /** Follows the day and the pointer. */
  #follow() {
    const { picture, day, focus, pointed, before } = this.#shown;
    const { series } = this.#frames;
    const days = picture.values.length;
    if (day < days) this.#drawFuture();
    const edge = day >= days ? 0 : series.width - pixel(day + 0.5, series.u);
    const right = this.#size.now().width - series.left - series.width;
    // What a hand moves goes on into the days to come, and without an average nothing is to come.
    const isWhole = day >= days || before !== null || focus === null;
    this.#past.node.style.clipPath = isWhole ? "none" : `inset(0 ${(edge + right).toFixed(1)}px 0 0)`;
    this.#glow.erase();
    const at = pointed ?? { what: /** @type {const} */ ("average"), day };
    if (focus) paintGlow(this.#glow.context, picture, focus, at, this.#frames, this.#theme);
    const left = series.left + pixel(at.day, series.u);
    this.#cursor.style.transform = `translateX(${left.toFixed(1)}px)`;
  }
}

/** Copies a layer onto another, pixel by pixel. @param {LayerCanvas} from @param {LayerCanvas} to */
function copy({ node }, { context }) {
  context.save();
  context.resetTransform();
  context.drawImage(node, 0, 0);
  context.restore();
}

/** @param {[number, number]} range @param {[number, number]} other @returns {[number, number]} */
const joined = ([low, high], [low2, high2]) => [Math.min(low, low2), Math.max(high, high2)];
