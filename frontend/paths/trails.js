// The moving layer of a panel: a canvas for the lines and an element for each head, on compositor layers of their own.
// Nothing below is repainted while they move; each frame draws only the new segment of each path.

import { element } from "../dom/elements.js";
import { LayerCanvas, placeLayer } from "./layer_canvas.js";
import { vertices } from "./polyline.js";
import { sketch } from "./sketch.js";
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
  #canvas = new LayerCanvas("downhill-canvas");
  #context = this.#canvas.context;
  #heads = new Map(); // contender id -> element
  #headsOf = ""; // whose they are, as text
  /** @type {Trail[]} */
  #trails = [];
  /** @type {Frame|null} */
  #frame = null;
  #colors = { casing: "", ring: "" };
  /** @type {import("./strokes.js").Drawn[]} */
  #drawn = []; // for each trail, how far it is drawn
  #isSketched = false; // while a hand moves the paths
  #isPieced = false; // whether paths were extended: at crossings, what was drawn last lies on top
  #step = 0; // that is drawn

  /** @param {HTMLElement} canvasLayer below the interactive graph @param {HTMLElement} headLayer above it */
  constructor(canvasLayer, headLayer) {
    [this.#canvasLayer, this.#headLayer] = [canvasLayer, headLayer];
    canvasLayer.append(this.#canvas.node);
  }

  /**
   * @param {Trail[]} trails topmost first @param {{casing: string, ring: string}} colors
   * @param {boolean} [moving] whether a hand moves them: they are sketched until `finish`
   */
  setTrails(trails, { casing, ring }, moving = false) {
    this.#isSketched = moving;
    this.#trails = trails;
    this.#colors = { casing, ring };
    const headsOf = JSON.stringify(trails.map(({ contender: { id, slot, color } }) => [id, slot, color]));
    if (headsOf === this.#headsOf) return;
    this.#headsOf = headsOf;
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
    for (const layer of [this.#canvasLayer, this.#headLayer]) placeLayer(layer, frame);
    this.#canvas.fit(frame);
  }

  /** Extends what is drawn, or draws everything again, as after a step back. @param {number} step @param {boolean} redraw */
  draw(step, redraw) {
    this.#step = step;
    if (this.#isSketched) this.#sketch(step);
    else this.#extend(step, redraw);
    this.#moveHeads(step);
  }

  /** Draws what has been sketched, or piece by piece, as it is drawn at rest: a step has one picture. */
  finish() {
    if (!this.#isSketched && !this.#isPieced) return;
    this.#isSketched = false;
    this.draw(this.#step, true);
  }

  #sketch(step) {
    this.#erase();
    for (let k = this.#trails.length - 1; k >= 0; k -= 1) {
      if (this.#trails[k].shown) sketch(this.#context, this.#trails[k], this.#frame, step);
    }
  }

  /** @param {number} step @param {boolean} redraw */
  #extend(step, redraw) {
    const trails = this.#trails;
    if (redraw || this.#drawn.some(({ count }, k) => count > vertices(trails[k].line, step))) this.#erase();
    for (let k = trails.length - 1; k >= 0; k -= 1) {
      if (!trails[k].shown) continue;
      const count = vertices(trails[k].line, step);
      const { count: before } = this.#drawn[k];
      if (before > 0 && count > before) this.#isPieced = true;
      this.#drawn[k] = extend(this.#context, trails[k], this.#frame, this.#drawn[k], count, this.#colors.casing);
    }
  }

  destroy() {
    this.#canvas.node.remove();
    for (const head of this.#heads.values()) head.remove();
  }

  #erase() {
    this.#canvas.erase();
    this.#isPieced = false;
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

/** Finds the vertex of the last point up to a step, or −1 when that point is out of reach. */
export function lastPoint(line, step) {
  const count = vertices(line, step);
  return count > 0 && line.step[count - 1] === Math.min(step, line.end.length - 1) ? count - 1 : -1;
}
