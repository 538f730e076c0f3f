// The chart: the series with its averages, and the weights below. Curves are painted when they change; what follows the
// day or the pointer is on a canvas of its own, and playing moves no more than the edge of what is past.

import { framesOf, rangeOf } from "./frames.js";
import { paintGlow } from "./glow.js";
import { paintAxes, paintBefore, paintCurves } from "./paint.js";
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
  #isFutureDrawn = false;
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
    if (isSame) this.#follow();
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
    if (size.width === 0) return;
    const range = before ? joined(rangeOf(picture), rangeOf(before)) : rangeOf(picture);
    this.#frames = framesOf(size, this.#theme.size, picture.values.length, range, focus ? weightOf(focus.beta, 0) : 1);
    for (const layer of [this.#axes, this.#future, this.#past, this.#glow]) {
      layer.fit(size);
      layer.erase();
    }
    paintAxes(this.#axes.context, picture, this.#frames, this.#theme);
    if (before) paintBefore(this.#past.context, before, this.#frames.series);
    paintCurves(this.#past.context, picture, this.#frames.series, this.#theme);
    this.#isFutureDrawn = false;
    this.#follow();
    this.#onLayout();
  }

  /** What is still to come is the same picture, paler: drawn when there is something to come. */
  #drawFuture() {
    const { width, height } = this.#size.now();
    if (!this.#isFutureDrawn) this.#future.context.drawImage(this.#past.node, 0, 0, width, height);
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
    const isWhole = day >= days || before !== null; // what a hand moves goes on into the days to come
    this.#past.node.style.clipPath = isWhole ? "none" : `inset(0 ${(edge + right).toFixed(1)}px 0 0)`;
    this.#glow.erase();
    const at = pointed ?? { what: /** @type {const} */ ("average"), day };
    if (focus) paintGlow(this.#glow.context, picture, focus, at, this.#frames, this.#theme);
    const left = series.left + pixel(at.day, series.u);
    this.#cursor.style.transform = `translateX(${left.toFixed(1)}px)`;
  }
}

/** @param {[number, number]} range @param {[number, number]} other @returns {[number, number]} */
const joined = ([low, high], [low2, high2]) => [Math.min(low, low2), Math.max(high, high2)];
