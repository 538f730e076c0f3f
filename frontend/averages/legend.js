// The legend: every average with its β, how many days that is about, and what it is on the day shown. A press brings one
// into focus.

import { curveOf, nameOf } from "./picture.js";
import { closestTo, element, setAttribute, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { swatch } from "../dom/symbols.js";

/** @typedef {import("./picture.js").Picture} Picture */

export class AveragesLegend {
  #list;
  #onFocus;
  /** @type {{slot: number, item: HTMLElement, button: HTMLElement, label: HTMLElement, about: HTMLElement, value: HTMLElement}[]} */
  #rows = [];

  /** @param {HTMLElement} list @param {(slot: number) => void} onFocus */
  constructor(list, onFocus) {
    [this.#list, this.#onFocus] = [list, onFocus];
    list.addEventListener("click", this.#press);
  }

  /** @param {Picture} picture @param {number|null} focus the slot of the average in focus @param {number} day 0 to T */
  show(picture, focus, day) {
    const slots = picture.averages.map(({ slot }) => slot);
    if (slots.join() !== this.#rows.map(({ slot }) => slot).join()) this.#build(picture);
    picture.averages.forEach((average, k) => {
      const { item, button, label, about, value } = this.#rows[k];
      const { beta, slot } = average;
      setText(label, nameOf(beta));
      setText(about, `about ${significant(1 / (1 - beta), 3)} days`);
      setText(value, day > 0 ? `${significant(curveOf(average)[day - 1])} ${picture.unit}`.trim() : "–");
      setAttribute(button, "aria-pressed", slot === focus);
      item.classList.toggle("downhill-legend-focus", slot === focus);
    });
  }

  destroy() {
    this.#list.removeEventListener("click", this.#press);
    this.#list.replaceChildren();
  }

  /** @param {Picture} picture */
  #build({ averages }) {
    this.#rows = averages.map(({ slot, color }) => {
      const label = element("span", { class: "downhill-legend-label" });
      const about = element("span", { class: "downhill-legend-summary" });
      const value = element("span", { class: "downhill-legend-loss" });
      const name = element("span", { class: "downhill-legend-name" }, label, about);
      const names = { title: `Show its weights (key ${slot + 1})`, "aria-pressed": "false" };
      const button = element("button", {
        type: "button",
        class: "downhill-averages-entry",
        "data-slot": slot,
        ...names,
      });
      button.append(swatch({ slot, color, dash: "solid" }), name);
      const standing = element("span", { class: "downhill-legend-standing" }, value);
      const item = element("li", { class: "downhill-legend-entry" }, button, standing);
      return { slot, item, button, label, about, value };
    });
    this.#list.replaceChildren(...this.#rows.map(({ item }) => item));
    this.#list.style.setProperty("--downhill-contenders", String(Math.max(1, averages.length)));
  }

  /** @param {Event} event */
  #press = (event) => {
    const button = closestTo(event, "button");
    if (button) this.#onFocus(Number(button.dataset.slot));
  };
}
