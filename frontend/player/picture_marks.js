// The attributes that say which picture is drawn, and whose numbers are in it.

import { setAttribute } from "../dom/elements.js";

/** @typedef {import("../data/picture.js").Picture} Picture */

export class PictureMarks {
  #root;
  #onPicture;
  /** @type {Picture|null} */
  #marked = null;
  #count = 0;

  /** @param {HTMLElement} root @param {(picture: Picture, isOriginal: boolean) => void} onPicture hears of every picture */
  constructor(root, onPicture) {
    [this.#root, this.#onPicture] = [root, onPicture];
  }

  /**
   * Marks a picture, and counts it if its paths differ from those before.
   * @param {Picture} picture @param {boolean} isOriginal whether all of it is as the scene had it
   */
  mark(picture, isOriginal) {
    if (!hasPathsOf(picture, this.#marked)) setAttribute(this.#root, "data-pictures", this.#count += 1);
    this.#marked = picture;
    setAttribute(this.#root, "data-source", isOriginal ? "server" : "browser");
    setAttribute(this.#root, "data-start", picture.start.join(","));
    this.#onPicture(picture, isOriginal);
  }
}

/** @param {Picture} picture @param {Picture|null} other */
function hasPathsOf({ runs }, other) {
  if (other?.runs.length !== runs.length) return false;
  return runs.every(({ x, y }, k) => isEqual(x, other.runs[k].x) && isEqual(y, other.runs[k].y));
}

/** @param {Float64Array} one @param {Float64Array} other */
const isEqual = (one, other) =>
  one === other || (one.length === other.length && one.every((value, k) => value === other[k]));
