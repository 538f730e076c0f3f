// The controls that choose the layout, the further curve, and the arrows.

import { NUMBERS } from "../curves/series.js";
import { element } from "../dom/elements.js";

let groups = 0; // radio buttons of two players on a page must not know each other

/**
 * @param {HTMLElement} bar
 * @param {Object<string, {name: string, panels: string[]}>} layouts
 * @param {{onLayout: (key: string) => void, onNumbers: (key: string) => void, onArrows: (on: boolean) => void}} listener
 */
export function createLayoutPicker(bar, layouts, { onLayout, onNumbers, onArrows }) {
  groups += 1;
  const radios = Object.keys(layouts).map((value) =>
    element("input", { type: "radio", name: `downhill-layout-${groups}`, value, class: "downhill-choice-input" })
  );
  const choices = radios.map((radio) =>
    element("label", { class: "downhill-choice" }, radio, element("span", {}, layouts[radio.value].name))
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
    {
      class: "downhill-switch",
      title: "At the head of the contender in focus: \u2212g, and the step \u0394w that comes next",
    },
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
      arrowsLabel.hidden = !layouts[key].panels.includes("map");
      numbers.hidden = !layouts[key].panels.includes("loss");
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
