// Which panels are shown: the layouts to choose from, and the controls that choose.

import { element } from "./elements.js";
import { NUMBERS } from "./series.js";

/** Every layout by key: its name, and its panels. Where the loss is shown, there is room for one more curve. */
export const LAYOUTS = {
  "map-loss": { name: "Map and loss", panels: ["map", "loss"] },
  "relief-loss": { name: "Relief and loss", panels: ["relief", "loss"] },
  "map-relief": { name: "Map and relief", panels: ["map", "relief"] },
  map: { name: "Map", panels: ["map"] },
  relief: { name: "Relief", panels: ["relief"] },
};

/** The panels of a layout, with the further curve if there is one. @returns {Set<string>} */
export function panelsOf(layout, numbers) {
  const { panels } = LAYOUTS[layout];
  return new Set(numbers !== "none" && panels.includes("loss") ? [...panels, "numbers"] : panels);
}

let groups = 0; // radio buttons of two players on a page must not know each other

/**
 * @param {HTMLElement} bar
 * @param {{onLayout: (key: string) => void, onNumbers: (key: string) => void, onArrows: (on: boolean) => void}} listener
 */
export function createLayoutControls(bar, { onLayout, onNumbers, onArrows }) {
  groups += 1;
  const radios = Object.keys(LAYOUTS).map((value) =>
    element("input", { type: "radio", name: `downhill-layout-${groups}`, value, class: "downhill-choice-input" }),
  );
  const choices = radios.map((radio) =>
    element("label", { class: "downhill-choice" }, radio, element("span", {}, LAYOUTS[radio.value].name)),
  );
  const options = [["none", "Loss alone"], ...Object.entries(NUMBERS).map(([key, [name]]) => [key, name])];
  const numbers = element(
    "select",
    { class: "downhill-select", "aria-label": "Curve below the loss", title: "Curve below the loss" },
    ...options.map(([value, name]) => element("option", { value }, name)),
  );
  const group = element("div", { class: "downhill-choices", role: "radiogroup", "aria-label": "Layout" }, ...choices);
  const arrows = element("input", { type: "checkbox" });
  const arrowsLabel = element(
    "label",
    { class: "downhill-switch", title: "At the head of the contender in focus: \u2212g, and the step \u0394w that comes next" },
    arrows,
    "Arrows \u2212g, \u0394w",
  );
  bar.append(group, numbers, arrowsLabel);

  const choose = ({ target }) => onLayout(target.value);
  const chooseNumbers = () => onNumbers(numbers.value);
  group.addEventListener("change", choose);
  const chooseArrows = () => onArrows(arrows.checked);
  numbers.addEventListener("change", chooseNumbers);
  arrows.addEventListener("change", chooseArrows);

  return {
    setLayout(key) {
      for (const radio of radios) radio.checked = radio.value === key;
      arrowsLabel.hidden = !LAYOUTS[key].panels.includes("map");
      numbers.hidden = !LAYOUTS[key].panels.includes("loss");
    },
    setNumbers(key) {
      numbers.value = key;
    },
    destroy() {
      group.removeEventListener("change", choose);
      numbers.removeEventListener("change", chooseNumbers);
      arrows.removeEventListener("change", chooseArrows);
      bar.replaceChildren();
    },
  };
}
