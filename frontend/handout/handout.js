// What a handout adds to the player: its controls, the results of what is shown, and the link of it. There is no server:
// every path is walked here.

import { added, onSurface, removed } from "./catalogue.js";
import { PictureHistory } from "./history.js";
import { queryOf } from "./query.js";
import { RaceControls } from "./race_controls.js";
import { rowsOf } from "./results.js";
import { mathElement } from "../dom/mathml.js";
import { element, setText } from "../dom/elements.js";
import { placed } from "../data/words.js";
import { loadKernels } from "../live/kernels.js";
import { isNotKnownHere } from "../live/not_known_here.js";
import { listenToUndo } from "../host/undo_keys.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("./catalogue.js").Catalogue} Catalogue
 * @typedef {import("./catalogue.js").Group} Group
 *
 * @typedef {Object} Living what exports/handout/controls.py says
 * @property {string} query the link of the original, after its "?" @property {(Group & {id: string})[]} groups
 * @property {Group} ground @property {Object<string, string>} words by the key of an outcome
 * @property {string[]} columns of the table of results
 * @property {boolean} open whether others can join @property {string} noise what makes gradients noisy, or ""
 * @property {string[]} locked the groups of controls that the link hides
 *
 * @typedef {Object} Place the elements of a handout
 * @property {HTMLElement} controls @property {HTMLButtonElement} reset
 * @property {() => HTMLElement|null} results the rows of the table, if they are in the document
 * @property {HTMLElement} settings @property {HTMLElement} sources @property {HTMLElement} citation
 * @property {HTMLAnchorElement|HTMLElement} link
 * @property {HTMLElement} title @property {HTMLElement} formula @property {(words: string) => void} say
 *
 * @typedef {{change: (path: string[], value: any) => void, show: (picture: Picture) => void, reset: () => void}} Player
 */

/** Brings a handout to life. */
export class LivingHandout {
  #place;
  #living;
  #catalogue;
  #controls;
  /** @type {Player|null} */
  #player = null;
  #kernels = null;
  /** @type {Picture|null} as it was handed out */
  #original = null;
  /** @type {Picture|null} as it is shown */
  #picture = null;
  #texts;
  /** @type {WeakMap<HTMLElement, Node[]>} */
  #rows = new WeakMap(); // of the original; a table may come into the document later
  #history = new PictureHistory((picture) => this.#player?.show(picture));

