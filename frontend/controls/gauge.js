// The gauge of a contender: how much of what its rule can bear the product of α and the sharpness is, at its head.

import { hasBegun } from "../data/picture.js";
import { significant } from "../dom/format.js";
import { element, setAttribute, setText } from "../dom/elements.js";

const SCALE = 150; // percent of the limit at the right end of the bar
const MOST = 999; // percent that are written

/**
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("../data/picture.js").Surface} Surface
 *
 * @typedef {Object} Reading
 * @property {number} product of α and the sharpness @property {number} limit that the rule can bear
 */

/**
 * Reads what the next update of a run does at a step, or its last one at its end.
 * @param {import("../paths/panel.js").Listener["ask"]} ask @param {Surface} surface @param {Run} run @param {number} step
 * @returns {Reading|null} null where the rule has no limit, the run no point, or nothing is known here
 */
export function readingOf(ask, surface, run, step) {
  const updates = run.values.length - 1;
  if (updates === 0 || step > updates || !hasBegun(run, step)) return null;
  const { rule, ruleParameters } = run.terms;
  const { arrays: numbers } = run.blob;
  const update = Math.min(step + 1, updates);
  const point = [run.x[step], run.y[step]];
  const found = ask("stability", surface, { rule, ruleParameters, point, numbers, update });
  return found && { product: numbers.learning_rates.data[update] * found.sharpness, limit: found.limit };
}

/** Percent of the limit, as it is written. @param {Reading} reading */
export function percentOf({ product, limit }) {
  const percent = Math.round(100 * product / limit);
  return percent > MOST || Number.isNaN(percent) ? `> ${MOST} %` : `${significant(percent)} %`;
}

/** One gauge: a bar with a mark at the limit, and the percent. It keeps its place while there is nothing to read. */
export class Gauge {
  #fill = element("span", { class: "downhill-gauge-fill" });
  #words = element("span", { class: "downhill-gauge-words" });
  element = element(
    "span",
    { class: "downhill-gauge", role: "img" },
    element("span", { class: "downhill-gauge-bar" }, this.#fill),
    this.#words,
  );

  /** @param {Reading|null} reading */
  show(reading) {
    this.element.classList.toggle("downhill-unseen", reading === null);
    if (reading === null) return;
    const part = 100 * reading.product / reading.limit;
    setText(this.#words, percentOf(reading));
    this.element.classList.toggle("downhill-gauge-over", part > 100);
    this.#fill.style.width = `${Math.min(100, Math.max(0, 100 * part / SCALE))}%`;
    const [product, limit] = [significant(reading.product, 3), significant(reading.limit, 3)];
    const numbers = `${product}, of ${limit} that this optimizer can bear`;
    setAttribute(this.element, "aria-label", `\u03b1 times the sharpness is ${numbers}`);
    setAttribute(this.element, "title", `\u03b1 \u00b7 sharpness is ${numbers}`);
  }
}
