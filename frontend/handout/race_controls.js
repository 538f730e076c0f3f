// The controls of a handout, built from declarations: a native slider and an entry for each number of each optimizer and
// of the surface, who takes part, and on which surface.

import { element, setAttribute } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { swatch } from "../dom/symbols.js";
import { valueAt, wholeChange } from "../live/change.js";

/**
 * @typedef {Object} ValueFacts a declared value, and where it is
 * @property {string[]} path in the terms of its owner @property {number} word which of its part of the link it is
 * @property {string} name in the link @property {string} label @property {string} help
 *
 * @typedef {Object} Range of a number
 * @property {string} symbol @property {number} low @property {number} high @property {number[]} span of the slider
 * @property {number} step @property {boolean} integer @property {number[]|null} stops of a slider that is not linear
 *
 * @typedef {ValueFacts & Range} NumberFacts
 * @typedef {ValueFacts} SwitchFacts
 * @typedef {import("./catalogue.js").Group} Group
 * @typedef {import("./catalogue.js").Catalogue} Catalogue
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Object} Listener
 * @property {(path: string[], value: number|boolean) => void} onValue @property {(key: string) => void} onSurface
 * @property {(key: string) => void} onAdd @property {(id: string) => void} onRemove
 *
 * @typedef {{shown: string, rows: {show: (terms: Object) => void}[]}} Built whose controls there are, and each of them
 */

/** The groups of controls that a link can hide, by the section of the terms that they change. */
const GROUPS = {
  ruleParameters: "values",
  batchSize: "noise",
  scheduleParameters: "schedules",
  surfaceParameters: "surface",
};

export class RaceControls {
  #place = element("div", {});
  #surface;
  #add;
  #listener;
  #locked;
  #hasData = false; // whether the surface is the loss of a data set, which alone has batches
  /** @type {Built} */
  #built = { shown: "", rows: [] };

