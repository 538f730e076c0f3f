// The room that the panels of a player share.

import { element } from "./elements.js";

/**
 * Makes the room. The panels depend on its size, and a browser that lays out the page tries others before the right one, with
 * every word that changes anywhere: inside, out of the flow, is the size that it came to, so that no panel is styled and laid
 * out for another.
 * @param {HTMLElement} panels
 * @returns {{room: HTMLElement, fit: () => void}} `fit` gives them the size that it has by now, before anything is drawn
 *   there; whenever that changes they get it by themselves
 */
export function createRoom(panels) {
  const inside = element("div", { class: "downhill-room-inside" }, panels);
  const room = element("div", { class: "downhill-room" }, inside);
  const give = (/** @type {{width: number, height: number}} */ { width, height }) => {
    inside.style.setProperty("--downhill-room-width", `${width}px`);
    inside.style.setProperty("--downhill-room-height", `${height}px`);
  };
  new ResizeObserver(([{ contentRect }]) => give(contentRect)).observe(room);
  return { room, fit: () => give(room.getBoundingClientRect()) };
}
