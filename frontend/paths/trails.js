// The moving layer of one panel: a canvas for the lines and an element for each head, on compositor layers of their
// own. Nothing under it is painted again while it moves; each frame draws only the new segment of each path.

import { element } from "../dom/elements.js";
import { drawStarts, extend, NOTHING_DRAWN, pixel } from "./strokes.js";
import { headSymbol } from "../dom/symbols.js";

/**
 * @typedef {Object} Trail one path in one panel
 * @property {import("./polyline.js").Polyline} line in the panel's coordinates
 * @property {{slot: number, color: string, dash: string, id: string}} contender
 * @property {boolean} shown
 *
 * @typedef {Object} Frame where the panel's coordinates lie, in px of the layer
 * @property {number} left @property {number} top @property {number} width @property {number} height the plot area
 * @property {{from: number, perUnit: number}} u px from the left = (value − from) · perUnit
 * @property {{from: number, perUnit: number}} v px from the top, likewise
 */

/** @param {HTMLElement} canvasLayer below the interactive graph @param {HTMLElement} headLayer above it */
export function createTrails(canvasLayer, headLayer) {
  const canvas = element("canvas", { class: "downhill-canvas", "aria-hidden": "true" });
  const context = canvas.getContext("2d");
  const heads = new Map(); // contender id -> element
  canvasLayer.append(canvas);
  let trails = [];
  let frame = null;
  let casing = null;
  let ring = null;
  let drawn = []; // for each trail, how far it is drawn

  function place(node, left, top) {
    node.style.transform = `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px)`;
  }

  function fit() {
    const ratio = globalThis.devicePixelRatio || 1;
    for (const layer of [canvasLayer, headLayer]) {
      layer.style.left = `${frame.left}px`;
      layer.style.top = `${frame.top}px`;
      layer.style.width = `${frame.width}px`;
      layer.style.height = `${frame.height}px`;
    }
    const [width, height] = [Math.ceil(frame.width * ratio), Math.ceil(frame.height * ratio)];
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
    canvas.style.width = `${width / ratio}px`;
    canvas.style.height = `${height / ratio}px`;
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.lineJoin = "round";
  }

  function erase() {
    context.clearRect(0, 0, frame.width + 1, frame.height + 1);
    drawn = trails.map(() => NOTHING_DRAWN);
  }

  function moveHeads(step) {
    for (const { line, contender, shown } of trails) {
      const head = heads.get(contender.id);
      const at = lastPoint(line, step);
      const visible = shown && at >= 0;
      if (head.hidden === visible) head.hidden = !visible;
      if (visible) place(head, pixel(line.u[at], frame.u) - 11, pixel(line.v[at], frame.v) - 11);
    }
  }

  return {
    /**
     * Takes the trails with the topmost first.
     * @param {Trail[]} next @param {{casing: string, ring: string}} colors
     */
    setTrails(next, colors) {
      trails = next;
      ({ casing, ring } = colors);
      for (const head of heads.values()) head.remove();
      heads.clear();
      for (const { contender } of [...trails].reverse()) {
        const head = element("div", { class: "downhill-head-place" }, headSymbol(contender));
        heads.set(contender.id, head);
        headLayer.append(head);
      }
    },
    /** @param {Frame} next */
    setFrame(next) {
      frame = next;
      fit();
    },
    /** Draws on from what is there, or anew after a step back. @param {number} step @param {boolean} anew */
    draw(step, anew) {
      if (anew || drawn.some(({ count }, k) => count > vertices(trails[k].line, step))) {
        erase();
        drawStarts(context, trails, frame, { casing, ring });
      }
      for (let k = trails.length - 1; k >= 0; k -= 1) {
        const trail = trails[k];
        if (trail.shown) drawn[k] = extend(context, trail, frame, drawn[k], vertices(trail.line, step), casing);
      }
      moveHeads(step);
    },
    destroy() {
      canvas.remove();
      for (const head of heads.values()) head.remove();
    },
  };
}

/**
 * The contender in focus on top of the others, which keep the order of the legend.
 * @param {Trail[]} trails @param {string|null} focus @returns {Trail[]}
 */
export function focusOnTop(trails, focus) {
  return [
    ...trails.filter(({ contender }) => contender.id === focus),
    ...trails.filter(({ contender }) => contender.id !== focus),
  ];
}

/** Vertices of a line up to a step; a run that ended earlier stays whole. */
export const vertices = (line, step) => line.end[Math.min(step, line.end.length - 1)];

/** The vertex of the last point up to a step, or −1 when that point is out of reach. */
export function lastPoint(line, step) {
  const count = vertices(line, step);
  return count > 0 && line.step[count - 1] === Math.min(step, line.end.length - 1) ? count - 1 : -1;
}