  /** @param {Place} place @param {Living} living @param {Catalogue} catalogue */
  constructor(place, living, catalogue) {
    [this.#place, this.#living, this.#catalogue] = [place, living, catalogue];
    this.#texts = {
      link: place.link.textContent,
      title: place.title.textContent,
      settings: place.settings.textContent,
      sources: place.sources.textContent,
      citation: place.citation.textContent,
      formula: [...place.formula.childNodes],
    };
    this.#controls = new RaceControls(place.controls, catalogue, {
      onValue: (path, value) => this.#player?.change(path, value),
      onSurface: (key) => this.#change((kernels, picture) => onSurface(catalogue, kernels, picture, key)),
      onAdd: (key) => this.#change((kernels, picture) => added(catalogue, kernels, picture, key)),
      onRemove: (id) => this.#change((_, picture) => removed(picture, id)),
    }, living.locked);
    place.reset.addEventListener("click", () => this.#player?.reset());
    place.controls.addEventListener("change", () => this.part());
    listenToUndo(document, this.#history);
  }

  /** Takes the player, and what walks paths. @param {Player} player */
  async play(player) {
    this.#player = player;
    this.#kernels = await loadKernels("").catch(() => null);
  }

  /** A hand takes something, or lets it go. */
  part() {
    this.#history.part();
  }

  /** A click on the map. @param {number[]} start x, y, and the slot of a contender whose own it is */
  start([x, y, slot]) {
    this.#player?.change(slot === undefined ? ["start"] : ["contenders", String(slot), "start"], [x, y]);
  }

  /** Takes every picture that the player shows. @param {Picture} picture */
  onPicture(picture) {
    this.#original ??= picture;
    this.#picture = picture;
    this.#history.take(picture);
    const place = this.#place;
    const groups = this.#groupsOf(picture);
    const isOriginal = picture === this.#original;
    this.#controls.show(picture, groups);
    place.reset.disabled = isOriginal;
    this.#showGround(picture);
    this.#showWords(picture, isOriginal, isOriginal ? this.#texts.link : this.#linkOf(picture, groups));
    this.#showResults(isOriginal ? null : rowsOf(picture, this.#living));
  }

  /** Shows another picture than that of the values. @param {(kernels: any, picture: Picture) => Picture|null} make */
  #change(make) {
    if (!this.#kernels || !this.#picture) return;
    try {
      const next = make(this.#kernels, this.#picture);
      if (next) this.#player.show(next);
    } catch (error) {
      if (!isNotKnownHere(error)) throw error;
      this.#place.say(/** @type {Error} */ (error).message);
      this.onPicture(this.#picture);
    }
  }

  /** @param {Picture} picture */
  #groupsOf({ surface, runs }) {
    const isElsewhere = surface.key !== this.#original.surface.key;
    const ground = this.#catalogue.surfaces.find(({ facts }) => facts.key === surface.key);
    return {
      ground: isElsewhere ? ground : this.#living.ground,
      /** @param {import("../data/picture.js").Run} run */
      groupOf: ({ id, terms, joined }) =>
        joined
          ? this.#catalogue.rules.find(({ key }) => key === terms.rule)
          : this.#living.groups.find((group) => group.id === id),
      canJoin: this.#living.open && runs.length < this.#catalogue.strokes.length,
    };
  }

  #linkOf(picture, groups) {
    const { link } = this.#texts;
    // A handout may name its query alone, where it does not know an address.
    return link.slice(0, link.indexOf("?") + 1) + queryOf(this.#living.query, picture, groups, this.#catalogue.grammar);
  }

  /** Says what is shown, where it comes from, and where it is in the app. @param {Picture} picture @param {boolean} isOriginal @param {string} now its link */
  #showWords(picture, isOriginal, now) {
    const { link, settings, sources, citation, title } = this.#place;
    setText(link, now);
    if (link instanceof HTMLAnchorElement) link.href = now;
    setText(settings, isOriginal ? this.#texts.settings : this.#settingsOf(picture));
    setText(sources, isOriginal ? this.#texts.sources : this.#sourcesOf(picture));
    setText(
      citation,
      this.#texts.citation.replace(this.#texts.title, title.textContent).replace(this.#texts.link, now),
    );
  }

  /** @param {Picture} picture */
  #settingsOf({ surface, start, steps }) {
    const isElsewhere = surface.key !== this.#original.surface.key;
    const noise = isElsewhere && surface.data ? "" : this.#living.noise;
    return [`from ${placed(start)}, ${steps} steps`, noise].filter(Boolean).join("; ");
  }

  /** @param {Picture} picture */
  #sourcesOf({ surface, runs }) {
    const { rules, surfaces } = this.#catalogue;
    const taking = new Set(runs.map(({ terms }) => terms.rule));
    const ground = surfaces.find(({ facts }) => facts.key === surface.key);
    return `Sources. ${[ground, ...rules.filter(({ key }) => taking.has(key))].map(({ source }) => source).join(" ")}`;
  }

  /** @param {Picture} picture */
  #showGround({ surface: { key, title } }) {
    const { title: heading, formula } = this.#place;
    const isElsewhere = key !== this.#original.surface.key;
    const { equations } = this.#catalogue.surfaces.find(({ facts }) => facts.key === key);
    heading.textContent = isElsewhere ? `Downhill: ${title}` : this.#texts.title;
    const formulas = () => equations.map((equation) => element("p", {}, mathElement(equation)));
    formula.replaceChildren(...(isElsewhere ? formulas() : this.#texts.formula));
  }

  /** @param {HTMLElement[]|null} rows null for those of the original */
  #showResults(rows) {
    const body = this.#place.results();
    if (!body) return;
    if (!this.#rows.has(body)) this.#rows.set(body, [...body.children]);
    body.replaceChildren(...(rows ?? this.#rows.get(body)));
  }
}
