// What a handout adds to another page than the race: native controls for what its picture follows without a server, and
// the link of what is shown.

import { NumberRow, SwitchRow } from "./race_controls.js";
import { element } from "../dom/elements.js";
import { spell } from "../player/view.js";

/**
 * @typedef {Object<string, number|boolean>} Values by the field of their declaration
 *
 * @typedef {Object} LivingSettings what exports/handout/controls.py says
 * @property {string} query the link of the original, after its "?" @property {string[]} words of its page
 * @property {Values} values as they were handed out
 * @property {import("./race_controls.js").NumberFacts[]} numbers @property {import("./race_controls.js").SwitchFacts[]} switches
 *
 * @typedef {Pick<import("./handout.js").Place, "controls"|"reset"|"link"|"settings"|"citation">} Place
 */

/**
 * Writes the query of a page at other values.
 * @param {LivingSettings} living @param {Values} values @returns {string}
 */
export function queryAt({ query, words, numbers, switches }, values) {
  const after = words.slice();
  for (const { path: [, field], word, name } of [...numbers, ...switches]) {
    after[word] = `${name}_${spell(values[field])}`;
  }
  return query.split("&").map((part) => (part.startsWith("page=") ? `page=${after.join("~")}` : part)).join("&");
}

/** Brings the handout of a page to life. */
export class LivingPage {
  #place;
  #living;
  #values;
  #rows;
  #linked;
  /** @type {{change: (path: string[], value: number|boolean) => void}|null} */
  #player = null;

  /** @param {Place} place @param {LivingSettings} living */
  constructor(place, living) {
    [this.#place, this.#living, this.#values] = [place, living, { ...living.values }];
    this.#linked = place.link.textContent;
    const turn = ([, field], value) => this.#turn({ ...this.#values, [field]: value });
    this.#rows = [
      ...living.numbers.map((facts) => new NumberRow(facts, turn)),
      ...living.switches.map((facts) => new SwitchRow(facts, turn)),
    ];
    place.controls.append(element("div", { class: "race-group" }, ...this.#rows.map(({ row }) => row)));
    place.reset.addEventListener("click", () => this.#turn({ ...living.values }));
    this.#show();
  }

  /** Takes what follows the values. @param {any} player */
  play(player) {
    this.#player = player;
  }

  /** @param {Values} values */
  #turn(values) {
    for (const [field, value] of Object.entries(values)) {
      if (value !== this.#values[field]) this.#player?.change(["terms", field], value);
    }
    this.#values = values;
    this.#show();
  }

  #show() {
    const { reset, settings, citation, link } = this.#place;
    for (const row of this.#rows) row.show({ terms: this.#values });
    const { values } = this.#living;
    const isOriginal = Object.entries(values).every(([field, value]) => this.#values[field] === value);
    reset.disabled = isOriginal;
    // Both are of the original.
    for (const words of [settings, citation.parentElement]) words.hidden = !isOriginal;
    // A handout may name its query alone, where it does not know an address.
    const address = this.#linked.slice(0, this.#linked.indexOf("?") + 1);
    link.textContent = isOriginal ? this.#linked : address + queryAt(this.#living, this.#values);
    if (link instanceof HTMLAnchorElement) link.href = link.textContent;
  }
}
