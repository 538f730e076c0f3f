// The eigenvectors of the Hessian at the critical points, as arrows: along them the loss curves most and least. They point
// where −g leads: in, where it curves upwards, and out, where it curves downwards. Directions are true; lengths are on a
// logarithmic scale, because curvatures span many powers of ten.

import { important } from "./critical_points.js";
import { drawing, element, setAttribute, setHidden, setText } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const LONGEST = 44; // px from the point, for the largest curvature on the map
const SHORTER = 8; // px less for each factor of ten below that
const SHORTEST = 18; // px
const GAP = 9; // px from the point to where an arrow begins
const HEAD = 5; // px
const WIDTH = 2; // px
const CASING = 5; // px
const APART = 32; // px between two points with arrows

const WORDS = "Eigenvectors: in, curved upwards; out, downwards; longer, more";
const MORE = " (zoom in for others)";
const NONE = "Eigenvectors: no critical point in this part of the map";

/** What the note leaves unsaid. */
const RULE =
  `The largest curvature of the surface is ${LONGEST} px long; each factor of ten below it takes ${SHORTER} px ` +
  `off, down to ${SHORTEST} px. A line without a head has curvature zero.`;

/**
 * @typedef {import("../data/picture.js").CriticalPoint} CriticalPoint
 * @typedef {import("../paths/outlines.js").Place} Place
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../host/theme.js").Theme} Theme
 */

/** Draws them for the critical points of one surface, or none. */
export class EigenvectorLayer {
  /** Says what the arrows are. */
  note = element("p", { hidden: true, title: RULE });
  #casing = drawing("path", { class: "downhill-eigenvector-casing" });
  #line = drawing("path", {});
  #place = drawing("svg", { class: "downhill-eigenvectors", "aria-hidden": "true" }, this.#casing, this.#line);
  /** @type {CriticalPoint[]|null} null where they are not wanted, or not known while a hand changes the surface */
  #points = null;

  /** @param {HTMLElement} layer below the heads */
  constructor(layer) {
    layer.append(this.#place);
  }

  /** @param {CriticalPoint[]|null} points those of the surface */
  setPoints(points) {
    this.#points = points;
  }

  /** @param {Frame} frame */
  draw(frame) {
    const lines = this.#points ? arrowsOf(this.#points, frame, 1) : [];
    const path = lines.map((places) => `M${places.map((place) => place.map((px) => px.toFixed(1)).join()).join("L")}`);
    for (const drawn of [this.#casing, this.#line]) setAttribute(drawn, "d", path.join(""));
    setHidden(this.note, this.#points === null);
    setText(this.note, this.#points ? inWords(this.#points, frame) : "");
  }

  /** Gives the arrows as a still shows them. @param {Frame} frame @param {Theme} theme @returns {import("../paths/outlines.js").Outline[]} */
  outlines(frame, theme) {
    if (this.#points === null) return [];
    const scale = typeScale(theme);
    const lines = arrowsOf(this.#points, frame, scale);
    if (lines.length === 0) return [];
    return [
      { lines, line: { color: theme.background, width: CASING * scale } },
      { lines, line: { color: theme.mark, width: WIDTH * scale } },
    ];
  }

  /** Says what they are in the legend of a still. @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(theme) {
    if (!this.#points?.length) return [];
    return [{ words: WORDS, line: { color: theme.mark, width: WIDTH }, marker: { opacity: 0 } }];
  }

  destroy() {
    this.#place.remove();
  }
}

/** @param {CriticalPoint[]} points @param {Frame} frame */
const inside = (points, { u, v, width, height }) =>
  points.filter(({ point: [x, y] }) => {
    const [left, top] = [pixel(x, u), pixel(y, v)];
    return left >= 0 && top >= 0 && left <= width && top <= height;
  });

/** @param {CriticalPoint[]} points @param {Frame} frame */
function inWords(points, frame) {
  const seen = inside(points, frame);
  if (seen.length === 0) return NONE;
  return thinned(seen, frame).length < seen.length ? `${WORDS}${MORE}` : WORDS;
}

/**
 * The important points that have room for their arrows: minima first, as they come.
 * @param {CriticalPoint[]} points @param {Frame} frame
 */
function thinned(points, { u, v }) {
  /** @type {CriticalPoint[]} */
  const kept = [];
  const away = (one, other) => Math.hypot((one[0] - other[0]) * u.perUnit, (one[1] - other[1]) * v.perUnit);
  for (const each of important(points)) {
    if (kept.every(({ point }) => away(point, each.point) >= APART)) kept.push(each);
  }
  return kept;
}

/**
 * The arrows at the points that are seen, as lines.
 * @param {CriticalPoint[]} points of the surface @param {Frame} frame @param {number} scale times as large as on the screen
 * @returns {Place[][]} px
 */
export function arrowsOf(points, frame, scale) {
  const { u, v } = frame;
  const largest = Math.max(...points.flatMap(({ eigenvalues }) => eigenvalues.map(Math.abs)));
  return thinned(inside(points, frame), frame).flatMap(({ point: [x, y], eigenvalues, angle }) =>
    eigenvalues.flatMap((eigenvalue, k) => {
      const along = angle + (k * Math.PI) / 2;
      const forth = Math.atan2(Math.sin(along) * v.perUnit, Math.cos(along) * u.perUnit);
      const place = { left: pixel(x, u), top: pixel(y, v) };
      const strokes = strokesOf(eigenvalue, lengthOf(eigenvalue, largest));
      return [forth, forth + Math.PI].flatMap((way) =>
        strokes.map((line) => turned(line, { ...place, angle: way }, scale))
      );
    })
  );
}

/** How far an arrow reaches from its point, in px. @param {number} eigenvalue @param {number} largest of the surface */
export function lengthOf(eigenvalue, largest) {
  if (eigenvalue === 0) return SHORTEST;
  return Math.max(SHORTEST, LONGEST + SHORTER * Math.log10(Math.abs(eigenvalue) / largest));
}

/** The strokes of one arrow to the right of its point. @param {number} eigenvalue @param {number} length px @returns {Place[][]} */
function strokesOf(eigenvalue, length) {
  /** @type {Place[]} */
  const stem = [[GAP, 0], [length, 0]];
  if (eigenvalue === 0) return [stem];
  const [tip, back] = eigenvalue > 0 ? [GAP, GAP + HEAD] : [length, length - HEAD];
  return [stem, [[back, -HEAD + 1], [tip, 0], [back, HEAD - 1]]];
}
