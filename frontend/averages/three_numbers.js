// The three numbers that are all called "about 1/(1 − β) days": what each is, by its formula, and as measured.

import { measuredDelay, measuredNoise, measuredWindow } from "./measures.js";
import { element, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Average} Average
 *
 * @typedef {Object} Fact one of the numbers
 * @property {string} name @property {string} says what it is @property {string} formula
 * @property {(beta: number) => number} exact days
 * @property {(picture: Picture, average: Average) => string} measured in words
 */

const DIGITS = 4;

/** @type {Object<string, Fact>} by the name that tests know */
const FACTS = {
  window: {
    name: "Window",
    says: "The weight of a day falls to 1/e of the newest one’s.",
    formula: "1/(1 − β)",
    exact: (beta) => 1 / (1 - beta),
    measured: ({ values }, { plain, beta }) => days(measuredWindow(values, plain, beta), "the series is too short"),
  },
  delay: {
    name: "Mean delay",
    says: "The average is that far behind a series that rises steadily.",
    formula: "β/(1 − β)",
    exact: (beta) => beta / (1 - beta),
    measured: ({ values }, { plain }) => days(measuredDelay(values, plain), "the average never moves"),
  },
  noise: {
    name: "Noise",
    says: "A plain mean of that many days is as smooth.",
    formula: "(1 + β)/(1 − β)",
    exact: (beta) => (1 + beta) / (1 - beta),
    measured: ({ noise }, { beta }) => days(measuredNoise(noise, beta), noiseless(noise)),
  },
};

/** @param {number|null} count @param {string} otherwise */
const days = (count, otherwise) => (count === null ? otherwise : significant(count, DIGITS));

/** Why no noise could be measured. @param {Float64Array|null} noise */
function noiseless(noise) {
  if (noise === null) return "which part is noise is not known";
  return noise.some((value) => value !== 0) ? "the series is too short" : "the series has no noise";
}

export class ThreeNumbers {
  #place;
  #section;
  #title = element("h2", { class: "downhill-panel-title" });
  #cells;

  /** @param {HTMLElement} place */
  constructor(place) {
    this.#place = place;
    const head = ["number", "days", "measured here"].map((name) => element("th", { scope: "col" }, name));
    const made = Object.entries(FACTS).map(([key, fact]) => /** @type {const} */ ([key, createRow(key, fact)]));
    this.#cells = new Map(made);
    this.#section = element(
      "section",
      { class: "downhill-averages-facts" },
      this.#title,
      element(
        "table",
        { class: "downhill-numbers" },
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...made.map(([, { row }]) => row)),
      ),
    );
  }

  /** @param {Picture} picture @param {Average|null} average in focus */
  show(picture, average) {
    // What it says of every average would answer the question of a lesson, hidden or not.
    if (average === null || picture.values.length === 0) return this.#section.remove();
    if (!this.#section.isConnected) this.#place.append(this.#section);
    setText(
      this.#title,
      `“About ${significant(1 / (1 - average.beta), 3)} days”: three numbers at β ${significant(average.beta)}`,
    );
    for (const [key, { exact, measured }] of Object.entries(FACTS)) {
      const cells = this.#cells.get(key);
      setText(cells.exact, significant(exact(average.beta), DIGITS));
      setText(cells.measured, measured(picture, average));
    }
  }

  destroy() {
    this.#section.remove();
  }
}

/** @param {string} key @param {Fact} fact */
function createRow(key, { name, says, formula }) {
  const exact = element("output");
  const measured = element("td", { "data-measured": key });
  const what = element("th", { scope: "row" }, element("strong", {}, name), element("span", {}, says));
  const row = element("tr", {}, what, element("td", {}, `${formula} = `, exact), measured);
  return { row, exact, measured };
}
