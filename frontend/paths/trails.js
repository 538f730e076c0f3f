// The moving layer of a panel: a canvas for the lines and an element for each head, on compositor layers of their own.
// Nothing below is repainted while they move; each frame draws only the new segment of each path.

import { COVERED, movedApart, movedAside } from "./crowd.js";
import { element, setAttribute, setHidden } from "../dom/elements.js";
import { LayerCanvas, placeLayer } from "./layer_canvas.js";
import { vertices } from "./polyline.js";
import { sketch } from "./sketch.js";
import { drawStarts, extend, NOTHING_DRAWN, pixel } from "./strokes.js";
import { headSymbol } from "../dom/symbols.js";

const HEAD_MIDDLE = 11; // px from the left and the top of a head to its middle
const TIED = 6; // px beside its place from which on a head is tied to it
export const TIE_WIDTH = 1.6; // px, as in the style sheet
export const LEADER_WIDTH = 1; // px of a tie that is no part of a path, likewise

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
  /** @type {Map<string, {head: HTMLElement, tie: HTMLElement}>} by the id of the contender */
  #heads = new Map();
  #headsOf = ""; // whose they are, as text
  /** @type {Trail[]} */
  #trails = [];
  /** @type {Frame|null} */
  #frame = null;
  #marks = /** @type {number[][]} */ ([]);
  #isLevel;
  #colors = { casing: "", ring: "" };
  /** @type {import("./strokes.js").Drawn[]} */
  #drawn = []; // for each trail, how far it is drawn
  #isSketched = false; // while a hand moves the paths
  #isPieced = false; // whether paths were extended: at crossings, what was drawn last lies on top
  #step = 0; // that is drawn

  /**
   * @param {HTMLElement} canvasLayer below the interactive graph @param {HTMLElement} headLayer above it
   * @param {{isLevel?: boolean}} [options] whether crowded heads move sideways alone, tied by lines that are not taken for
   *   more of their paths, and heads at the edge are whole
   */
  constructor(canvasLayer, headLayer, { isLevel = false } = {}) {
    [this.#canvasLayer, this.#headLayer, this.#isLevel] = [canvasLayer, headLayer, isLevel];
    headLayer.classList.toggle("downhill-level", isLevel);
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
    this.#removeHeads();
    const heads = [...trails].reverse().map(({ contender }) => {
      const head = element("div", { class: "downhill-head-place" }, headSymbol(contender));
      const tie = this.#isLevel
        ? element("div", { class: "downhill-tie downhill-leader" })
        : element("div", { class: "downhill-tie", style: `background: ${contender.color}` });
      this.#heads.set(contender.id, { head, tie });
      return { head, tie };
    });
    this.#headLayer.append(...heads.map(({ tie }) => tie), ...heads.map(({ head }) => head));
  }

  /** Takes the points that heads are to leave free. @param {number[][]} marks in the panel's coordinates */
  setMarks(marks) {
    this.#marks = marks;
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
      if (this.#trails[k].shown) sketch(this.#canvas.context, this.#trails[k], this.#frame, step);
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
      this.#drawn[k] = extend(this.#canvas.context, trails[k], this.#frame, this.#drawn[k], count, this.#colors.casing);
    }
  }

  destroy() {
    this.#canvas.node.remove();
    this.#removeHeads();
  }

  #removeHeads() {
    for (const { head, tie } of this.#heads.values()) [head, tie].forEach((node) => node.remove());
    this.#heads.clear();
  }

  #erase() {
    this.#canvas.erase();
    this.#isPieced = false;
    this.#drawn = this.#trails.map(() => NOTHING_DRAWN);
    drawStarts(this.#canvas.context, this.#trails, this.#frame, this.#colors);
  }

  #moveHeads(step) {
    const heads = headsAt(this.#trails, step, this.#frame, { marks: this.#marks, isLevel: this.#isLevel });
    for (const [k, { contender }] of this.#trails.entries()) {
      const { head, tie } = this.#heads.get(contender.id);
      const visible = heads[k] !== null;
      setHidden(head, !visible);
      const isTied = visible && heads[k].isTied;
      setHidden(tie, !isTied);
      if (!visible) continue;
      const { place: [left, top], aside: [right, down] } = heads[k];
      const [x, y] = [left + right - HEAD_MIDDLE, top + down - HEAD_MIDDLE];
      head.style.transform = `translate(${x.toFixed(2)}px, ${y.toFixed(2)}px)`;
      setAttribute(head, "data-aside", `${right.toFixed(2)} ${down.toFixed(2)}`);
      if (isTied) tie.style.transform = between(left, top, right, down);
    }
  }
}

/** The transform that makes a dot of a px a line from a place. */
const between = (left, top, right, down) =>
  `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px) rotate(${Math.atan2(down, right).toFixed(4)}rad) ` +
  `scaleX(${Math.hypot(right, down).toFixed(2)})`;

/**
 * Places the heads of a panel.
 * @param {Trail[]} trails @param {number} step @param {Frame} frame
 * @param {{marks?: number[][], isLevel?: boolean, scale?: number}} options points that heads leave free, in the panel's
 *   coordinates; whether heads move sideways alone; px of the frame for each px of a head
 * @returns {({place: import("./crowd.js").Place, aside: import("./crowd.js").Place, isTied: boolean}|null)[]} for each trail
 *   where it has come to, how far from there its head stands, px, and whether a line ties it: not across a mark, around
 *   which heads stand anyway; null where no head is drawn, as where a curve is above or below its axis
 */
export function headsAt(trails, step, frame, { marks = [], isLevel = false, scale = 1 }) {
  const { width, height, u, v } = frame;
  const placed = (right, down) => /** @type {import("./crowd.js").Place} */ ([pixel(right, u), pixel(down, v)]);
  const places = trails.map(({ line, shown }) => {
    const last = shown ? lastPoint(line, step) : -1;
    const place = last < 0 ? null : placed(line.u[last], line.v[last]);
    return isLevel && place && !isBetween(place[1], height) ? null : place;
  });
  const starts = trails.filter(({ start, shown }) => start && shown).map(({ line }) => [line.u[0], line.v[0]]);
  const inHeads = (place) => place && place.map((px) => px / scale);
  const order = [...trails.keys()].sort((a, b) => trails[a].contender.slot - trails[b].contender.slot);
  const inOrder = order.map((k) => inHeads(places[k]));
  const taken = [...marks, ...starts].map(([right, down]) => inHeads(placed(right, down)));
  const asides = isLevel
    ? movedAside(inOrder, width / scale)
    : movedApart(inOrder, { width: width / scale, height: height / scale, marks: taken });
  return places.map((place, k) => {
    const [right, down] = asides[order.indexOf(k)];
    if (!place) return null;
    const isAtMark = !isLevel &&
      taken.some(([x, y]) => Math.hypot(x - place[0] / scale, y - place[1] / scale) < COVERED);
    const isTied = !isAtMark && Math.hypot(right, down) > TIED;
    return { place, aside: [scale * right, scale * down], isTied };
  });
}

/** Whether a height is on the plot area, or so close to its edge that no pixel is between. @param {number} px @param {number} height */
const isBetween = (px, height) => px > -1 && px < height + 1;

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
