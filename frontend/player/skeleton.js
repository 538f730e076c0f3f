// Creates the player's static DOM, and sets the attributes that say which layout it shows.

import { element, setAttribute } from "../dom/elements.js";
import { createRoom } from "../dom/room.js";
import { panelsOf } from "./layouts.js";
import { PANELS } from "./panels.js";

/** @typedef {ReturnType<typeof createSkeleton>} Skeleton */

/** The attributes in which the player says what it shows, for style sheets, tests and other scripts. */
const ATTRIBUTES = {
  "data-step": 0,
  "data-steps": 0,
  "data-playing": "false",
  "data-settled": "false", // whether the graphs hold the step that is shown
  "data-focus": "", // the id of the contender in focus
  "data-layout": "",
  "data-numbers": "", // the second curve
  "data-panels": 0, // how many panels the layout shows
  "data-curves": 0, // how many of them are curves
  "data-shape": "free", // of the map: "wide" or "square"; a relief takes any
  "data-frames": 0,
  "data-revision": 0,
  "data-pictures": 0, // grows by one with every picture that has other paths, whoever computed it
  "data-source": "server", // "browser" while some of what is shown was walked here
  "data-live": "false", // whether paths can be walked here
  "data-start": "", // the common start, "x,y"
  "data-probe": "", // the point that the probe shows the paths from, "x,y"
  "data-asking": "", // whether a lesson's question waits for its answer; nothing without a lesson
  "data-fan": "", // the field of the number whose every path is shown
};

/** Makes the elements; `root` holds the others. */
export function createSkeleton() {
  const legend = element("ul", { class: "downhill-legend", "aria-label": "Optimizers" });
  const made = Object.entries(PANELS).map(([name, { label }]) => [name, createPanel(name, label)]);
  /** @type {Object<string, import("../paths/panel.js").Parts>} of each panel, by its name */
  const parts = Object.fromEntries(made);
  const views = element("div", { class: "downhill-views", role: "group", "aria-label": "View" });
  const reveal = element("div", { class: "downhill-reveal", hidden: true });
  const question = element("div", { class: "downhill-question", hidden: true });
  const transport = element("div", { class: "downhill-transport", role: "group", "aria-label": "Playback" });
  const worked = element("div", { class: "downhill-worked-place" });
  const outcomes = element("ul", { class: "downhill-outcomes", "aria-label": "Outcome of every optimizer" });
  const spoken = element("p", { class: "downhill-spoken", role: "status" });
  const graphs = Object.values(parts).map(({ panel }) => panel);
  const panels = element("div", { class: "downhill-panels" }, legend, ...graphs);
  const { room, fit: fitRoom } = createRoom(panels);
  const body = element(
    "div",
    { class: "downhill-body" },
    views,
    room,
    reveal,
    question,
    transport,
    worked,
    outcomes,
    spoken,
  );
  const names = { class: "downhill-player", "aria-label": "Race down the surface", "data-testid": "player" };
  const root = element("section", { ...names, ...ATTRIBUTES }, body);
  return { root, room, fitRoom, panels, parts, legend, views, reveal, question, transport, worked, outcomes, spoken };
}

/**
 * Sets the attributes that say which layout is shown.
 * @param {HTMLElement} root @param {string} layout a key of `LAYOUTS` @param {string} numbers the second curve, or "none"
 * @param {boolean} isWide whether a map of the surface leaves room below it
 */
export function markLayout(root, layout, numbers, isWide) {
  const shown = [...panelsOf(layout, numbers)];
  setAttribute(root, "data-layout", layout);
  setAttribute(root, "data-numbers", numbers);
  setAttribute(root, "data-panels", shown.length);
  setAttribute(root, "data-curves", shown.filter((name) => PANELS[name].isCurve).length);
  setAttribute(root, "data-shape", shown.includes("map") ? (isWide ? "wide" : "square") : "free");
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
