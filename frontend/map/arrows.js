// The two arrows at the head of the contender in focus: −g, straight downhill, and Δw, the next step. Directions are
// true; lengths are on a logarithmic scale, because steps and gradients span many powers of ten in a run.

import { drawing, element, setAttribute, setHidden } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const LONGEST = 90; // px, for the largest gradient and for the largest step of the run
const SHORTER = 17; // px less for each factor of ten below that
const SHORTEST = 26; // px
const HEAD = 8; // px from the middle of a head to its edge
const BESIDE = 4.5; // px to each side of where both would lie on one another
const NEAR = 0.2; // radians between them, from which on they do not
const HALF = LONGEST + 14; // px from the middle of the drawing to its edge
const BOX = { width: 2 * HALF, height: 2 * HALF, viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}` };
const SAMPLE = 34; // px, the length of an arrow in the key

const NAMES = { gradient: "\u2212g, downhill", step: "\u0394w, the next step" };
const LENGTHS = "lengths: log scale";

/** What the key says about the lengths. */
const RULE =
  `Directions are exact. The largest arrow of the run is ${LONGEST} px long; each factor of ten below it takes ` +
  `${SHORTER} px off, down to ${SHORTEST} px.`;

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {{data: ArrayLike<number>, shape: number[]}} Vectors two rows, x and y, with a column for each step
 * @typedef {{angle: number, length: number, aside?: number}} Arrow clockwise from right, in radians; px; px to its right
 */

/** Draws both arrows for one run, or none. */
export class FocusArrows {
  #downhill = shape("downhill-arrow-gradient");
  #next = shape("downhill-arrow-step");
  #place = element(
    "div",
    { class: "downhill-arrows", hidden: true },
    drawing("svg", { ...BOX, "aria-hidden": "true" }, this.#downhill, this.#next),
  );
  /** @type {Run|null} */
  #run = null;
  #largest = { gradient: 0, step: 0 };

  /** @param {HTMLElement} layer above the heads */
  constructor(layer) {
    layer.append(this.#place);
  }

  /** @param {Run|null} run null where no arrows are wanted */
  setRun(run) {
    this.#run = run;
    setHidden(this.#place, run === null);
    if (run === null) return;
    this.#place.style.setProperty("--downhill-run", run.color);
    const { gradients, steps } = run.blob.arrays;
    this.#largest = { gradient: largestOf(gradients), step: largestOf(steps) };
  }

  /** @param {number} step @param {Frame} frame */
  draw(step, frame) {
    const from = originOf(this.#run, step, frame);
    setHidden(this.#place, !from);
    if (!from) return;
    const [left, top] = [from.left - HALF, from.top - HALF];
    this.#place.style.transform = `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px)`;
    const { gradient, step: next } = this.#arrowsAt(from.last);
    aim(this.#downhill, gradient);
    aim(this.#next, next);
  }

  /**
   * Gives the arrows as a still shows them, larger with its type.
   * @param {number} step @param {Frame} frame @param {Theme} theme @returns {import("../paths/outlines.js").Outline[]}
   */
  outlines(step, frame, theme) {
    const from = originOf(this.#run, step, frame);
    if (!from) return [];
    const { gradient, step: next } = this.#arrowsAt(from.last);
    return [
      ...(gradient ? arrowOutlines(gradient, from, theme.ring, theme) : []),
      ...(next ? arrowOutlines(next, from, this.#run.color, theme) : []),
    ];
  }

  /** Names the arrows for the legend of a still. @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(theme) {
    if (!this.#run) return [];
    return [
      entry(NAMES.gradient, theme.ring, theme),
      entry(`${NAMES.step} (${LENGTHS})`, this.#run.color, theme),
    ];
  }

  destroy() {
    this.#place.remove();
  }

  /** @param {number} last the step that the head is at */
  #arrowsAt(last) {
    const { gradients, steps } = this.#run.blob.arrays;
    return sideBySide(
      arrowOf(gradients, last, -1, this.#largest.gradient),
      arrowOf(steps, last + 1, 1, this.#largest.step),
    );
  }
}

/** Makes the key: which arrow is which. @returns {HTMLElement} */
export function arrowKey() {
  const sample = (name) => {
    const arrow = shape(name);
    aim(arrow, { angle: 0, length: SAMPLE });
    return drawing("svg", { width: 40, height: 16, viewBox: "-2 -8 40 16", "aria-hidden": "true" }, arrow);
  };
  return element(
    "div",
    { class: "downhill-arrow-key", hidden: true, title: RULE },
    element("span", {}, sample("downhill-arrow-gradient"), NAMES.gradient),
    element("span", {}, sample("downhill-arrow-step"), NAMES.step),
    element("span", { class: "downhill-readout" }, LENGTHS),
  );
}

/**
 * Finds where an arrow points and how long it is; null if there is no vector or it has no direction.
 * @param {Vectors} vectors @param {number} index the column @param {number} sign −1 turns the vector round
 * @param {number} largest the length drawn `LONGEST`, in the unit of the vectors @returns {Arrow|null}
 */
export function arrowOf({ data, shape: [, count] }, index, sign, largest) {
  if (index >= count) return null;
  const [dx, dy] = [sign * data[index], sign * data[count + index]];
  const size = Math.hypot(dx, dy);
  if (!(size > 0 && Number.isFinite(size))) return null;
  return {
    angle: Math.atan2(-dy, dx),
    length: Math.max(SHORTEST, LONGEST + SHORTER * Math.log10(size / largest)),
  };
}

/**
 * Moves two arrows of about the same direction apart, so that neither hides the other: as far as they are near.
 * @param {Arrow|null} gradient @param {Arrow|null} step
 */
export function sideBySide(gradient, step) {
  if (!gradient || !step) return { gradient, step };
  const between = Math.atan2(Math.sin(step.angle - gradient.angle), Math.cos(step.angle - gradient.angle));
  const aside = (between < 0 ? -1 : 1) * BESIDE * Math.max(0, 1 - Math.abs(between) / NEAR);
  return { gradient: { ...gradient, aside: -aside }, step: { ...step, aside } };
}

/** Finds the greatest length that is finite. @param {Vectors} vectors @returns {number} */
export function largestOf({ data, shape: [, count] }) {
  let largest = 0;
  for (let k = 0; k < count; k += 1) {
    const size = Math.hypot(data[k], data[count + k]);
    if (size > largest && Number.isFinite(size)) largest = size;
  }
  return largest;
}

/**
 * Finds the head that the arrows start from; null where it is outside the map or no arrows are wanted.
 * @param {Pick<Run, "x"|"y">|null} run @param {number} step @param {Frame} frame
 * @returns {{last: number, left: number, top: number}|null} the step that it is at, and px
 */
export function originOf(run, step, frame) {
  if (run === null) return null;
  const last = Math.min(step, run.x.length - 1);
  const [left, top] = [pixel(run.x[last], frame.u), pixel(run.y[last], frame.v)];
  const inside = left >= 0 && top >= 0 && left <= frame.width && top <= frame.height;
  return inside ? { last, left, top } : null;
}

/** A line with its casing; both get the same outline. */
const shape = (name) =>
  drawing("g", { class: name }, drawing("path", { class: "downhill-arrow-casing" }), drawing("path"));

/** Turns the drawing of an arrow, or hides it. @param {SVGElement} node @param {Arrow|null} arrow */
function aim(node, arrow) {
  setAttribute(node, "visibility", arrow ? "visible" : "hidden");
  if (!arrow) return;
  setAttribute(node, "transform", `rotate(${(arrow.angle * 180) / Math.PI})`);
  const path = `M0,${(arrow.aside ?? 0).toFixed(1)}H${arrow.length.toFixed(1)}m-9,-6l9,6l-9,6`;
  for (const line of node.children) setAttribute(line, "d", path);
}

const entry = (words, color, { casing, size }) => (
  { words, marker: { symbol: "arrow", angle: 90, size: 1.1 * size, color, line: { color: casing, width: size / 12 } } }
);

/**
 * Draws an arrow for a still twice, as casing and as line, from the edge of the head on.
 * @param {Arrow} arrow @param {{left: number, top: number}} from px @param {string} color @param {Theme} theme
 * @returns {import("../paths/outlines.js").Outline[]}
 */
export function arrowOutlines({ angle, length, aside = 0 }, { left, top }, color, theme) {
  const scale = typeScale(theme);
  /** @type {import("../paths/outlines.js").Place[][]} */
  const strokes = [[[HEAD, aside], [length, aside]], [[length - 9, aside - 6], [length, aside], [
    length - 9,
    aside + 6,
  ]]];
  const lines = strokes.map((points) => turned(points, { left, top, angle }, scale));
  const widths = [{ color: theme.casing, width: 7 * scale }, { color, width: 3 * scale }];
  return widths.map((line) => ({ lines, line }));
}
