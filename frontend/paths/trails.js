// The moving layer of a panel: a canvas for the lines and an element for each head, on compositor layers of their own.
// Nothing below is repainted while they move; each frame draws only the new segment of each path.

import { element } from "../dom/elements.js";
import { drawStarts, extend, NOTHING_DRAWN, pixel } from "./strokes.js";
import { headSymbol } from "../dom/symbols.js";

const HEAD_MIDDLE = 11; // px from the left and the top of a head to its middle
const AROUND = 17; // px from a common start to the heads around it

/**
 * @typedef {Object} Trail one path in one panel
 * @property {import("./polyline.js").Polyline} line in the panel's coordinates
 * @property {import("../data/picture.js").Run} contender
 * @property {boolean} shown
 * @property {boolean} start whether a ring marks where it begins
 *
 * @typedef {Object} Frame where the panel's coordinates lie, in px of the layer
 * @property {number} left @property {number} top @property {number} width @property {number} height the plot area
 * @property {{from: number, perUnit: number}} u px from the left = (value − from) · perUnit
 * @property {{from: number, perUnit: number}} v px from the top, likewise
 */

/** The trails of one panel. */
export class TrailLayer {
  #canvasLayer;
  #headLayer;
  #canvas = element("canvas", { class: "downhill-canvas", "aria-hidden": "true" });
  #context = this.#canvas.getContext("2d");
  #heads = new Map(); // contender id -> element
  /** @type {Trail[]} */
  #trails = [];
  /** @type {Frame|null} */
  #frame = null;
  #colors = { casing: "", ring: "" };
  /** @type {import("./strokes.js").Drawn[]} */
  #drawn = []; // for each trail, how far it is drawn

  /** @param {HTMLElement} canvasLayer below the interactive graph @param {HTMLElement} headLayer above it */
  constructor(canvasLayer, headLayer) {
    [this.#canvasLayer, this.#headLayer] = [canvasLayer, headLayer];
    canvasLayer.append(this.#canvas);
  }

  /** @param {Trail[]} trails topmost first @param {{casing: string, ring: string}} colors */
  setTrails(trails, { casing, ring }) {
    this.#trails = trails;
    this.#colors = { casing, ring };
    for (const head of this.#heads.values()) head.remove();
    this.#heads.clear();
    for (const { contender } of [...trails].reverse()) {
      const head = element("div", { class: "downhill-head-place" }, headSymbol(contender));
      this.#heads.set(contender.id, head);
      this.#headLayer.append(head);
    }
  }

  /** @param {Frame} frame */
  setFrame(frame) {
    this.#frame = frame;
    for (const { style } of [this.#canvasLayer, this.#headLayer]) {
      for (const side of /** @type {const} */ (["left", "top", "width", "height"])) style[side] = `${frame[side]}px`;
    }
    this.#fitCanvas(frame, globalThis.devicePixelRatio || 1);
  }

  /** Extends what is drawn, or draws everything again, as after a step back. @param {number} step @param {boolean} redraw */
  draw(step, redraw) {
    const trails = this.#trails;
    if (redraw || this.#drawn.some(({ count }, k) => count > vertices(trails[k].line, step))) this.#erase();
    for (let k = trails.length - 1; k >= 0; k -= 1) {
      if (!trails[k].shown) continue;
      const count = vertices(trails[k].line, step);
      this.#drawn[k] = extend(this.#context, trails[k], this.#frame, this.#drawn[k], count, this.#colors.casing);
    }
    this.#moveHeads(step);
  }

  destroy() {
    this.#canvas.remove();
    for (const head of this.#heads.values()) head.remove();
  }

  /** @param {number} ratio px of the device for each px of CSS */
  #fitCanvas(frame, ratio) {
    const canvas = this.#canvas;
    const [width, height] = [Math.ceil(frame.width * ratio), Math.ceil(frame.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.lineJoin = "round";
  }

  #erase() {
    this.#context.clearRect(0, 0, this.#frame.width + 1, this.#frame.height + 1);
    this.#drawn = this.#trails.map(() => NOTHING_DRAWN);
    drawStarts(this.#context, this.#trails, this.#frame, this.#colors);
  }

  #moveHeads(step) {
    const { u, v } = this.#frame;
    const aside = step === 0 ? aroundStarts(this.#trails) : [];
    for (const [k, { line, contender, shown }] of this.#trails.entries()) {
      const head = this.#heads.get(contender.id);
      const last = lastPoint(line, step);
      const visible = shown && last >= 0;
      if (head.hidden === visible) head.hidden = !visible;
      if (!visible) continue;
      const [right, down] = aside[k] ?? [0, 0];
      const [left, top] = [pixel(line.u[last], u) - HEAD_MIDDLE + right, pixel(line.v[last], v) - HEAD_MIDDLE + down];
      head.style.transform = `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px)`;
    }
  }
}

/**
 * Places heads that begin at one point around it, where its ring is: on each other, all but one would be unseen.
 * @param {Trail[]} trails @returns {[number, number][]} for each trail, px to the right and down
 */
export function aroundStarts(trails) {
  const ringed = trails.some(({ start }) => start);
  const places = trails.map(({ line, shown }) => (ringed && shown ? `${line.u[0]} ${line.v[0]}` : null));
  return places.map((place, k) => {
    const together = place === null ? [] : places.flatMap((other, index) => (other === place ? [trails[index]] : []));
    if (together.length < 2) return [0, 0];
    const inOrder = together.map(({ contender }) => contender.slot).sort((a, b) => a - b);
    const turn = 2 * Math.PI * (inOrder.indexOf(trails[k].contender.slot) / together.length - 0.25);
    return [AROUND * Math.cos(turn), AROUND * Math.sin(turn)];
  });
}

/**
 * Pairs runs with their lines. The contender in focus lies on top of the others, which keep the order of the legend.
 * @param {import("./polyline.js").Polyline[]} lines one for each run @param {import("./panel.js").Shown} shown
 * @param {boolean} starts whether rings mark where the runs begin; equal places share one
 * @returns {Trail[]} topmost first
 */
export function trailsOf(lines, { picture, hidden, focus }, starts) {
  const marked = new Set();
  const trails = picture.runs.map((run, k) => {
    const place = `${run.x[0]} ${run.y[0]}`;
    const shown = !hidden.has(run.id);
    const start = starts && shown && !marked.has(place);
    if (start) marked.add(place);
    return { line: lines[k], contender: run, shown, start };
  });
  const inFocus = ({ contender }) => contender.id === focus;
  return [...trails.filter(inFocus), ...trails.filter((trail) => !inFocus(trail))];
}

/** Counts the vertices of a line up to a step; a run that ended earlier stays whole. */
export const vertices = (line, step) => line.end[Math.min(step, line.end.length - 1)];

/** Finds the vertex of the last point up to a step, or −1 when that point is out of reach. */
export function lastPoint(line, step) {
  const count = vertices(line, step);
  return count > 0 && line.step[count - 1] === Math.min(step, line.end.length - 1) ? count - 1 : -1;
}
