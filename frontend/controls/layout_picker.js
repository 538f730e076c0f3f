// The controls that choose the layout, the second curve and what the map shows beside the paths.

import { AXES } from "../curves/across.js";
import { DATA, RATES_ALONE, SWEEP } from "../curves/choices.js";
import { NUMBERS } from "../curves/series.js";
import { element } from "../dom/elements.js";
import { Switches } from "./switches.js";

let groups = 0; // radio buttons of two players on a page must not know each other

/** @typedef {Record<import("./switches.js").Key, (on: boolean) => void>} SwitchListeners */

/**
 * @param {HTMLElement} bar
 * @param {Object<string, {name: string, panels: string[]}>} layouts
 * @param {{onLayout: (key: string) => void, onCurve: (key: string) => void, onAxis: (key: string) => void,
 *   switches: SwitchListeners}} listener
 */
export function createLayoutPicker(bar, layouts, { onLayout, onCurve, onAxis, switches: listeners }) {
  const radios = createRadios(Object.keys(layouts));
  const choices = radios.map((radio) =>
    element("label", { class: "downhill-choice" }, radio, element("span", {}, layouts[radio.value].name))
  );
  const group = element("div", { class: "downhill-choices", role: "radiogroup", "aria-label": "Layout" }, ...choices);
  const curve = createCurveSelect();
  const axis = createAxisChoice(onAxis);
  const switches = new Switches(listeners);
  bar.append(group, curve, axis.select, switches.node);

  // The elements go with the player, and their listeners with them.
  group.addEventListener("change", () => onLayout(radios.find(({ checked }) => checked).value));
  curve.addEventListener("change", () => onCurve(curve.value));

  return {
    /** @param {string} key */
    setLayout(key) {
      for (const radio of radios) radio.checked = radio.value === key;
      switches.setMap(layouts[key].panels.includes("map"));
      curve.hidden = !layouts[key].panels.includes("loss");
      axis.fit({ hasCurves: !curve.hidden });
    },
    /** @param {string} key */
    setCurve(key) {
      curve.value = key;
    },
    /** @param {string} key */
    setAxis(key) {
      axis.set(key);
    },
    /** @param {string[]} axes what the curves can run over, as keys of `AXES` */
    setAxes: (axes) => axis.fit({ axes }),
    /** @param {boolean} isOfData whether there are examples to show @param {boolean} isQuadratic whether their loss is */
    setData(isOfData, isQuadratic) {
      switches.setCloudFits(isQuadratic);
      curve.querySelector(`[value="${DATA}"]`).toggleAttribute("hidden", !isOfData);
    },
    switches,
    destroy() {
      switches.destroy();
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

/** The choice of what curves run over, where there are curves and a choice. @param {(key: string) => void} onAxis */
function createAxisChoice(onAxis) {
  const names = { "aria-label": "What the curves run over", title: "What the curves run over" };
  const options = Object.entries(AXES).map(([value, { name }]) => element("option", { value }, name));
  const select = element("select", { class: "downhill-select", hidden: true, ...names }, ...options);
  select.addEventListener("change", () => onAxis(select.value));
  let known = { hasCurves: true, axes: /** @type {string[]} */ ([]) };
  const fit = (/** @type {Partial<typeof known>} */ change) => {
    known = { ...known, ...change };
    select.hidden = !known.hasCurves || known.axes.length < 2;
    for (const option of options) option.toggleAttribute("hidden", !known.axes.includes(option.value));
  };
  const set = (/** @type {string} */ key) => {
    select.value = key;
    select.title = AXES[key].hint ?? names.title;
  };
  return { select, fit, set };
}

function createCurveSelect() {
  const curves = Object.entries(NUMBERS).map(([key, [name]]) => [key, String(name)]);
  const alone = Object.entries(RATES_ALONE).map(([key, { name }]) => [key, name]);
  return element(
    "select",
    { class: "downhill-select", "aria-label": "Beside the loss", title: "Beside the loss" },
    ...[["none", "Loss alone"], [SWEEP, "Sweep of α"], ...alone, [DATA, "Data"], ...curves].map(([value, name]) =>
      element("option", { value }, name)
    ),
  );
}
