// The cloud of SGD on a quadratic loss: where it must wander around the minimum, before any step is made, as an ellipse;
// and in words how far from the minimum the path has really been.

import { drawing, element, setAttribute, setHidden, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { isConcealed } from "../data/outcome.js";
import { typeScale } from "../host/theme.js";
import { CASING_WIDTH, pixel } from "../paths/strokes.js";

const DEVIATIONS = 2; // standard deviations from the middle of the ellipse to its edge
const CORNERS = 90; // of the polygon that is drawn for it
const POINT = 1e-18; // a second moment below which there is nothing but roundings
const WIDTH = 2; // px
const DASHES = "3px,4px";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../paths/panel.js").Listener["ask"]} Ask
 * @typedef {import("../paths/outlines.js").Place} Place
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {Object} Cloud
 * @property {"ellipse"|"point"|"none"} kind a point where no batch pushes away from the minimum, none where distances grow
 *   for ever
 * @property {number[]} middle the minimum @property {number[]} moment xx, xy and yy of the second moment around it
 */

/** What the note leaves unsaid. */
const RULE = "The ellipse is two standard deviations of where SGD is predicted to wander if batches are drawn with " +
  "replacement; the rms radius is the root mean square of its distance to the minimum.";

/** Draws the cloud of one run, where it has one. */
export class CloudLayer {
  /** Says what it is. */
  note = element("p", { hidden: true, title: RULE });
  #ask;
  /** The edge, and what sets it off from the path that wanders across it. */
  #edges = [drawing("path", { class: "downhill-cloud-casing" }), drawing("path", {})];
  #place = drawing("svg", { class: "downhill-cloud", "aria-hidden": "true" }, ...this.#edges);
  /** @type {{picture: Picture, run: Run}|null} */
  #of = null;
  /** @type {Cloud|null} */
  #cloud = null;

  /** @param {HTMLElement} layer below the paths @param {Ask} ask */
  constructor(layer, ask) {
    this.#ask = ask;
    layer.append(this.#place);
  }

  /** @param {Run|null} run null where no cloud is wanted @param {Picture} picture */
  setRun(run, picture) {
    this.#of = run && picture.surface.quadratic && !isAskedOf(run, picture) ? { picture, run } : null;
    this.#cloud = null;
    if (run) this.#place.style.setProperty("--downhill-run", run.color);
  }

  /** Draws the cloud, which may have had to wait for kernels. @param {Frame} frame */
  draw(frame) {
    if (this.#of && !this.#cloud) this.#cloud = cloudOf(this.#of.picture, this.#of.run, this.#ask);
    const path = this.#isDrawn
      ? ellipseOf(this.#cloud, frame).map((place) => place.map((px) => px.toFixed(1)).join())
      : [];
    for (const edge of this.#edges) setAttribute(edge, "d", path.length ? `M${path.join("L")}Z` : "");
    const words = this.#of ? inWords(this.#of.picture, this.#of.run, this.#cloud) : "";
    setHidden(this.note, words === "");
    setText(this.note, words);
  }

  /** Gives the ellipse as a still shows it. @param {Frame} frame @param {import("../host/theme.js").Theme} theme @returns {import("../paths/outlines.js").Outline[]} */
  outlines(frame, theme) {
    if (!this.#isDrawn) return [];
    const [scale, lines] = [typeScale(theme), [ellipseOf(this.#cloud, frame)]];
    return [
      { lines, line: { color: theme.casing, width: CASING_WIDTH * scale } },
      { lines, line: { color: this.#of.run.color, width: WIDTH * scale, dash: DASHES } },
    ];
  }

  /** Says what it is in the legend of a still. @returns {import("../paths/panel.js").Entry[]} */
  entries() {
    if (!this.#isDrawn) return [];
    const { picture, run } = this.#of;
    const line = { color: run.color, width: WIDTH, dash: DASHES };
    return [{ words: inWords(picture, run, this.#cloud), line, marker: { opacity: 0 } }];
  }

  destroy() {
    this.#place.remove();
  }

  get #isDrawn() {
    return this.#cloud?.kind === "ellipse";
  }
}

/** Whether a lesson may be asking for a cloud: that of any other run than it has put in focus. @param {Run} run @param {Picture} picture */
export const isAskedOf = (run, { lesson }) => Boolean(lesson) && isConcealed(run) && run.id !== lesson.focus;

/** Whether a cloud can be predicted: of SGD with a constant rate, on batches. @param {Picture} picture @param {Run} run */
const isPredictable = ({ surface }, { terms: { rule, schedule, batchSize } }) =>
  rule === "sgd" && schedule === "constant" && batchSize < surface.data.targets.length;

/**
 * Predicts the cloud; null where there is nothing to be predicted, or the kernels that would are not here.
 * @param {Picture} picture @param {Run} run @param {Ask} ask @returns {Cloud|null}
 */
export function cloudOf({ surface, ...picture }, run, ask) {
  if (!isPredictable({ surface, ...picture }, run)) return null;
  const origin = { x: Float64Array.of(0), y: Float64Array.of(0) };
  const [slope, bend] = [ask("gradients", surface, origin), ask("hessians", surface, origin)];
  if (!slope || !bend) return null;
  // One step of Newton's leads from anywhere to the minimum.
  const [[gx], [gy], [xx], [xy], [yy]] = [slope.x, slope.y, bend.xx, bend.xy, bend.yy];
  const middle = [(xy * gy - yy * gx) / (xx * yy - xy * xy), (xy * gx - xx * gy) / (xx * yy - xy * xy)];
  const { ruleParameters: { learning_rate: rate }, batchSize: size } = run.terms;
  const moment = ask("cloud", surface, { point: middle, rate, size });
  return moment && { kind: kindOf(moment), middle, moment };
}

/** @param {number[]} moment @returns {Cloud["kind"]} */
function kindOf([xx, xy, yy]) {
  if (Math.max(Math.abs(xx), Math.abs(yy)) < POINT) return "point";
  return xx > 0 && xx * yy > xy * xy ? "ellipse" : "none";
}

/** The edge of the ellipse. @param {Cloud} cloud @param {Frame} frame @returns {Place[]} px */
export function ellipseOf({ middle, moment: [xx, xy, yy] }, { u, v }) {
  const across = Math.sqrt(xx); // the rows of a root of the matrix: that of Cholesky
  const [along, up] = [xy / across, Math.sqrt(yy - (xy * xy) / xx)];
  return Array.from({ length: CORNERS }, (_, k) => {
    const [cos, sin] = [Math.cos, Math.sin].map((of) => DEVIATIONS * of((2 * Math.PI * k) / CORNERS));
    return [pixel(middle[0] + across * cos, u), pixel(middle[1] + along * cos + up * sin, v)];
  });
}

/** The root mean square of a path's distance to the middle, in its second half. @param {Pick<Run, "x"|"y"|"begins">} run @param {number[]} middle */
export function measuredRadius({ x, y, begins = 0 }, [u, v]) {
  const from = Math.max(begins, Math.ceil(x.length / 2));
  let sum = 0;
  for (let k = from; k < x.length; k += 1) sum += (x[k] - u) ** 2 + (y[k] - v) ** 2;
  return Math.sqrt(sum / (x.length - from));
}

/** Says what is known of the cloud: nothing before there are kernels. @param {Picture} picture @param {Run} run @param {Cloud|null} cloud */
export function inWords(picture, run, cloud) {
  if (!isPredictable(picture, run)) return "Cloud: predicted for SGD on mini-batches with a constant \u03b1";
  if (!cloud) return "";
  if (cloud.kind === "none") return "No cloud: with this \u03b1 and batch size, distances grow for ever";
  if (cloud.kind === "point") return "No cloud: at the minimum every example\u2019s gradient is 0";
  const radius = Math.sqrt(cloud.moment[0] + cloud.moment[2]);
  const predicted = `Cloud (2\u202f\u03c3): rms radius ${significant(radius)}`;
  const isWhole = run.x.length > picture.steps && picture.steps > 1;
  if (isConcealed(run) || !isWhole) return predicted;
  const measured = measuredRadius(run, cloud.middle);
  const inside = picture.replacement ? "" : reshuffled(measured / radius);
  return `${predicted}; in this path's second half ${significant(measured)}${inside}`;
}

/** By how much a path of reshuffled epochs stays inside. @param {number} ratio of the radii */
function reshuffled(ratio) {
  const percent = Math.round(100 * Math.abs(1 - ratio));
  return `; reshuffling keeps it ${percent}\u202f% ${ratio <= 1 ? "closer" : "farther out"}`;
}
