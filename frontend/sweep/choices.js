// What is chosen in the panel of a sweep: the vertical axis, what is shown of every cell, and how near one looks.

import { fieldOf } from "./axes.js";
import { element, setAttribute } from "../dom/elements.js";
import { MEASURES } from "./measures.js";

/**
 * @typedef {Object} ChoicesListener
 * @property {(field: string) => void} onUp @property {(measure: string) => void} onMeasure
 * @property {(factor: number) => void} onZoom by which the part in sight becomes smaller @property {() => void} onWhole
 */

export class Choices {
  #up = createSelect("Vertical axis of the sweep");
  #measure = createSelect("What the sweep shows");
  #buttons;
  #whole;

  /** @param {HTMLElement} head @param {HTMLElement} plot @param {ChoicesListener} listener */
  constructor(head, plot, { onUp, onMeasure, onZoom, onWhole }) {
    this.#measure.append(...Object.entries(MEASURES).map(([value, name]) => element("option", { value }, name)));
    this.#up.addEventListener("change", () => onUp(this.#up.value));
    this.#measure.addEventListener("change", () => onMeasure(this.#measure.value));
    head.replaceChildren(element("span", {}, "\u03b1 \u00d7"), this.#up, this.#measure);
    head.classList.add("downhill-sweep-choices");
    this.#whole = createButton("\u2922", "Show the whole sweep", onWhole);
    this.#buttons = element(
      "div",
      { class: "downhill-sweep-zoom" },
      createButton("+", "Zoom in at the cross", () => onZoom(2)),
      createButton("\u2212", "Zoom out", () => onZoom(0.5)),
      this.#whole,
    );
    plot.append(this.#buttons);
  }

  /**
   * @param {import("../data/picture.js").NumberOnSlider[]} numbers that may be the vertical axis @param {string} field the one that is
   * @param {string} measure @param {boolean} isZoomed
   */
  show(numbers, field, measure, isZoomed) {
    const fields = numbers.map(fieldOf);
    if (fields.join() !== this.#up.dataset.fields) {
      this.#up.dataset.fields = fields.join();
      this.#up.replaceChildren(
        ...numbers.map((number) => element("option", { value: fieldOf(number) }, number.symbol)),
      );
    }
    [this.#up.value, this.#measure.value] = [field, measure];
    this.#up.hidden = numbers.length === 0;
    this.#buttons.hidden = numbers.length === 0;
    this.#whole.hidden = !isZoomed;
  }

  destroy() {
    this.#buttons.remove();
  }
}

/** @param {string} name */
function createSelect(name) {
  const select = element("select", { class: "downhill-sweep-select" });
  setAttribute(select, "aria-label", name);
  setAttribute(select, "title", name);
  return select;
}

/** @param {string} sign @param {string} name @param {() => void} press */
function createButton(sign, name, press) {
  const button = element("button", { type: "button", "aria-label": name, title: name }, sign);
  button.addEventListener("click", press);
  return button;
}
