// The layouts: which panels are shown together.

import { DATA, RATES_ALONE, SWEEP } from "../curves/choices.js";

/** Every layout by key: its name, and its panels. Where the loss is shown, there is room for one more curve. */
export const LAYOUTS = {
  "map-loss": { name: "Map + loss", panels: ["map", "loss"] },
  "relief-loss": { name: "Relief + loss", panels: ["relief", "loss"] },
  "map-relief": { name: "Map + relief", panels: ["map", "relief"] },
  map: { name: "Map", panels: ["map"] },
  relief: { name: "Relief", panels: ["relief"] },
};

/**
 * Lists the panels of a layout, with the second curve if there is one.
 * @param {string} layout a key of `LAYOUTS` @param {string} numbers the second curve, "data", "sweep", one of `RATES_ALONE`, or "none"
 * @returns {Set<string>}
 */
export function panelsOf(layout, numbers) {
  const { panels } = LAYOUTS[layout];
  if (numbers === "none" || !panels.includes("loss")) return new Set(panels);
  const instead = numbers === SWEEP ? "sweep" : numbers in RATES_ALONE ? "rate" : null;
  if (instead) return new Set(panels.map((name) => (name === "loss" ? instead : name)));
  return new Set([...panels, numbers === DATA ? "data" : "numbers"]);
}
