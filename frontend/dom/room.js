// The room that the panels of a player share.

import { element } from "./elements.js";

/**
 * Makes the room. The panels depend on its height, and a browser that lays out the page tries others before the right one:
 * inside, out of the flow, only that one counts, and no panel is laid out for another.
 * @param {HTMLElement} panels
 */
export const createRoom = (panels) =>
  element("div", { class: "downhill-room" }, element("div", { class: "downhill-room-inside" }, panels));
