// The hand: what it changes in a picture, by the controls of the page or on the map.

import { setAttribute } from "../dom/elements.js";
import { valueAt, wholeChange } from "../live/change.js";
import { Preview } from "../live/preview.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 *
 * @typedef {Object} HandHost
 * @property {string} [kernelsUrl] @property {() => boolean} [isMoving] @property {() => void} [onHold] as a player's host
 *   has them
 * @property {(name: string, value: any) => void} emit
 * @property {() => Picture|null} read the picture of the last scene
 * @property {(picture: Picture) => void} show draws a picture at once
 */

const CONFIRMED_MS = 1000; // in which the server has answered what a hand has done

/**
 * Whether a hand begins to move something, or has done with it: a change of its own starts, or ends. A click does both.
 * @param {boolean} isDragging whether it was moving it before @param {boolean} isDone whether it lets go
 */
export const beginsOrEnds = (isDragging, isDone) => isDone || !isDragging;

export class Hand {
  #host;
  #preview;
  #isDragging = false; // a start, or an example
  #letGoAt = -Infinity; // ms
  /** @type {{id: string, field: string}|null} the number of a contender that was changed last */
  #touched = null;

  /** @param {HandHost} host */
  constructor(host) {
    this.#host = host;
    const { kernelsUrl = "", read, show } = host;
    this.#preview = new Preview({
      kernelsUrl,
      read,
      show,
      isMoving: () => this.#isDragging || this.#isJustDone || Boolean(host.isMoving?.()),
    });
  }

  /** Loads what walks paths here, and marks the player once it has come. @param {HTMLElement} root the player */
  async load(root) {
    setAttribute(root, "data-live", await this.#preview.load());
  }

  /** Takes the sliders, of which a fan needs one. @param {import("../data/sliders.js").Sliders} sliders */
  setSliders(sliders) {
    this.#preview.setSliders(sliders);
  }

  /** The sliders of the page; null until they have come. */
  get sliders() {
    return this.#preview.sliders;
  }

  /** Forgets what is changed: another picture is to be shown. */
  forget() {
    this.#preview.forget();
  }

  /** Walks what starts with everybody else from another point. @param {number[]} start @returns {import("../data/picture.js").Run[]} */
  walkFrom(start) {
    return this.#preview.walkFrom(start);
  }

  /** @type {import("../paths/panel.js").Listener["fan"]} */
  fan(picture, id, field) {
    return this.#preview.fan(picture, id, field);
  }

  /** @type {import("../paths/panel.js").Listener["ask"]} */
  ask(name, surface, settings) {
    return this.#preview.ask(name, surface, settings);
  }

  /**
   * Gives what a survey of a surface can ask.
   * @param {import("../data/picture.js").Surface} surface @param {boolean} isConcealed whether results are to be predicted first
   * @returns {import("../landscape/survey.js").Sources|null} null until there are kernels
   */
  survey(surface, isConcealed) {
    const known = this.#preview.kernelsOf(surface);
    return known && { ...known, isConcealed, ask: (name, settings) => this.#preview.ask(name, surface, settings) };
  }

  /** What is to be shown of a picture: the last scene's again, or another. @param {Picture} picture @returns {Picture} */
  over(picture) {
    return picture === this.#host.read() ? this.#preview.applied(picture) : this.#preview.mergeServer(picture);
  }

  /** The number of a contender that was changed last: whose it is, and its field. */
  get touched() {
    return this.#touched;
  }

  /**
   * A control of the page moves.
   * @param {string[]} path of its value @param {any} value null puts it back to that of the last scene
   * @returns {boolean} whether it is a number of a contender
   */
  turn(path, value) {
    const scene = this.#host.read();
    if (scene) this.#preview.set(path, value ?? valueAt(wholeChange(scene), path));
    const [whose, id, , field] = path;
    if (whose !== "contenders" || !field) return false;
    this.#touched = { id, field };
    return true;
  }

  /**
   * A start follows the hand, and is asked for when the hand lets go.
   * @param {string|null} id of the contender whose own it is, null for the common one
   * @param {number[]|null} point null puts it back @param {boolean} isDone
   */
  moveStart(id, point, isDone) {
    this.#drag(id === null ? ["start"] : ["contenders", id, "start"], point, isDone);
    if (isDone && point) this.#host.emit("start", id === null ? point : [...point, Number(id)]);
  }

  /**
   * An example of the data follows the hand, as a start does.
   * @param {number} index @param {number[]|null} place null puts it back @param {boolean} isDone
   */
  moveExample(index, place, isDone) {
    this.#drag(["data", String(index)], place, isDone);
    if (isDone && place) this.#host.emit("examples", [[index, ...place]]);
  }

  /** Examples are put back to where they were drawn. @param {number[][]} rows index and place of each */
  putBack(rows) {
    this.#host.onHold?.();
    this.#letGoAt = performance.now();
    for (const [index, ...place] of rows) this.#preview.set(["data", String(index)], place);
    this.#host.emit("examples", rows);
  }

  /**
   * Numbers follow the hand, and are asked for when it lets go.
   * @param {{path: string[], value: number}[]} values @param {boolean} isDone
   */
  moveSettings(values, isDone) {
    if (beginsOrEnds(this.#isDragging, isDone)) this.#host.onHold?.();
    this.#isDragging = !isDone;
    if (isDone) this.#letGoAt = performance.now();
    for (const { path, value } of values) this.#preview.set(path, value);
    if (isDone) this.#host.emit("settings", values.map(({ path, value }) => [path, value]));
  }

  /** Whether the server may still send what was before the hand let go. */
  get #isJustDone() {
    return performance.now() - this.#letGoAt < CONFIRMED_MS;
  }

  /** @param {string[]} path @param {number[]|null} point null puts it back @param {boolean} isDone */
  #drag(path, point, isDone) {
    if (beginsOrEnds(this.#isDragging, isDone)) this.#host.onHold?.();
    this.#isDragging = !isDone && point !== null;
    if (isDone) this.#letGoAt = performance.now();
    this.#preview.set(path, point ?? valueAt(wholeChange(this.#host.read()), path));
  }

  destroy() {
    this.#preview.destroy();
  }
}
