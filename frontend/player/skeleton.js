// The skeleton of the player: the elements every part is put into, and nothing that changes.

import { element } from "../dom/elements.js";
import { PANELS } from "./panels.js";

/** @typedef {ReturnType<typeof createSkeleton>} Skeleton */

/** The attributes in which the player says what it shows: for styles, and for whoever reads it from outside. */
const ATTRIBUTES = {
  "data-step": 0,
  "data-steps": 0,
  "data-playing": "false",
  "data-settled": "false", // whether the graphs hold the step that is shown
  "data-focus": "", // the id of the contender in focus
  "data-layout": "",
  "data-numbers": "", // the further curve
  "data-panels": 0, // how many panels the layout shows
  "data-curves": 0, // how many of them are curves
  "data-frames": 0,
  "data-revision": 0,
};

/** Makes the elements; `root` holds the others, and `parts` those of each panel by its name. */
export function createSkeleton() {
  const legend = element("ul", { class: "downhill-legend", "aria-label": "Contenders" });
  const parts = createParts();
  const views = element("div", { class: "downhill-views", role: "group", "aria-label": "View" });
  const transport = element("div", { class: "downhill-transport", role: "group", "aria-label": "Playback" });
  const worked = element("div", {});
  const outcomes = element("ul", { class: "downhill-outcomes", "aria-label": "Outcome of every contender" });
  const panels = element("div", { class: "downhill-panels" }, ...Object.values(parts).map(({ panel }) => panel));
  const body = element("div", { class: "downhill-body" }, legend, views, panels, transport, worked, outcomes);
  const names = { class: "downhill-player", "aria-label": "Race down the surface", "data-testid": "player" };
  const root = element("section", { ...names, ...ATTRIBUTES }, body);
  return { root, panels, parts, legend, views, transport, worked, outcomes };
}

/** @returns {Object<string, import("../paths/panel.js").Parts>} */
function createParts() {
  return Object.fromEntries(Object.entries(PANELS).map(([name, { label }]) => [name, createPanel(name, label)]));
}

/** @param {string} name @param {string} label what a screen reader says of the image */
function createPanel(name, label) {
  const title = element("span", { class: "downhill-panel-title" });
  const readout = element("span", { class: "downhill-readout" });
  const stack = element("div", { class: "downhill-stack", role: "img", "aria-label": label });
  const head = element("div", { class: "downhill-panel-head" }, title, readout);
  const plot = element("div", { class: "downhill-plot" }, stack); // buttons go beside the image, not into it
  const panel = element("div", { class: `downhill-panel downhill-panel-${name}` }, head, plot);
  return { panel, title, readout, plot, stack };
}
