// What is positioned in px, on the map and on the relief, converted to Plotly shapes for stills.

import { corners, dashPattern, polygon } from "../dom/symbols.js";
import { typeScale } from "../host/theme.js";
import { CASING_WIDTH, LINE_WIDTH, START_RADIUS } from "./strokes.js";
import { headsAt, LEADER_WIDTH, TIE_WIDTH } from "./trails.js";
import { vertices } from "./polyline.js";

/**
 * @typedef {[number, number]} Place px from left and top
 * @typedef {Object} Outline
 * @property {Place[][]} lines each drawn without lifting the pen; closed where there is a `fill`
 * @property {string} [fill] @property {{color: string, width: number, dash?: string}} line
 */

/**
 * Enlarges, turns and moves an outline around 0.
 * @param {Place[]} points @param {{left: number, top: number, angle: number}} place clockwise, in radians
 * @param {number} scale @returns {Place[]}
 */
export function turned(points, { left, top, angle }, scale) {
  const [along, across] = [scale * Math.cos(angle), scale * Math.sin(angle)];
  return points.map(([x, y]) => [left + x * along - y * across, top + x * across + y * along]);
}

/**
 * Makes a shape of Plotly's.
 * @param {Outline} outline px in a figure of that size, which has no margins
 * @param {{width: number, height: number}} size px @returns {Object<string, any>}
 */
export function shapeOf({ lines, fill, line }, { width, height }) {
  const place = ([left, top]) => `${(left / width).toFixed(6)},${(1 - top / height).toFixed(6)}`;
  const path = lines.map((points) => `M${points.map(place).join("L")}${fill ? "Z" : ""}`).join("");
  return {
    type: "path",
    path,
    xref: "paper",
    yref: "paper",
    fillcolor: fill ?? "rgba(0, 0, 0, 0)",
    line,
    layer: "above",
  };
}

/**
 * Gives paths as a still shows them: casing, line, the rings at their starts, and heads on top.
 * @param {import("./trails.js").Trail[]} trails topmost first @param {number} step
 * @param {import("./trails.js").Frame} frame in px @param {import("../host/theme.js").Theme} theme @returns {Outline[]}
 */
export function outlinesOf(trails, step, frame, theme) {
  const scale = typeScale(theme);
  const shown = trails.filter((trail) => trail.shown).reverse();
  const isInside = isWithin(frame);
  const placed = (points, place) => [turned(points, { left: place[0], top: place[1], angle: 0 }, scale)];
  const lines = shown.flatMap(({ line, contender }) => {
    const pieces = piecesOf(line, vertices(line, step));
    const dash = dashPattern(contender.dash).map((px) => `${px * scale}px`).join(",") || "solid";
    return [
      { lines: pieces, line: { color: theme.casing, width: CASING_WIDTH * scale, dash } },
      { lines: pieces, line: { color: contender.color, width: LINE_WIDTH * scale, dash } },
    ];
  }).filter(({ lines }) => lines.length > 0);
  const starts = shown.filter(({ start, line }) => start && line.step[0] === 0)
    .map(({ line }) => /** @type {Place} */ ([line.u[0], line.v[0]])).filter(isInside)
    .map((place) => ({
      lines: placed(polygon(START_RADIUS, 40), place),
      fill: theme.casing,
      line: { color: theme.ring, width: 2 * scale },
    }));
  return [...lines, ...starts, ...headOutlines(trails, step, frame, theme)];
}

/**
 * Gives the heads of paths as a still shows them, those that stand aside tied to their places.
 * @param {import("./trails.js").Trail[]} trails topmost first @param {number} step
 * @param {import("./trails.js").Frame} frame @param {import("../host/theme.js").Theme} theme
 * @param {{marks?: number[][], isLevel?: boolean}} [options] as for `headsAt` @returns {Outline[]}
 */
export function headOutlines(trails, step, frame, theme, options = {}) {
  const scale = typeScale(theme);
  const heads = headsAt(trails, step, frame, { ...options, scale })
    .flatMap((head, k) => (head && isWithin(frame)(head.place) ? [{ ...head, contender: trails[k].contender }] : []))
    .map(({ place: [left, top], aside: [right, down], ...head }) => (
      { ...head, from: /** @type {Place} */ ([left, top]), to: /** @type {Place} */ ([left + right, top + down]) }
    ))
    .reverse();
  const rim = { color: theme.casing, width: 1.4 * scale };
  const ties = heads.filter(({ isTied }) => isTied);
  const tieOf = ({ color }) => (
    options.isLevel ? { color: theme.text, width: LEADER_WIDTH * scale } : { color, width: TIE_WIDTH * scale }
  );
  return [
    ...ties.map(({ contender, from, to }) => ({ lines: [[from, to]], line: tieOf(contender) })),
    ...heads.map(({ contender, to: [left, top] }) => (
      { lines: [turned(corners(contender.slot), { left, top, angle: 0 }, scale)], fill: contender.color, line: rim }
    )),
  ];
}

const isWithin = ({ width, height }) => ([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height;

/** The parts of a line between its gaps, each of two points at least. */
function piecesOf({ u, v }, count) {
  /** @type {Place[][]} */
  const pieces = [[]];
  for (let k = 0; k < count; k += 1) {
    if (Number.isNaN(u[k])) pieces.push([]);
    else pieces.at(-1).push([u[k], v[k]]);
  }
  return pieces.filter((piece) => piece.length > 1);
}
