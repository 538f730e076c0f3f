// The page of the averages, and its view fields as links spell them.

export { mount } from "../averages/page.js";
export { inLink, VIEW_NAMES } from "../averages/view.js";

/** There is no table of results. */
export const RESULTS = null;
