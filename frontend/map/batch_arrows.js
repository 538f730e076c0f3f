// What the gradient of a mini-batch is the mean of: −∇ℓ of each of its examples as a thin arrow, beside those of arrows.js.
// For a batch of one example, also the weights with which it has no loss, where these are a line.

import { arrowOf, largestOf, originOf } from "./arrows.js";
import { drawing, element, setAttribute, setHidden, setText } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { batchAt, drawingOf } from "../live/batches.js";
import { clipSegment } from "../paths/polyline.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const MOST = 32; // arrows: more would hide each other
const THIN = { line: 1.4, casing: 3.4 }; // px
const DASHED = { line: 2, dash: "8px,5px" }; // px

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../paths/outlines.js").Place} Place
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../host/theme.js").Theme} Theme
 * @typedef {import("../paths/panel.js").Listener["ask"]} Ask
 * @typedef {{arrows: Place[][], line: Place[], shown: number, count: number, index: number|null}} Seen px; how many arrows
 *   of how many examples; and whose line it is
 */

/** Draws the arrows of one run's batch, or none. */
export class BatchArrows {
  /** Says what they are. */
  note = element("p", { hidden: true });
  #ask;
  #line = drawing("path", { class: "downhill-batch-line" });
  #casing = drawing("path", { class: "downhill-batch-casing" });
  #arrows = drawing("path", { class: "downhill-batch-arrows" });
  #place = drawing("svg", { class: "downhill-batch", "aria-hidden": "true" }, this.#line, this.#casing, this.#arrows);
  /** @type {{picture: Picture, run: Run, largest: number}|null} */
  #of = null;

  /** @param {HTMLElement} layer above the heads @param {Ask} ask */
  constructor(layer, ask) {
    this.#ask = ask;
    layer.append(this.#place);
  }

  /** @param {Run|null} run null where no arrows are wanted @param {Picture} picture */
  setRun(run, picture) {
    const isWanted = run !== null && picture.surface.data !== null;
    this.#of = isWanted ? { picture, run, largest: largestOf(run.blob.arrays.gradients) } : null;
    if (run) this.#place.style.setProperty("--downhill-run", run.color);
  }

  /** @param {number} step @param {Frame} frame */
  draw(step, frame) {
    const seen = this.#seen(step, frame, 1);
    setHidden(this.note, seen === null);
    setText(this.note, seen ? inWords(seen) : "");
    const path = seen ? pathOf(seen.arrows) : "";
    setAttribute(this.#line, "d", seen ? pathOf([seen.line]) : "");
    for (const node of [this.#casing, this.#arrows]) setAttribute(node, "d", path);
  }

  /**
   * Gives the arrows as a still shows them, larger with its type.
   * @param {number} step @param {Frame} frame @param {Theme} theme @returns {import("../paths/outlines.js").Outline[]}
   */
  outlines(step, frame, theme) {
    const scale = typeScale(theme);
    const seen = this.#seen(step, frame, scale);
    if (!seen) return [];
    const dashed = { color: this.#of.run.color, width: DASHED.line * scale, dash: DASHED.dash };
    return [
      ...(seen.line.length ? [{ lines: [seen.line], line: dashed }] : []),
      { lines: seen.arrows, line: { color: theme.casing, width: THIN.casing * scale } },
      { lines: seen.arrows, line: { color: theme.ring, width: THIN.line * scale } },
    ];
  }

  /** Names them for the legend of a still. @param {number} step @param {Theme} theme @returns {import("../paths/panel.js").Entry[]} */
  entries(step, { ring, size }) {
    const examples = this.#examples(step);
    if (!examples) return [];
    const marker = { symbol: "arrow", angle: 90, size: 0.7 * size, color: ring };
    return [{ words: ofExamples(Math.min(MOST, examples.length), examples.length), marker }];
  }

  destroy() {
    this.#place.remove();
  }

  /** The examples of the gradient at a step: all where there is no batch; null where none are known. @param {number} step */
  #examples(step) {
    if (!this.#of) return null;
    const { picture, run } = this.#of;
    const drawn = drawingOf(picture, run, run.terms);
    if (drawn.size >= drawn.examples) return Int32Array.from(picture.surface.data.targets.keys());
    return batchAt(drawn, Math.min(step, run.x.length - 1));
  }

  /** @param {number} step @param {Frame} frame @param {number} scale @returns {Seen|null} */
  #seen(step, frame, scale) {
    const examples = this.#examples(step);
    const from = examples && originOf(this.#of.run, step, frame);
    if (!from) return null;
    const { picture: { surface }, run, largest } = this.#of;
    const shown = examples.subarray(0, MOST);
    const found = this.#ask("exampleGradients", surface, {
      point: [run.x[from.last], run.y[from.last]],
      indices: shown,
    });
    if (!found) return null;
    const vectors = { data: [...found.x, ...found.y], shape: [2, shown.length] };
    const arrows = Array.from(shown, (_, k) => arrowOf(vectors, k, -1, largest)).filter(Boolean);
    const line = examples.length === 1 ? this.#withoutLoss(examples[0], frame) : [];
    return {
      arrows: arrows.flatMap((arrow) => strokesOf(arrow, from, scale)),
      line,
      shown: shown.length,
      count: examples.length,
      index: line.length ? examples[0] : null,
    };
  }

  /** The weights with which an example has no loss, from edge to edge of the map. @param {number} index @param {Frame} frame @returns {Place[]} */
  #withoutLoss(index, { u, v, width, height }) {
    const x = Float64Array.of(u.from, u.from + width / u.perUnit);
    const y = this.#ask("withoutLoss", this.#of.picture.surface, { index, x });
    const box = { u0: 0, u1: width, v0: 0, v1: height };
    const cut = y && clipSegment(0, pixel(y[0], v), width, pixel(y[1], v), box);
    return cut ? [[cut[0], cut[1]], [cut[2], cut[3]]] : [];
  }
}

/** @param {import("./arrows.js").Arrow} arrow @param {{left: number, top: number}} from px @param {number} scale @returns {Place[][]} */
function strokesOf({ angle, length }, { left, top }, scale) {
  /** @type {Place[][]} */
  const strokes = [[[0, 0], [length, 0]], [[length - 6, -4], [length, 0], [length - 6, 4]]];
  return strokes.map((points) => turned(points, { left, top, angle }, scale));
}

/** @param {Place[][]} lines */
const pathOf = (lines) =>
  lines.filter(({ length }) => length).map((points) =>
    `M${points.map((place) => place.map((px) => px.toFixed(1)).join()).join("L")}`
  ).join("");

/** @param {Seen} seen */
function inWords({ shown, count, index }) {
  return index === null ? `thin arrows: ${ofExamples(shown, count)}` : `dashed: where example ${index} has no loss`;
}

/** "−g of each of the 7 examples" @param {number} shown @param {number} count */
export function ofExamples(shown, count) {
  if (count === 1) return "\u2212g of the one example";
  return shown < count ? `\u2212g of ${shown} of the ${count} examples` : `\u2212g of each of the ${count} examples`;
}
