// The relief's camera, as a view holds it and as Plotly takes it.

import { element } from "../dom/elements.js";

/**
 * @typedef {number[][]} Camera three points: the eye, what it looks at, and which way is up
 * @typedef {{x: number, y: number, z: number}} Point
 * @typedef {{eye: Point, center: Point, up: Point}} PlotlyCamera
 */

/** Holds the camera, and shows a button while it is not the one from the front. */
export class ReliefCamera {
  #reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Reset view");
  #onReset;
  #key = ""; // of the surface
  /** @type {Camera|null|undefined} */
  #linked; // the camera of a link, until the next picture takes it
  /** @type {PlotlyCamera|null} */
  now = null; // null is the view from the front
  turns = 0; // cameras of links: Plotly takes none over the person's own but with a new name

  /** @param {HTMLElement} plot @param {() => void} onReset */
  constructor(plot, onReset) {
    this.#onReset = onReset;
    plot.append(this.#reset);
    this.#reset.addEventListener("click", this.#turnBack);
  }

  /** @param {PlotlyCamera|null} camera null is the view from the front */
  set(camera) {
    this.now = camera;
    this.#reset.hidden = camera === null;
  }

  /** Takes the next picture's surface, with the camera of a link or, on the same surface, that of before. */
  setSurface(key) {
    if (this.#key && this.#key !== key) this.set(null);
    this.#key = key;
    if (this.#linked === undefined) return;
    this.set(cameraIn(this.#linked));
    this.turns += 1;
    this.#linked = undefined;
  }

  /** @param {Camera|null} camera of a link, for the next picture */
  setView(camera) {
    this.#linked = camera;
  }

  /** Gives the camera as a link holds it. */
  view() {
    return this.#linked === undefined ? cameraOut(this.now) : this.#linked;
  }

  destroy() {
    this.#reset.removeEventListener("click", this.#turnBack);
    this.#reset.remove();
  }

  #turnBack = () => {
    this.set(null);
    this.#onReset();
  };
}

/** @param {Point} point */
const toNumbers = ({ x, y, z }) => [x, y, z];
/** @param {number[]} numbers @returns {Point} */
const toPoint = ([x, y, z]) => ({ x, y, z });

/** A camera of Plotly's as a view holds it. @param {PlotlyCamera|null} camera @returns {Camera|null} */
export const cameraOut = (camera) => camera && [camera.eye, camera.center, camera.up].map(toNumbers);

/** A camera of a view as Plotly takes it. @param {Camera|null} camera @returns {PlotlyCamera|null} */
export function cameraIn(camera) {
  if (!camera) return null;
  const [eye, center, up] = camera.map(toPoint);
  return { eye, center, up };
}
