// The fan on the map: the paths below all others, faint and coloured along the value, and the scale that says which is which.

import { element, setAttribute, setHidden, setText } from "../dom/elements.js";
import { written } from "../dom/format.js";
import { typeScale } from "../host/theme.js";
import { LayerCanvas, placeLayer } from "../paths/layer_canvas.js";
import { cutAt, vertices } from "../paths/polyline.js";
import { sketchLine } from "../paths/sketch.js";

const WIDTH = 1.2; // px
const FAINT = 0.6; // how much of a line's colour is seen
const HUES = [262, 402]; // degrees, from violet by way of red to amber: the ground is blue
const LIGHTNESS = { light: [38, 46], dark: [68, 66] }; // percent

/**
 * @typedef {import("../live/fan.js").Fan} Fan
 * @typedef {import("../paths/panel.js").Theme} Theme
 * @typedef {import("../paths/trails.js").Frame} Frame
 */

export class FanLayer {
  /** Holds the paths; goes below those of the race. */
  layer = element("div", { class: "downhill-layer" });
  /** The scale; goes over the plot area. */
  scale = element("div", { class: "downhill-fan-scale", role: "img", hidden: true });
  #canvas = new LayerCanvas("downhill-fan-canvas");
  #parts = createScale(this.scale);
  /** @type {Fan|null} */
  #fan = null;
  /** @type {import("../paths/polyline.js").Polyline[]} one for each path */
  #lines = [];
  /** @type {Theme|null} */
  #theme = null;
  /** @type {Frame|null} */
  #frame = null;

  constructor() {
    this.layer.append(this.#canvas.node);
  }

  /** @param {Fan|null} fan @param {import("../paths/polyline.js").Box} reach within which lines are exact @param {Theme} theme */
  setFan(fan, reach, theme) {
    const isDrawn = fan?.paths === this.#fan?.paths && theme === this.#theme;
    [this.#fan, this.#theme] = [fan, theme];
    if (fan && !isDrawn) this.#lines = fan.paths.map(({ x, y }) => cutAt(x, y, reach));
    setHidden(this.scale, fan === null);
    if (fan) this.#say(fan);
    if (!isDrawn) this.#draw();
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    placeLayer(this.layer, frame);
    this.scale.style.left = `${frame.left + 8}px`;
    this.scale.style.top = `${frame.top + 8}px`;
    this.#canvas.fit(frame);
    this.#draw();
  }

  /** Gives the paths as traces of a still. @param {Theme} theme @returns {import("../paths/panel.js").Trace[]} */
  traces(theme) {
    if (!this.#fan) return [];
    const common = { type: "scatter", mode: "lines", showlegend: false, hoverinfo: "skip", opacity: FAINT };
    return this.#lines.map(({ u, v }, k) => ({ ...common, x: u, y: v, line: this.#stroke(k, theme) }));
  }

  /** Names the ends of the scale, and its middle, for the legend of a still. @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(theme) {
    if (!this.#fan) return [];
    const { label, symbol, scale, values } = this.#fan;
    const places = [0, Math.floor(values.length / 2), values.length - 1];
    return [...new Set(places)].map((k) => (
      {
        words: `${label}: ${symbol} ${written(values[k], scale)}`,
        line: this.#stroke(k, theme),
        marker: { opacity: 0 },
      }
    ));
  }

  destroy() {
    for (const node of [this.layer, this.scale]) node.remove();
  }

  #stroke(k, theme) {
    return { color: this.#color(k, theme), width: WIDTH * typeScale(theme), simplify: false };
  }

  #color(k, theme) {
    return colorAt(k / (this.#lines.length - 1 || 1), theme);
  }

  #draw() {
    if (!this.#frame) return;
    this.#canvas.erase();
    if (!this.#fan) return;
    const { context } = this.#canvas;
    context.globalAlpha = FAINT;
    for (const [k, line] of this.#lines.entries()) {
      const stroke = { color: this.#color(k, this.#theme), width: WIDTH };
      sketchLine(context, line, this.#frame, vertices(line, Infinity), stroke);
    }
    context.globalAlpha = 1;
  }

  /** Says which colours are which values, and where the present one is. @param {Fan} fan */
  #say({ label, symbol, scale, value, values }) {
    const { title, bar, mark, low, now, high } = this.#parts;
    const [first, last] = [values[0], values[values.length - 1]].map((each) => written(each, scale));
    const span = `from ${first} to ${last}; it is ${written(value, scale)}`;
    setAttribute(this.scale, "aria-label", `Paths of ${label} for ${symbol} ${span}`);
    setText(title, `${label}: every ${symbol}`);
    for (
      const [node, words]
        of /** @type {const} */ ([[low, first], [now, `${symbol} ${written(value, scale)}`], [high, last]])
    ) {
      setText(node, words);
    }
    const stops = Array.from({ length: 9 }, (_, k) => colorAt(k / 8, this.#theme));
    bar.style.background = `linear-gradient(to right, ${stops.join(", ")})`;
    mark.style.left = `${(100 * placeIn(values, value)).toFixed(1)}%`;
  }
}

/** @param {HTMLElement} scale */
function createScale(scale) {
  const mark = element("span", { class: "downhill-fan-mark" });
  const bar = element("div", { class: "downhill-fan-bar" }, mark);
  const title = element("div", { class: "downhill-fan-title" });
  const [low, now, high] = ["", "", ""].map(() => element("span"));
  scale.append(title, bar, element("div", { class: "downhill-fan-words" }, low, now, high));
  return { title, bar, mark, low, now, high };
}

/**
 * The colour of a share of the scale.
 * @param {number} share from 0 to 1 @param {Theme} theme
 */
export function colorAt(share, { dark }) {
  const [low, high] = LIGHTNESS[dark ? "dark" : "light"];
  const along = (from, to) => Math.round(from + share * (to - from));
  return `hsl(${along(HUES[0], HUES[1]) % 360}, 78%, ${along(low, high)}%)`;
}

/**
 * Where a value lies among those of a slider, from 0 to 1.
 * @param {number[]} values in order @param {number} value
 */
export function placeIn(values, value) {
  const after = values.findIndex((each) => each >= value);
  if (after === -1) return 1;
  if (after === 0) return 0;
  const [low, high] = [values[after - 1], values[after]];
  return (after - 1 + (value - low) / (high - low)) / (values.length - 1);
}
