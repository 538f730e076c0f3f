// Lays out an exported image, in px.

import { plain } from "../dom/format.js";

const WIDE = 0.6; // of the width, for a wide map with a curve below it
const LEAST = 9; // em of height that a curve needs
const NARROW = 36; // em of width below which panels are stacked

/**
 * @typedef {import("../paths/panel.js").Still} Still
 * @typedef {{left: number, top: number, width: number, height: number}} Rect px
 */

/**
 * Finds the plot area in a rectangle: without its ticks and titles, in the aspect ratio that equal scales need.
 * @param {Still} panel @param {Rect} rect @param {number} em @returns {Rect}
 */
export function plotAreaOf({ xaxis, shape }, { left, top, width, height }, em) {
  const head = 1.8 * em;
  if (!xaxis) return { left, top: top + head, width, height: height - head };
  const [before, after, below] = [4.2 * em, em, 3.2 * em];
  const room = { left: left + before, top: top + head, width: width - before - after, height: height - head - below };
  if (shape === undefined) return room;
  const used = { width: Math.min(room.width, room.height * shape), height: Math.min(room.height, room.width / shape) };
  return { left: room.left + (room.width - used.width) / 2, top: room.top, ...used };
}

/**
 * Arranges the panels: in one column if there is one panel or no room for two columns, else the first beside all others.
 * @param {Still[]} panels @param {Rect} room @param {number} em @returns {Rect[]}
 */
export function arrange(panels, { left, top, width, height }, em) {
  if (panels.length === 1) return [{ left, top, width, height }];
  if (width < NARROW * em) {
    const parts = panels.map(({ low }) => (low ? 0.6 : 1));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return stacked(parts.map((part) => part / all), { left, top, width, height });
  }
  const below = wideMapFirst(panels, { left, top, width, height }, em);
  if (below) return below;
  const gap = em;
  const first = Math.round((width - gap) * (panels[1].low ? 0.56 : 0.5));
  const column = { left: left + first + gap, width: width - first - gap };
  const share = panels.length === 2 ? [1] : [0.56, 0.44];
  return [{ left, top, width: first, height }, ...stacked(share, { ...column, top, height })];
}

/**
 * Arranges a wide map with two curves: the second one goes where the map leaves room, below it.
 * @param {Still[]} panels @param {Rect} room @param {number} em @returns {Rect[]|null} null where there is no such room
 */
function wideMapFirst([{ shape }, , second, ...others], { left, top, width, height }, em) {
  if (shape === undefined || !second?.low || others.length > 0) return null;
  const first = Math.round((width - em) * WIDE);
  const free = plotAreaOf({ xaxis: {}, yaxis: {} }, { left, top, width: first, height }, em);
  const high = Math.ceil(height - free.height + free.width / shape);
  if (height - high < LEAST * em) return null;
  const column = { left: left + first + em, width: width - first - em };
  return [
    { left, top, width: first, height: high },
    { ...column, top, height },
    { left, top: top + high, width: first, height: height - high },
  ];
}

/**
 * Lays out surface and step: in one row where there is room for both.
 * @param {import("../data/picture.js").Picture} picture @param {number} step @param {{left: number, top: number, width: number}} place px
 * @param {number} em @param {ReturnType<typeof import("../dom/text_layout.js").measurer>} measure
 */
export function layOutTitle({ surface, steps }, step, { left, top, width }, em, measure) {
  const size = 1.25 * em;
  const progress = `step ${step} of ${steps}`;
  const oneRow = measure(surface.title, size) + measure(progress, size) + em <= width;
  const last = oneRow ? { left: left + width, top, xanchor: "right" } : { left, top: top + 1.3 * size };
  return {
    height: 2 * em + last.top - top,
    texts: [{ words: plain(surface.title), left, top, size }, { words: progress, size, ...last }],
  };
}

/**
 * Lays out a paragraph, a text for each line.
 * @param {ReturnType<typeof import("../dom/text_layout.js").paragraph>} paragraph
 * @param {{left: number, top: number}} place px
 */
export const layOutLines = ({ lines, size, leading }, { left, top }) => (
  lines.map((line, k) => ({ words: plain(line), left, top: top + 0.2 * size + k * leading, size }))
);

/** Splits a rectangle into rows. @param {number[]} shares @param {Rect} room @returns {Rect[]} */
function stacked(shares, { top, height, ...column }) {
  let down = top;
  return shares.map((part) => {
    const rect = { ...column, top: down, height: part * height };
    down += rect.height;
    return rect;
  });
}
