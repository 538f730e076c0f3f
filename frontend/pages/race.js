// The player, and its view fields as links spell them.

export { mount } from "../player/player.js";
export { inLink, VIEW_NAMES } from "../player/view.js";

/** Where what it came to is told, below the controls of the page. */
export const RESULTS = ".results";
