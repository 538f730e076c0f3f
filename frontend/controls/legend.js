// The legend: a row per contender with its swatch, name, loss and outcome. The swatch hides the contender, the name
// puts it in focus, a double-click isolates it.

import { closestTo, element, setAttribute, setText } from "../dom/elements.js";
import { isKnownAt } from "../data/outcome.js";
import { significant } from "../dom/format.js";
import { hasBegun, lossAt } from "../data/picture.js";
import { swatch } from "../dom/symbols.js";
import { Gauge } from "./gauge.js";

/**
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Object} Row one contender and its elements
 * @property {Run} run @property {HTMLLIElement} item @property {HTMLButtonElement} show @property {HTMLButtonElement} name
 * @property {HTMLElement} label @property {HTMLElement} summary @property {HTMLElement} loss
 * @property {HTMLElement|null} note @property {Gauge} gauge
 *
 * @typedef {Object} LegendListener with the id of a contender
 * @property {(id: string) => void} onToggle @property {(id: string) => void} onIsolate @property {(id: string) => void} onFocus
 */

/** Contenders whose legend is low; that of more leaves out what all their names begin with. */
export const FEW = 4;

/** The data of the button that was pressed. @param {Event} event @returns {DOMStringMap} */
const pressed = (event) => closestTo(event, "button[data-does]")?.dataset ?? {};

export class Legend {
  #list;
  #listener;
  /** @type {Row[]} */
  #rows = [];
  /** @type {((run: Run, step: number) => import("./gauge.js").Reading|null)|null} while gauges are shown */
  #read = null;

  /** @param {HTMLElement} list @param {LegendListener} listener */
  constructor(list, listener) {
    this.#list = list;
    this.#listener = listener;
    list.addEventListener("click", this.#click);
    list.addEventListener("dblclick", this.#doubleClick);
  }

  /** @param {Run[]} runs @param {Set<string>} hidden @param {string|null} focus */
  setRuns(runs, hidden, focus) {
    const had = this.#focusedButton();
    const shared = sharedBeginning(runs);
    this.#rows = runs.map((run, index) => createRow(run, index, run.label.slice(shared.length)));
    this.#list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.setHidden(hidden);
    this.setFocus(focus);
    const row = this.#rows.find(({ run }) => run.id === had.contender);
    if (row) (had.does === "show" ? row.show : row.name).focus();
  }

  /** Takes runs of the same contenders at other values, whose losses `setStep` will show. @param {Run[]} runs */
  changeRuns(runs) {
    const shared = sharedBeginning(runs);
    this.#rows.forEach((row, k) => {
      const { label, summary } = row.run;
      row.run = runs[k];
      setText(row.label, row.run.label.slice(shared.length));
      const isSame = summary === row.run.summary && label === row.run.label;
      if (!isSame) row.summary.replaceChildren(...values(row.run));
      nameButtons(row, k);
    });
  }

  /** @param {Set<string>} hidden */
  setHidden(hidden) {
    for (const { run, item, show } of this.#rows) {
      const shown = !hidden.has(run.id);
      setAttribute(show, "aria-pressed", shown);
      setAttribute(show, "title", `${shown ? "Hide" : "Show"} ${run.label}; double-click to show it alone`);
      item.classList.toggle("downhill-legend-hidden", !shown);
    }
  }

  /** @param {string|null} focus */
  setFocus(focus) {
    for (const { run, item, name } of this.#rows) {
      setAttribute(name, "aria-pressed", run.id === focus);
      item.classList.toggle("downhill-legend-focus", run.id === focus);
    }
  }

