// The choice of what the map shows below its contour lines, in the corner below the plot area.

import { element } from "../dom/elements.js";

/** Every layer by its key, as lecture/view.py has them. */
export const LAYERS = {
  heights: "Heights",
  basins: "Basins",
  difference: "Basins of two",
  curvature: "Curvature",
  condition: "Condition",
  gradient: "Gradients",
  newton: "Newton",
};

/** @param {(layer: string) => void} onLayer @returns {HTMLSelectElement} */
export function createLayerChoice(onLayer) {
  const options = Object.entries(LAYERS).map(([value, name]) => element("option", { value }, name));
  const names = { "aria-label": "Layer of the map", title: "Layer of the map" };
  const select = element("select", { class: "downhill-layer-choice", ...names }, ...options);
  select.addEventListener("change", () => onLayer(select.value));
  return select;
}