  /**
   * @param {HTMLElement} place @param {Catalogue} catalogue @param {Listener} listener
   * @param {string[]} locked the groups of controls that are not there
   */
  constructor(place, catalogue, listener, locked = []) {
    [this.#listener, this.#locked] = [listener, locked];
    place.hidden = ["contenders", ...Object.values(GROUPS)].every((group) => locked.includes(group));
    const grounds = catalogue.surfaces.map(({ facts: { key, title } }) => element("option", { value: key }, title));
    this.#surface = element("select", { "aria-label": "Surface" }, ...grounds);
    this.#surface.addEventListener("change", () => listener.onSurface(this.#surface.value));
    const rules = catalogue.rules.map(({ key, label }) => element("option", { value: key }, label));
    const first = element("option", { value: "" }, "Add an optimizer \u2026");
    this.#add = element("select", { "aria-label": "Add an optimizer" }, first, ...rules);
    this.#add.addEventListener("change", () => this.#join());
    if (!locked.includes("surface")) place.append(this.#surface);
    if (!locked.includes("contenders")) place.append(this.#add);
    place.append(this.#place);
  }

  /**
   * Shows the values of a picture, in the controls of those who take part in it.
   * @param {Picture} picture @param {{ground: Group, groupOf: (run: Run) => Group, canJoin: boolean}} groups
   */
  show(picture, { ground, groupOf, canJoin }) {
    const shown = JSON.stringify([
      picture.surface.key,
      picture.runs.map(({ id, label, joined }) => [id, label, joined]),
    ]);
    if (shown !== this.#built.shown) this.#build(shown, picture, ground, groupOf);
    this.#surface.value = picture.surface.key;
    this.#add.disabled = !canJoin;
    const whole = wholeChange(picture);
    for (const row of this.#built.rows) row.show(whole);
  }

  #join() {
    const key = this.#add.value;
    this.#add.value = "";
    if (key) this.#listener.onAdd(key);
  }

  #build(shown, picture, ground, groupOf) {
    const { onRemove } = this.#listener;
    const mayLeave = !this.#locked.includes("contenders");
    this.#hasData = picture.surface.data !== null;
    const own = this.#group([], ground, [picture.surface.title]);
    const others = picture.runs.map((run) => {
      const leave = element("button", { type: "button", class: "race-remove" }, "Remove");
      setAttribute(leave, "aria-label", `Remove ${run.label}`);
      leave.addEventListener("click", () => onRemove(run.id));
      return this.#group(["contenders", run.id], groupOf(run), [swatch(run), ` ${run.label}`], mayLeave ? [leave] : []);
    });
    const made = [own, ...others].filter((group) => group.rows.length > 0 || (group !== own && mayLeave));
    this.#place.replaceChildren(...made.map(({ node }) => node));
    this.#built = { shown, rows: made.flatMap(({ rows }) => rows) };
  }

  /**
   * @param {string[]} whose the way to their values @param {Group} group @param {(Node|string)[]} title
   * @param {Node[]} [others] beside the values
   */
  #group(whose, { numbers, switches }, title, others = []) {
    const { onValue } = this.#listener;
    /** @param {ValueFacts} facts */
    const isShown = ({ path: [section] }) =>
      !this.#locked.includes(GROUPS[section]) && (section !== "batchSize" || this.#hasData);
    const placed = (facts) => ({ ...facts, path: [...whose, ...facts.path] });
    const rows = [
      ...numbers.filter(isShown).map((facts) => new NumberRow(placed(facts), onValue)),
      ...switches.filter(isShown).map((facts) => new SwitchRow(placed(facts), onValue)),
    ];
    const nodes = rows.map(({ row }) => row);
    return {
      rows,
      node: element(
        "details",
        { class: "race-group", open: true },
        element("summary", {}, ...title),
        ...others,
        ...nodes,
      ),
    };
  }
}

/** One switch. */
export class SwitchRow {
  #facts;
  #box = element("input", { type: "checkbox" });

  /** @param {SwitchFacts} facts @param {Listener["onValue"]} onValue */
  constructor(facts, onValue) {
    this.#facts = facts;
    setAttribute(this.#box, "aria-label", facts.label);
    this.row = element("div", { class: "race-switch" }, this.#box, labelWithHelp(facts.label, facts.help));
    this.#box.addEventListener("change", () => onValue(facts.path, this.#box.checked));
  }

  /** @param {Object} terms */
  show(terms) {
    this.#box.checked = Boolean(valueAt(terms, this.#facts.path));
  }
}

/** One number. */
export class NumberRow {
  #facts;
  #onValue;
  #slider;
  #entry;

  /** @param {NumberFacts} facts @param {Listener["onValue"]} onValue */
  constructor(facts, onValue) {
    [this.#facts, this.#onValue] = [facts, onValue];
    const { label, help, low, high, stops, span, step } = facts;
    const along = stops ? { min: 0, max: stops.length - 1, step: 1 } : { min: span[0], max: span[1], step };
    this.#slider = element("input", { type: "range", "aria-label": label, ...along });
    const exact = { type: "number", "aria-label": `${label}, exact value`, min: low, max: high, step: "any" };
    this.#entry = element("input", exact);
    this.row = element(
      "div",
      { class: "race-number" },
      labelWithHelp(label, help),
      this.#slider,
      this.#entry,
    );
    this.#slider.addEventListener("input", () => this.#slide());
    this.#entry.addEventListener("input", () => this.#type());
    this.#entry.addEventListener("keydown", (event) => this.#press(event));
    this.#entry.addEventListener("change", () => this.#entry.reportValidity()); // not while it is being typed
  }

  /** @param {Object} terms */
  show(terms) {
    const value = valueAt(terms, this.#facts.path);
    const { stops } = this.#facts;
    const place = String(stops ? nearest(stops, value) : value);
    if (this.#slider.value !== place) this.#slider.value = place;
    setAttribute(this.#slider, "aria-valuetext", significant(value, 6));
    if (Number(this.#entry.value) !== value || this.#entry.value === "") this.#entry.value = String(value);
  }

  #slide() {
    const { stops, path } = this.#facts;
    const place = Number(this.#slider.value);
    this.#onValue(path, stops ? stops[place] : place);
  }

  /** The arrows of an entry go along its slider: a browser's own would go by ones. @param {KeyboardEvent} event */
  #press(event) {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    this.#onValue(this.#facts.path, nextPlace(this.#facts, Number(this.#entry.value), by));
  }

  #type() {
    const { low, high, integer, path } = this.#facts;
    const value = Number(this.#entry.value);
    const fits = this.#entry.value !== "" && value >= low && value <= high && !(integer && value % 1);
    const range = `from ${significant(low, 6)} to ${significant(high, 6)}`;
    this.#entry.setCustomValidity(fits ? "" : `${integer ? "A whole number" : "A number"} ${range}`);
    if (fits) this.#onValue(path, value);
  }
}

/** A label that opens the help on its value. @param {string} label @param {string} help */
function labelWithHelp(label, help) {
  const sign = element("span", { class: "race-sign", "aria-hidden": "true" }, "?");
  return element("details", { class: "race-label" }, element("summary", {}, label, sign), element("p", {}, help));
}

/**
 * The value to which an arrow goes: the next stop of a slider, or the next multiple of its step.
 * @param {Pick<Range, "stops"|"step"|"low"|"high">} range @param {number} value @param {number} by 1 for more, −1 for less
 */
export function nextPlace({ stops, step, low, high }, value, by) {
  const next = by > 0 ? stops?.find((stop) => stop > value) : stops?.findLast((stop) => stop < value);
  if (next !== undefined) return next;
  return stops ? value : Math.max(low, Math.min(high, Number((value + by * step).toPrecision(12))));
}

/** The place of the stop that is nearest to a value. @param {number[]} stops @param {number} value */
function nearest(stops, value) {
  const distances = stops.map((stop) => Math.abs(stop - value));
  return distances.indexOf(Math.min(...distances));
}
