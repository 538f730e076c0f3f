// The paths on the relief, drawn over it with the strokes and signs of the map: none is lost between peaks, and while
// they move nothing is drawn in WebGL.

import { clippedPath } from "./clip_path.js";
import { element } from "../dom/elements.js";
import { cutAt } from "../paths/polyline.js";
import { TrailLayer, trailsOf } from "../paths/trails.js";

const REACH = 20; // panels beyond the panel within which lines are exact
const OUTWARD = 1e6; // px towards a point behind the eye

/**
 * @typedef {import("../paths/panel.js").Shown} Shown
 * @typedef {import("../paths/polyline.js").Polyline} Polyline
 * @typedef {import("../paths/trails.js").Trail} Trail
 * @typedef {import("./height_scale.js").HeightScale} HeightScale
 * @typedef {import("./projection.js").Projector} Projector
 * @typedef {import("./projection.js").Size} Size
 */

export class ReliefPaths {
  #below = element("div", { class: "downhill-layer" });
  #above = element("div", { class: "downhill-layer" });
  #layer = new TrailLayer(this.#below, this.#above);
  /** @type {import("./clip_path.js").ClippedPath[]} one for each run */
  #paths = [];
  /** @type {Trail[]} topmost first */
  trails = [];
  /** @type {import("../paths/trails.js").Frame|null} null while nothing is drawn */
  frame = null;

  /** @param {HTMLElement} stack */
  constructor(stack) {
    stack.append(this.#below, this.#above);
    this.clear();
  }

  /** What a pointer can meet. */
  get seen() {
    return { trails: this.trails, frame: this.frame };
  }

  /** Takes the runs, which `place` will draw. @param {Shown} shown @param {HeightScale} scale */
  setRuns(shown, scale) {
    this.#paths = pathsOf(shown, scale);
  }

  /**
   * Draws the paths where a camera sees them.
   * @param {Shown} shown @param {Projector} project @param {Size} size
   */
  place(shown, project, size) {
    this.trails = trailsOf(linesIn(this.#paths, project, size), shown, true);
    this.#layer.setTrails(this.trails, shown.theme, shown.moving);
    this.frame = frameOf(size);
    this.#layer.setFrame(this.frame);
    this.#below.hidden = this.#above.hidden = false;
    this.#layer.draw(shown.step, true);
  }

  /** @param {number} step */
  draw(step) {
    if (this.frame) this.#layer.draw(step, false);
  }

  /** Draws what has been sketched as it is drawn at rest. */
  finish() {
    if (this.frame) this.#layer.finish();
  }

  /** Draws nothing until `place`. */
  clear() {
    this.frame = null;
    this.#below.hidden = this.#above.hidden = true;
  }

  destroy() {
    this.#layer.destroy();
    this.#below.remove();
    this.#above.remove();
  }
}

/** Gives all paths whole. @param {Shown} shown @param {HeightScale} scale */
export const pathsOf = ({ picture }, scale) =>
  picture.runs.map((run) => clippedPath(run, run.x.length - 1, picture.surface, scale));

/** The frame of a panel whose coordinates are px. @param {Size} size @returns {import("../paths/trails.js").Frame} */
export const frameOf = ({ width, height }) => {
  const axis = { from: 0, perUnit: 1 };
  return { left: 0, top: 0, width, height, u: axis, v: axis };
};

/**
 * Projects paths to px of a panel.
 * @param {import("./clip_path.js").ClippedPath[]} paths @param {Projector} project @param {Size} size
 * @param {number} reach panels beyond it within which lines are exact @returns {Polyline[]}
 */
export function linesIn(paths, project, { width, height }, reach = REACH) {
  const [wide, tall] = [reach * width, reach * height];
  const box = { u0: -wide, u1: width + wide, v0: -tall, v1: height + tall };
  return paths.map(({ line, isCut }) => {
    const { u, v } = projected(line, project);
    const cut = cutAt(u, v, box);
    return { ...cut, step: cut.step.map((step) => (step >= 0 && isCut[step] ? -1 : step)) };
  });
}

/** @param {import("./clip_path.js").Points} points @param {Projector} project */
function projected({ x, y, z }, project) {
  const [u, v] = [new Float64Array(x.length), new Float64Array(x.length)];
  for (const k of x.keys()) [u[k], v[k]] = placeOf(k);
  return { u, v };

  /** Where a point is; one behind the eye lies far out, in the direction in which the path leaves. */
  function placeOf(k) {
    if (x[k] === null) return [NaN, NaN];
    const here = project(x[k], y[k], z[k]);
    if (here || k === 0 || x[k - 1] === null) return here ?? [NaN, NaN];
    const before = project(x[k - 1], y[k - 1], z[k - 1]);
    const part = (values) => values[k - 1] + 1e-6 * (values[k] - values[k - 1]);
    const towards = before && project(part(x), part(y), part(z));
    if (!towards) return [NaN, NaN];
    const way = Math.hypot(towards[0] - before[0], towards[1] - before[1]) || 1;
    return [0, 1].map((axis) => before[axis] + (OUTWARD * (towards[axis] - before[axis])) / way);
  }
}
