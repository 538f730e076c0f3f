// The worked step: one update of the contender in focus in numbers, beside its formula. The rows come from
// scenes/worked_step.py; every number is the run's own.

import { Substituted } from "./substituted.js";
import { element, setHidden, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { mathElement } from "../dom/mathml.js";

const DIGITS = 6; // of hyper-parameters, which are what was typed
const BEAT_MS = 100; // between two changes while it plays

/**
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Object} RowFacts a row of numbers: before update t, which is at t − 1 in the array, after it, or both
 * @property {string} symbol in MathML @property {string} array @property {boolean} before @property {boolean} after
 *
 * @typedef {Object} LineFacts
 * @property {string} formula @property {RowFacts[]} rows
 * @property {string} numbers @property {import("./substituted.js").Value[]} values
 * @property {Object<string, boolean>} when the settings of the rule's switches at which it is shown, by field
 *
 * @typedef {{array: string, before: boolean, after: boolean, cells: HTMLTableCellElement[]}} Row cells for x and y, or one
 */

export class WorkedStep {
  #parts = createParts();
  /** @type {Run|null} */
  #run = null;
  /** @type {LineFacts[]} those that the rows are of */
  #lines = [];
  /** @type {Row[]} */
  #rows = [];
  /** @type {Substituted[][]} for x and y, or one, of every line that has a formula */
  #substituted = [];
  #step = 0;
  #drawnAt = 0; // ms

  /** @param {HTMLElement} place an empty element in the body of the player */
  constructor(place) {
    place.append(this.#parts.details);
    this.#parts.details.addEventListener("toggle", this.#toggled);
  }

  /** @param {Run|null} run the contender in focus @param {number} step */
  show(run, step) {
    setHidden(this.#parts.details, run === null);
    if (run) this.#run = run;
    this.#step = step;
    this.#fill();
  }

  /** @param {number} step @param {boolean} playing then it follows as fast as can be read */
  draw(step, playing) {
    this.#step = step;
    const now = performance.now();
    if (playing && now - this.#drawnAt < BEAT_MS) return;
    this.#drawnAt = now;
    this.#fill();
  }

  destroy() {
    this.#parts.details.removeEventListener("toggle", this.#toggled);
    this.#parts.details.remove();
  }

  #toggled = () => this.#fill();

  /** Shows the update that led to the step: before the first, the first, and after the end of a run, its last. */
  #fill() {
    const { details, about, table } = this.#parts;
    if (!details.open) setText(about, ""); // while closed it is not updated, so it must not keep an old step
    if (!this.#run || !details.open) return;
    this.#build();
    const updates = this.#run.values.length - 1;
    const { label, begins = 0 } = this.#run;
    setText(about, describe(label, this.#step, updates, begins));
    setHidden(table, updates === begins || this.#step < begins);
    if (!table.hidden) this.#fillRows(Math.min(Math.max(this.#step, begins + 1), updates));
  }

  /** @param {number} t the update */
  #fillRows(t) {
    for (const { array, before, after, cells } of this.#rows) {
      cells.forEach((cell, k) => {
        const numbers = [before && this.#number(array, k, t - 1), after && this.#number(array, k, t)];
        setText(cell, numbers.filter(Boolean).join(" \u2192 "));
      });
    }
    for (const parts of this.#substituted) {
      parts.forEach((part, k) =>
        part.fill(({ array, before, field }) =>
          field
            ? significant(Number(this.#run.terms.ruleParameters[field]), DIGITS)
            : this.#number(array, k, before ? t - 1 : t)
        )
      );
    }
  }

  /** A number of the run. @param {string} array @param {number} k 0 for x, 1 for y @param {number} step */
  #number(array, k, step) {
    const { data, shape } = this.#arrayOf(array);
    const length = shape[shape.length - 1];
    return significant(data[(shape.length === 2 ? k : 0) * length + step]);
  }

  /** @param {string} array @returns {{data: ArrayLike<number>, shape: number[]}} */
  #arrayOf(array) {
    return this.#run.blob.arrays[array];
  }

  #build() {
    const lines = linesOf(this.#run);
    if (lines.length === this.#lines.length && lines.every((line, k) => line === this.#lines[k])) return;
    this.#lines = lines;
    [this.#rows, this.#substituted] = [[], []];
    this.#parts.body.replaceChildren(...lines.flatMap((line) => this.#createLine(line)));
  }

  /** @param {LineFacts} line */
  #createLine({ formula, rows, numbers, values }) {
    if (!formula) return rows.map((row, k) => this.#createRow(row, k === 0 ? "" : null, rows.length));
    const made = rows.map((row) => this.#createRow(row, null, 0));
    const parts = (this.#isVector(rows[rows.length - 1].array) ? [0, 1] : [0]).map(() =>
      new Substituted(numbers, values)
    );
    this.#substituted.push(parts);
    const cells = parts.map(({ node }) => element("td", parts.length === 1 ? { colspan: 2 } : {}, node));
    const first = element("td", { rowspan: rows.length + 1 }, mathElement(formula));
    const name = element("th", { scope: "row", class: "downhill-with-numbers" }, "in numbers");
    return [element("tr", { class: "downhill-numbers-first" }, first, name, ...cells), ...made];
  }

  #isVector(array) {
    return this.#arrayOf(array).shape.length === 2;
  }

  /** @param {RowFacts} facts @param {string|null} formula beside the first of a few rows, "" for none @param {number} span in rows */
  #createRow({ symbol, array, before, after }, formula, span) {
    const cells = this.#isVector(array) ? [element("td"), element("td")] : [element("td", { colspan: 2 })];
    this.#rows.push({ array, before, after, cells });
    const first = formula === null ? [] : [element("td", { rowspan: span }, formula ? mathElement(formula) : "given")];
    const row = { "data-array": array, ...(formula !== null && { class: "downhill-numbers-first" }) };
    return element("tr", row, ...first, createSymbol(symbol), ...cells);
  }
}

/** The lines of a run's update, at the switches of its rule. @param {Pick<Run, "blob"|"terms">} run @returns {LineFacts[]} */
export const linesOf = ({ blob, terms: { ruleParameters } }) =>
  blob.header.lines.filter(({ when }) => Object.entries(when).every(([field, on]) => ruleParameters[field] === on));

function createParts() {
  const label = "The step in numbers";
  const title = element("span", { class: "downhill-panel-title" }, label);
  const about = element("span", { class: "downhill-readout" });
  const body = element("tbody");
  const names = ["formula", "symbol", "x", "y"].map((name) => element("th", { scope: "col" }, name));
  const head = element("thead", {}, element("tr", {}, ...names));
  const table = element("table", { class: "downhill-numbers" }, head, body);
  const region = { class: "downhill-worked-scroll", tabindex: 0, role: "region", "aria-label": label };
  const details = element(
    "details",
    { class: "downhill-worked" },
    element("summary", {}, title, about),
    element("div", region, table),
  );
  return { details, about, table, body };
}

/** @param {string} symbol in MathML */
function createSymbol(symbol) {
  const formula = mathElement(symbol);
  formula.setAttribute("aria-hidden", "true"); // MathML is not text to every reader
  const spoken = element("span", { class: "downhill-spoken" }, formula.textContent);
  return element("th", { scope: "row" }, spoken, formula);
}

/**
 * Says which update is shown.
 * @param {string} label whose @param {number} step @param {number} updates how many there are
 * @param {number} [begins] the step at which a branch begins
 */
export function describe(label, step, updates, begins = 0) {
  if (updates === begins) return `${label} made no update.`;
  if (step < begins) return `${label}: it branches at step ${begins}.`;
  if (begins > 0 && step === begins) return `${label}: it branches at step ${step}; update ${step + 1} comes next.`;
  if (step === 0) return `${label}: step 0 is the start; this is update 1, which comes next.`;
  if (step > updates) return `${label}: update ${updates}, its last; then it diverged.`;
  return `${label}: update ${step}, from step ${step - 1} to step ${step}.`;
}
