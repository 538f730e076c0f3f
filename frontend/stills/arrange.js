// The arrangement of a still: where each panel is, and within it the plot area. All places are px of the still.

const NARROW = 36; // em of width below which panels stand below each other

/**
 * @typedef {import("../paths/panel.js").Still} Still
 * @typedef {{left: number, top: number, width: number, height: number}} Rect px
 */

/**
 * Finds the plot area in a rectangle: beside its ticks and titles, and in the shape that equal scales give it.
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
 * Arranges the panels: in one column where there is one or no room for two, else the first beside all others.
 * @param {Still[]} panels @param {Rect} room @param {number} em @returns {Rect[]}
 */
export function arrange(panels, { left, top, width, height }, em) {
  if (panels.length === 1) return [{ left, top, width, height }];
  if (width < NARROW * em) {
    const parts = panels.map(({ low }) => (low ? 0.6 : 1));
    const all = parts.reduce((sum, part) => sum + part, 0);
    return stacked(parts.map((part) => part / all), { left, top, width, height });
  }
  const gap = em;
  const first = Math.round((width - gap) * (panels[1].low ? 0.56 : 0.5));
  const column = { left: left + first + gap, width: width - first - gap };
  const share = panels.length === 2 ? [1] : [0.56, 0.44];
  return [{ left, top, width: first, height }, ...stacked(share, { ...column, top, height })];
}

/** Parts a rectangle into some below each other. @param {number[]} shares @param {Rect} room @returns {Rect[]} */
function stacked(shares, { top, height, ...column }) {
  let down = top;
  return shares.map((part) => {
    const rect = { ...column, top: down, height: part * height };
    down += rect.height;
    return rect;
  });
}
