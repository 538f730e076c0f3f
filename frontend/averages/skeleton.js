// Creates the static DOM of the page of the averages.

import { element } from "../dom/elements.js";
import { createRoom } from "../dom/room.js";

/** The attributes in which the page says what it shows, for style sheets, tests and other scripts. */
const ATTRIBUTES = {
  "data-step": 0, // the day
  "data-steps": 0,
  "data-playing": "false",
  "data-settled": "false",
  "data-revision": 0,
  "data-pictures": 0, // grows by one with everything that is drawn
  "data-panels": 1,
  "data-curves": 0,
  "data-asking": "", // whether a lesson's question waits for its answer; nothing without a lesson
  "data-source": "server", // "browser" while what is shown has been walked under a hand
};

const LABEL = "The series against its days, with its averages; below it the weights of the days in an average";

/** Makes the elements; `root` holds the others. */
export function createSkeleton() {
  const legend = element("ul", { class: "downhill-legend", "aria-label": "Averages" });
  const title = element("span", { class: "downhill-panel-title" });
  const readout = element("span", { class: "downhill-readout" });
  const stack = element("div", { class: "downhill-stack", role: "img", "aria-label": LABEL });
  const empty = element(
    "p",
    { class: "downhill-missing", hidden: true },
    "There are no numbers yet: paste some beside the picture.",
  );
  const plot = element("div", { class: "downhill-plot" }, stack, empty);
  const head = element("div", { class: "downhill-panel-head" }, title, readout);
  const panel = element("div", { class: "downhill-panel downhill-panel-averages" }, head, plot);
  const panels = element("div", { class: "downhill-panels" }, legend, panel);
  const { room, fit: fitRoom } = createRoom(panels);
  const question = element("div", { class: "downhill-question", hidden: true });
  const transport = element("div", { class: "downhill-transport", role: "group", "aria-label": "Playback" });
  const below = element("div", { class: "downhill-averages-below" });
  const body = element("div", { class: "downhill-body" }, room, question, transport, below);
  const names = { class: "downhill-player downhill-averages", "aria-label": "Averages", "data-testid": "player" };
  const root = element("section", { ...names, ...ATTRIBUTES }, body);
  return { root, room, fitRoom, panels, legend, title, readout, stack, plot, empty, question, transport, below };
}
