// The layouts: which panels are shown together.

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
 * @param {string} layout a key of `LAYOUTS` @param {string} numbers the second curve, or "none" @returns {Set<string>}
 */
export function panelsOf(layout, numbers) {
  const { panels } = LAYOUTS[layout];
  return new Set(numbers !== "none" && panels.includes("loss") ? [...panels, "numbers"] : panels);
}