  /** @param {number} step */
  setStep(step) {
    for (const { run, loss, note, gauge } of this.#rows) {
      if (this.#read) gauge.show(this.#read(run, step));
      setText(loss, hasBegun(run, step) ? significant(lossAt(run, step)) : "\u2014");
      const unseen = !isKnownAt(run, step);
      if (note && note.classList.contains("downhill-unseen") !== unseen) {
        note.classList.toggle("downhill-unseen", unseen);
      }
    }
  }

  /**
   * Shows a gauge with every contender from the next step on, or none.
   * @param {((run: Run, step: number) => import("./gauge.js").Reading|null)|null} read what it says
   */
  setGauges(read) {
    this.#read = read;
    this.#list.toggleAttribute("data-gauges", read !== null);
  }

  destroy() {
    this.#list.removeEventListener("click", this.#click);
    this.#list.removeEventListener("dblclick", this.#doubleClick);
    this.#list.replaceChildren();
  }

  /** The data of the legend's button that has keyboard focus. @returns {DOMStringMap} */
  #focusedButton() {
    const { activeElement } = document;
    return activeElement instanceof HTMLElement && this.#list.contains(activeElement) ? activeElement.dataset : {};
  }

  #click = (event) => {
    const { does, contender } = pressed(event);
    // By a double-click, its second click has undone the first, so no click has to wait.
    if (does === "show") this.#listener.onToggle(contender);
    if (does === "focus") this.#listener.onFocus(contender);
  };

  #doubleClick = (event) => {
    const { contender } = pressed(event);
    if (contender !== undefined) this.#listener.onIsolate(contender);
  };
}

/** The rule of many contenders that all have it, with the comma after it. @param {Run[]} runs */
function sharedBeginning(runs) {
  const [rule] = listed(runs[0]?.label ?? "");
  const beginning = `${rule}, `;
  return runs.length > FEW && runs.every(({ label }) => label.startsWith(beginning)) ? beginning : "";
}

/** @param {Run} run @param {number} index @param {string} name what is seen of its name @returns {Row} */
function createRow(run, index, name) {
  const [show, focus] = [createButton(run, "show"), createButton(run, "focus")];
  nameButtons({ run, show, name: focus }, index);
  show.append(swatch(run));
  const label = element("span", { class: "downhill-legend-label" }, name);
  const summary = element("span", { class: "downhill-legend-summary" }, ...values(run));
  focus.append(label, summary);
  const loss = element("span", { class: "downhill-legend-loss" });
  // It takes its space from the start, so that nothing moves when it appears.
  const note = run.outcome.note
    ? element("span", { class: "downhill-legend-fate downhill-unseen" }, run.outcome.note)
    : null;
  const standing = element("span", { class: "downhill-legend-standing" }, loss, ...(note ? [note] : []));
  const gauge = new Gauge();
  const item = element("li", { class: "downhill-legend-entry" }, show, focus, standing, gauge.element);
  return { run, item, show, name: focus, label, summary, loss, note, gauge };
}

const BUTTON_CLASSES = { show: "downhill-legend-show", focus: "downhill-legend-name" };

/** @param {Run} run @param {"show"|"focus"} does */
function createButton(run, does) {
  const own = { type: "button", "data-contender": run.id, "aria-pressed": "false" };
  return element("button", { ...own, class: BUTTON_CLASSES[does], "data-does": does });
}

/** Says whom the buttons of a row are for, and how that one ended. @param {Pick<Row, "run"|"show"|"name">} row @param {number} index */
function nameButtons({ run, show, name }, index) {
  setAttribute(show, "aria-label", `Show ${run.label}`);
  setAttribute(name, "aria-label", `Focus ${run.label}`);
  setAttribute(name, "title", nameTitle(run, index));
}

/** @param {Run} run @param {number} index */
function nameTitle({ label, summary, outcome }, index) {
  const values = besideName(label, summary).join(", ");
  const key = index < 9 ? ` (key ${index + 1})` : "";
  return [`Focus ${label}${key}.`, values && `${values}.`, outcome.sentence].filter(Boolean).join(" ");
}

/**
 * Each value in its own element with the comma before it, so that one that does not fit is left out instead of cut.
 * @param {Pick<Run, "label"|"summary">} run
 */
const values = ({ label, summary }) =>
  besideName(label, summary).map((value, k) => element("span", {}, k === 0 ? value : `, ${value}`));

/** The values of a summary that the name has not said already. @param {string} label @param {string} summary */
function besideName(label, summary) {
  const named = listed(label);
  return listed(summary).filter((value) => !named.includes(value));
}

/** The parts of a name or a summary, which are divided by the commas outside of parentheses. @param {string} words */
const listed = (words) => words === "" ? [] : words.split(/, (?![^(]*\))/);
