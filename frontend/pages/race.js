// The page of the race: the player, and how the link names what is looked at.

export { mount } from "../player/player.js";
export { inLink, VIEW_NAMES } from "../player/view.js";
