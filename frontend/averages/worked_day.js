// The average of one day in numbers: the recursion, the correction, and the sum that it is, term by term.

import { weightOf } from "./recursion.js";
import { element, setText } from "../dom/elements.js";
import { lowered, raised, significant } from "../dom/format.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Average} Average
 */

const DIGITS = 5;
const TERMS = 6; // that are written out, the newest first
const BEAT_MS = 100; // between two changes while it plays
const COLUMNS = ["day", "days back", "weight (1 − β)βᵏ", "value", "weight · value", "sum so far"];

const written = (value) => significant(value, DIGITS);

/**
 * A term of the sum that an average is.
 * @typedef {Object} Term
 * @property {number} day counted from 1 @property {number} back @property {number} weight @property {number} value
 * @property {number} product @property {number} sum of this term and the newer ones
 */

/**
 * The newest terms of an average, and the sum of all others.
 * @param {Float64Array} values @param {Average} average @param {number} day counted from 1
 * @returns {{terms: Term[], others: {count: number, weight: number, product: number}}}
 */
export function termsOf(values, { beta, plain }, day) {
  let sum = 0;
  const terms = Array.from({ length: Math.min(TERMS, day) }, (_, back) => {
    const [weight, value] = [weightOf(beta, back), values[day - back - 1]];
    sum += weight * value;
    return { day: day - back, back, weight, value, product: weight * value, sum };
  });
  const count = day - terms.length;
  const weight = count > 0 ? beta ** terms.length - beta ** day : 0; // 1 − β^t is the sum of all
  return { terms, others: { count, weight, product: count > 0 ? plain[day - 1] - sum : 0 } };
}

/**
 * The lines of the calculation: the formula, with its numbers, and what it gives.
 * @param {Picture} picture @param {Average} average @param {number} day counted from 1 @returns {string[][]}
 */
export function linesOf({ values, misprint }, average, day) {
  const { beta, plain, curves } = average;
  const now = plain[day - 1];
  const before = day > 1 ? plain[day - 2] : 0;
  const [kept, share] = [written(beta), written(1 - beta)];
  const sum = 1 - beta ** day;
  const [t, t1] = [lowered(day), lowered(day - 1)];
  const weighted = `${kept} · ${factor(before)} + ${share} · ${factor(values[day - 1])}`;
  const lines = [[`v${t} = β v${t1} + (1 − β) θ${t}`, `= ${weighted}`, `= ${written(now)}`]];
  if (curves !== "uncorrected") {
    const divisor = `(1 − ${kept}${raised(day)})`;
    lines.push([`v̂${t} = v${t} / (1 − β${raised(day)})`, `= ${factor(now)} / ${divisor}`, `= ${written(now / sum)}`]);
  }
  if (misprint) {
    lines.push([`misprinted: v${t} / (1 − β)`, `= ${factor(now)} / ${share}`, `= ${written(now / (1 - beta))}`]);
  }
  return lines;
}

/** A number as a factor: in brackets, if it is negative. @param {number} value */
const factor = (value) => (value < 0 ? `(${written(value)})` : written(value));

export class WorkedDay {
  #details;
  #about = element("span", { class: "downhill-readout" });
  #lines = element("tbody");
  #terms = element("tbody");
  #drawnAt = 0; // ms
  /** @type {{picture: Picture, average: Average|null, day: number}|null} */
  #shown = null;

  /** @param {HTMLElement} place */
  constructor(place) {
    const head = COLUMNS.map((name) => element("th", { scope: "col" }, name));
    this.#details = element(
      "details",
      { class: "downhill-worked", open: true },
      element("summary", {}, "The day in numbers", this.#about),
      element(
        "div",
        { class: "downhill-worked-scroll", tabindex: 0, role: "region", "aria-label": "The day in numbers" },
        element("table", { class: "downhill-numbers downhill-averages-lines" }, this.#lines),
        element(
          "table",
          { class: "downhill-numbers downhill-averages-terms" },
          element("thead", {}, element("tr", {}, ...head)),
          this.#terms,
        ),
      ),
    );
    place.append(this.#details);
    this.#details.addEventListener("toggle", this.#fill);
  }

  /** @param {Picture} picture @param {Average|null} average @param {number} day 0 to T @param {boolean} playing then it follows as fast as can be read */
  show(picture, average, day, playing) {
    this.#shown = { picture, average, day };
    const now = performance.now();
    if (playing && now - this.#drawnAt < BEAT_MS) return;
    this.#drawnAt = now;
    this.#fill();
  }

  destroy() {
    this.#details.removeEventListener("toggle", this.#fill);
    this.#details.remove();
  }

  #fill = () => {
    if (!this.#shown || !this.#details.open) return;
    const { picture, average, day } = this.#shown;
    const isThere = average !== null && day > 0 && day <= picture.values.length;
    setText(this.#about, isThere ? `day ${day}, β ${significant(average.beta)}` : "before the first day, v = 0");
    this.#terms.parentElement.hidden = !isThere;
    fillRows(this.#lines, isThere ? linesOf(picture, average, day) : []);
    fillRows(this.#terms, isThere ? termRows(picture.values, average, day) : []);
  };
}

/** @param {Float64Array} values @param {Average} average @param {number} day @returns {string[][]} */
function termRows(values, average, day) {
  const { terms, others } = termsOf(values, average, day);
  const rows = terms.map((
    { day: of, back, weight, value, product, sum },
  ) => [String(of), String(back), ...[weight, value, product, sum].map(written)]);
  if (others.count === 0) return rows;
  const name = others.count === 1 ? "1" : `1 … ${others.count}`;
  const whole = written(average.plain[day - 1]);
  return [...rows, [name, "earlier", written(others.weight), "", written(others.product), whole]];
}

/** Fills a table: rows and cells are kept as long as they are as many. @param {HTMLElement} body @param {string[][]} rows */
function fillRows(body, rows) {
  while (body.children.length > rows.length) body.lastElementChild.remove();
  rows.forEach((words, k) => {
    const row = body.children[k] ?? body.appendChild(element("tr"));
    while (row.children.length < words.length) row.append(element("td"));
    words.forEach((word, column) => setText(row.children[column], word));
  });
}
