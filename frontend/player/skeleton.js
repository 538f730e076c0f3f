// The player's skeleton: the elements every part is put into, and nothing that changes.

import { element } from "../dom/elements.js";

/** @returns {Object<string, HTMLElement>} the parts by name; `root` holds the others */
export function createFrame() {
  const legend = element("ul", { class: "downhill-legend", "aria-label": "Contenders" });
  const map = panel("map", "Map of the loss surface with the path of every contender");
  const loss = panel("loss", "Loss of every contender against the step");
  const relief = panel("relief", "The loss surface in three dimensions with the path of every contender");
  const numbers = panel("numbers", "A number of every contender against the step");
  const views = element("div", { class: "downhill-views", role: "group", "aria-label": "View" });
  const transport = element("div", { class: "downhill-transport", role: "group", "aria-label": "Playback" });
  const worked = element("div", {});
  const outcomes = element("ul", { class: "downhill-outcomes", "aria-label": "Outcome of every contender" });
  const panels = element("div", { class: "downhill-panels" }, map.panel, relief.panel, loss.panel, numbers.panel);
  const body = element("div", { class: "downhill-body" }, legend, views, panels, transport, worked, outcomes);
  const root = element(
    "section",
    {
      class: "downhill-player",
      "aria-label": "Race down the surface",
      "data-testid": "player",
      "data-step": 0,
      "data-steps": 0,
      "data-playing": "false",
      "data-settled": "false", // whether the graphs hold the step that is shown
      "data-focus": "", // the id of the contender in focus
      "data-layout": "",
      "data-numbers": "",
      "data-frames": 0,
      "data-revision": 0,
    },
    body,
  );
  return { root, panels, legend, views, map, relief, loss, numbers, transport, worked, outcomes };
}

function panel(name, label) {
  const title = element("span", { class: "downhill-panel-title" });
  const readout = element("span", { class: "downhill-readout" });
  const stack = element("div", { class: "downhill-stack", role: "img", "aria-label": label });
  const head = element("div", { class: "downhill-panel-head" }, title, readout);
  const plot = element("div", { class: "downhill-plot" }, stack); // buttons go beside the image, not into it
  const whole = element("div", { class: `downhill-panel downhill-panel-${name}` }, head, plot);
  return { title, readout, plot, stack, panel: whole };
}
