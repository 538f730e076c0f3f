// The preview: while a hand changes a value, the picture that follows from it, walked here, until the server's has come.

import { remaining, withValue } from "./change.js";
import { fanOf } from "./fan.js";
import { loadKernels } from "./kernels.js";
import { ifKnownHere } from "./not_known_here.js";
import { Pace } from "./pace.js";
import { walkedPicture } from "./walked_picture.js";
import { parametersOf } from "./walked_surface.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("./change.js").Change} Change
 *
 * @typedef {Object} PreviewHost
 * @property {string} kernelsUrl "" where nothing can be walked unless the document holds the kernels
 * @property {() => Picture|null} read the server's picture
 * @property {(picture: Picture) => void} show draws a picture at once, in an animation frame
 * @property {() => boolean} isMoving whether a hand is on a control
 */

export class Preview {
  #host;
  #kernels = null;
  /** Those of every surface of the registry. */
  #ofAll = null;
  /** @type {string|null} the file of the kernels of a typed formula that is shown */
  #ofFormula = null;
  /** @type {Change|null} */
  #change = null;
  /** @type {import("../data/sliders.js").Sliders|null} */
  #sliders = null;
  #pace = new Pace(() => this.#show());
  /** @type {import("./fan.js").Fan|null} the last one that was walked */
  #fan = null;

  /** @param {PreviewHost} host */
  constructor(host) {
    this.#host = host;
  }

  /** Loads the kernels, for changes to come: whether they are there. Without them the page waits for the server. */
  async load() {
    this.#ofAll = await loadKernels(this.#host.kernelsUrl).catch(() => null);
    this.#kernels ??= this.#ofAll;
    return this.#ofAll !== null;
  }

  /** Takes the sliders, of which a fan needs one. @param {import("../data/sliders.js").Sliders} sliders */
  setSliders(sliders) {
    this.#sliders = sliders;
  }

  /** The sliders of the page; null until they have come. */
  get sliders() {
    return this.#sliders;
  }

  /** Takes one value, and shows what follows from it before the next frame. @param {import("./change.js").Path} path @param {any} value */
  set(path, value) {
    const picture = this.#host.read();
    if (!picture || !this.#kernels) return;
    const before = this.#change;
    this.#change = remaining(withValue(before ?? {}, path, value), picture);
    if (JSON.stringify(this.#change) !== JSON.stringify(before)) this.#pace.soon();
  }

  /** Forgets what is changed: another picture is to be shown. */
  forget() {
    this.#change = null;
  }

  /**
   * Takes the server's next picture, and gives what is to be shown: that one, unless a hand has gone on meanwhile.
   * @param {Picture} picture @returns {Picture}
   */
  mergeServer(picture) {
    this.#change = this.#change && this.#host.isMoving() ? remaining(this.#change, picture) : null;
    return this.applied(picture);
  }

  /** Gives the server's picture with what is changed in it. @param {Picture} picture @returns {Picture} */
  applied(picture) {
    this.#takeFormula(picture.surface);
    return this.#walked(picture) ?? picture;
  }

  /**
   * Walks what starts with everybody else from another point, and changes nothing.
   * @param {number[]} start @returns {import("../data/picture.js").Run[]} none where nothing can be walked
   */
  walkFrom(start) {
    const picture = this.#host.read();
    if (!picture || !this.#kernels) return [];
    const walked = ifKnownHere(() =>
      walkedPicture(this.#kernels, picture, withValue(this.#change ?? {}, ["start"], start))
    );
    return walked ? walked.runs.filter(({ terms }) => terms.start === null) : [];
  }

  /**
   * Walks every path that a number of a contender can make.
   * @param {Picture} picture as it is shown @param {string} id of the contender @param {string} field of the number
   * @returns {import("./fan.js").Fan|null} null where nothing can be walked
   */
  fan(picture, id, field) {
    const [kernels, sliders] = [this.#kernels, this.#sliders];
    if (!kernels || !sliders) return null;
    return ifKnownHere(() => this.#fan = fanOf({ kernels, sliders, picture, id, field, before: this.#fan }));
  }

  /** Asks the kernels about a surface, as a panel does. @type {import("../paths/panel.js").Listener["ask"]} */
  ask(name, surface, settings) {
    const asked = { surface: surface.key, surfaceParameters: parametersOf(surface), ...settings };
    return this.#kernels && ifKnownHere(() => this.#kernels[name](asked));
  }

  /**
   * Where the kernels of a surface are, for workers, and the kinds of endings that they know; null until they are there.
   * @param {import("../data/picture.js").Surface} surface
   */
  kernelsOf(surface) {
    const found = this.#kernels;
    if (!found?.has(surface.key)) return null;
    const { kernelsUrl } = this.#host;
    const isOwn = kernelsUrl && surface.kernels;
    if (isOwn && found === this.#ofAll) return null;
    const kernels = isOwn ? new URL(surface.kernels, kernelsUrl).href : kernelsUrl;
    return { kernels, kinds: found.KINDS, has: (/** @type {string} */ key) => found.has(key) };
  }

  /** Loads the kernels of a typed formula: until they are there, those at hand say that it is not known here. @param {import("../data/picture.js").Surface} surface */
  async #takeFormula({ kernels }) {
    const file = this.#host.kernelsUrl ? kernels ?? null : null;
    if (file === this.#ofFormula) return;
    this.#ofFormula = file;
    this.#kernels = this.#ofAll;
    if (file === null) return;
    const loaded = await loadKernels(new URL(file, this.#host.kernelsUrl).href).catch(() => null);
    if (loaded && this.#ofFormula === file) this.#kernels = loaded;
  }

  destroy() {
    this.#pace.destroy();
  }

  #show() {
    this.#host.show(this.applied(this.#host.read()));
  }

  /** Walks what is changed; null if nothing is, or it cannot be walked here. @param {Picture} picture @returns {Picture|null} */
  #walked(picture) {
    if (!this.#change) return null;
    const walked = ifKnownHere(() => walkedPicture(this.#kernels, picture, this.#change));
    if (!walked) this.#change = null;
    return walked;
  }
}
