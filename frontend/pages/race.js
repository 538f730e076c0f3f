// The player, and its view fields as links spell them.

export { mount } from "../player/player.js";
export { inLink, VIEW_NAMES } from "../player/view.js";

/** The selector of the table of results. */
export const RESULTS = ".results";
