// The controls that choose the layout and the second curve, and switch the arrows on.

import { NUMBERS } from "../curves/series.js";
import { element } from "../dom/elements.js";

let groups = 0; // radio buttons of two players on a page must not know each other

/**
 * @param {HTMLElement} bar
 * @param {Object<string, {name: string, panels: string[]}>} layouts
 * @param {{onLayout: (key: string) => void, onCurve: (key: string) => void, onArrows: (on: boolean) => void}} listener
 */
export function createLayoutPicker(bar, layouts, { onLayout, onCurve, onArrows }) {
  const radios = createRadios(Object.keys(layouts));
  const choices = radios.map((radio) =>
    element("label", { class: "downhill-choice" }, radio, element("span", {}, layouts[radio.value].name))
  );
  const group = element("div", { class: "downhill-choices", role: "radiogroup", "aria-label": "Layout" }, ...choices);
  const curve = createCurveSelect();
  const arrows = element("input", { type: "checkbox" });
  const arrowsTitle = "Arrows at the optimizer in focus: \u2212g and the next step \u0394w";
  const arrowsLabel = element(
    "label",
    { class: "downhill-switch", title: arrowsTitle },
    arrows,
    "Arrows \u2212g, \u0394w",
  );
  bar.append(group, curve, arrowsLabel);

  const chooseLayout = () => onLayout(radios.find(({ checked }) => checked).value);
  const chooseCurve = () => onCurve(curve.value);
  const chooseArrows = () => onArrows(arrows.checked);
  group.addEventListener("change", chooseLayout);
  curve.addEventListener("change", chooseCurve);
  arrows.addEventListener("change", chooseArrows);

  return {
    /** @param {string} key */
    setLayout(key) {
      for (const radio of radios) radio.checked = radio.value === key;
      arrowsLabel.hidden = !layouts[key].panels.includes("map");
      curve.hidden = !layouts[key].panels.includes("loss");
    },
    /** @param {string} key */
    setCurve(key) {
      curve.value = key;
    },
    /** @param {boolean} shown */
    setArrows(shown) {
      arrows.checked = shown;
    },
    destroy() {
      group.removeEventListener("change", chooseLayout);
      curve.removeEventListener("change", chooseCurve);
      arrows.removeEventListener("change", chooseArrows);
      bar.replaceChildren();
    },
  };
}

/** @param {string[]} values */
function createRadios(values) {
  groups += 1;
  const shared = { type: "radio", name: `downhill-layout-${groups}`, class: "downhill-choice-input" };
  return values.map((value) => element("input", { ...shared, value }));
}

function createCurveSelect() {
  const names = Object.entries(NUMBERS).map(([key, [name]]) => [key, String(name)]);
  return element(
    "select",
    { class: "downhill-select", "aria-label": "Curve below the loss", title: "Curve below the loss" },
    ...[["none", "Loss alone"], ...names].map(([value, name]) => element("option", { value }, name)),
  );
}
