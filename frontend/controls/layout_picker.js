// The controls that choose the layout and the second curve, and the switches of what the map shows beside the paths.

import { AXES } from "../curves/across.js";
import { DATA, RATES_ALONE } from "../curves/choices.js";
import { NUMBERS } from "../curves/series.js";
import { element, setAttribute } from "../dom/elements.js";

let groups = 0; // radio buttons of two players on a page must not know each other

/**
 * @typedef {{onArrows: (on: boolean) => void, onCloud: (on: boolean) => void, onFan: (on: boolean) => void,
 *   onProbe: (on: boolean) => void, onGauges: (on: boolean) => void,
 *   onEigenvectors: (on: boolean) => void}} SwitchListener
 */

/**
 * @param {HTMLElement} bar
 * @param {Object<string, {name: string, panels: string[]}>} layouts
 * @param {{onLayout: (key: string) => void, onCurve: (key: string) => void, onAxis: (key: string) => void} & SwitchListener} listener
 */
export function createLayoutPicker(bar, layouts, { onLayout, onCurve, onAxis, ...listener }) {
  const radios = createRadios(Object.keys(layouts));
  const choices = radios.map((radio) =>
    element("label", { class: "downhill-choice" }, radio, element("span", {}, layouts[radio.value].name))
  );
  const group = element("div", { class: "downhill-choices", role: "radiogroup", "aria-label": "Layout" }, ...choices);
  const curve = createCurveSelect();
  const axis = createAxisChoice(onAxis);
  const { arrows, eigenvectors, cloud, fan, probe, gauges } = createSwitches(listener);
  const switches = [arrows, eigenvectors, cloud, fan, probe];
  bar.append(group, curve, axis.select, ...[...switches, gauges].map(({ label }) => label));

  // The elements go with the player, and their listeners with them.
  group.addEventListener("change", () => onLayout(radios.find(({ checked }) => checked).value));
  curve.addEventListener("change", () => onCurve(curve.value));

  return {
    /** @param {string} key */
    setLayout(key) {
      for (const radio of radios) radio.checked = radio.value === key;
      for (const { label } of switches) label.hidden = !layouts[key].panels.includes("map");
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
      cloud.label.classList.toggle("downhill-unfit", !isQuadratic);
      bar.classList.toggle("downhill-views-of-data", isOfData);
      curve.querySelector(`[value="${DATA}"]`).toggleAttribute("hidden", !isOfData);
    },
    setArrows: checks(arrows),
    setEigenvectors: checks(eigenvectors),
    setCloud: checks(cloud),
    setGauges: checks(gauges),
    /** Paths that nobody has seen yet are shown by no switch. @param {boolean} isConcealed whether the results are hidden */
    setConcealed: (isConcealed) => hold([fan, probe, gauges], isConcealed),
    setFan: checks(fan),
    destroy() {
      bar.replaceChildren();
    },
  };
}

/** What checks a switch. @param {ReturnType<typeof createSwitch>} made @returns {(shown: boolean) => void} */
const checks = ({ input }) => (shown) => {
  input.checked = shown;
};

/** The switches of what the map shows. @param {SwitchListener} listener */
function createSwitches({ onArrows, onEigenvectors, onCloud, onFan, onProbe, onGauges }) {
  const arrows = createSwitch(
    ["Arrows", element("span", { class: "downhill-switch-more" }, "\u2212g, \u0394w")],
    "Arrows at the optimizer in focus: \u2212g and the next step \u0394w",
    onArrows,
  );
  const eigenvectors = createSwitch(
    ["Eigenvectors"],
    "Eigenvectors of the Hessian at the critical points: the directions in which the loss curves most and least",
    onEigenvectors,
  );
  const cloud = createSwitch(["Cloud"], "Where SGD on mini-batches must wander, predicted before it does", onCloud);
  const fan = createSwitch(
    ["Fan"],
    "Every path that the slider you last moved can give the optimizer in focus",
    onFan,
  );
  const probe = createSwitch(
    ["Probe"],
    "Paths from the point under the pointer, or under your finger (hold x)",
    onProbe,
  );
  const gauges = createSwitch(
    ["Gauge"],
    "How near every optimizer is to its limit of stability: \u03b1 times the sharpness, which is the largest curvature of " +
      "the loss at its head, in percent of the product above which it would run away from a minimum of that sharpness. " +
      "Where gradients are divided, curvatures are, too",
    onGauges,
  );
  for (const { label } of [cloud, fan, probe, gauges]) label.classList.add("downhill-walked");
  return { arrows, eigenvectors, cloud, fan, probe, gauges };
}

/**
 * Has switches wait until the results are revealed, or lets them go.
 * @param {ReturnType<typeof createSwitch>[]} switches @param {boolean} isConcealed
 */
function hold(switches, isConcealed) {
  for (const { input, label, title } of switches) {
    input.disabled = isConcealed;
    label.classList.toggle("downhill-switch-waiting", isConcealed);
    setAttribute(label, "title", isConcealed ? "Once the results are revealed" : title);
  }
}

/** @param {(string|Node)[]} words @param {string} title @param {(on: boolean) => void} onChange */
function createSwitch(words, title, onChange) {
  const input = element("input", { type: "checkbox" });
  input.addEventListener("change", () => onChange(input.checked));
  return { input, title, label: element("label", { class: "downhill-switch", title }, input, ...words) };
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
    ...[["none", "Loss alone"], ...alone, [DATA, "Data"], ...curves].map(([value, name]) =>
      element("option", { value }, name)
    ),
  );
}
