// The triangles of methods that search with several points, such as Nelder and Mead's: at each step the corners beside
// the head, with the head as the third.

import { drawing, setAttribute } from "../dom/elements.js";
import { typeScale } from "../host/theme.js";
import { pixel } from "../paths/strokes.js";

const WIDTH = 1.5; // px

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../paths/outlines.js").Place} Place
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {import("../host/theme.js").Theme} Theme
 */

/** Draws the triangles of all runs that have one. */
export class Triangles {
  #place = drawing("svg", { class: "downhill-triangles", "aria-hidden": "true" });
  /** @type {{run: Run, path: SVGElement}[]} */
  #drawn = [];

  /** @param {HTMLElement} layer below the paths */
  constructor(layer) {
    layer.append(this.#place);
  }

  /** @param {Run[]} runs those that are seen */
  setRuns(runs) {
    this.#drawn = runs.filter(({ blob }) => blob.header.corners?.length).map((run) => {
      const path = drawing("path", {});
      path.style.setProperty("--downhill-run", run.color);
      return { run, path };
    });
    this.#place.replaceChildren(...this.#drawn.map(({ path }) => path));
  }

  /** @param {number} step @param {Frame} frame */
  draw(step, frame) {
    for (const { run, path } of this.#drawn) {
      const corners = cornersOf(run, step, frame).map((place) => place.map((px) => px.toFixed(1)).join());
      setAttribute(path, "d", corners.length ? `M${corners.join("L")}Z` : "");
    }
  }

  /** Gives the triangles as a still shows them. @param {number} step @param {Frame} frame @param {Theme} theme @returns {import("../paths/outlines.js").Outline[]} */
  outlines(step, frame, theme) {
    return this.#drawn.flatMap(({ run }) => {
      const corners = cornersOf(run, step, frame);
      const line = { color: run.color, width: WIDTH * typeScale(theme) };
      return corners.length ? [{ lines: [[...corners, corners[0]]], line }] : [];
    });
  }

  destroy() {
    this.#place.remove();
  }
}

/**
 * The corners of a run's triangle at a step, its head first; none before the first update.
 * @param {Run} run @param {number} step @param {Frame} frame @returns {Place[]} px
 */
export function cornersOf(run, step, { u, v }) {
  const last = Math.min(step, run.x.length - 1);
  if (last === 0) return [];
  const others = run.blob.header.corners.map((name) => {
    const { data, shape: [, count] } = run.blob.arrays[name];
    return [data[last], data[count + last]];
  });
  return [[run.x[last], run.y[last]], ...others].map(([x, y]) => [pixel(x, u), pixel(y, v)]);
}
