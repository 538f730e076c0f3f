// The view of the averages, as scenes and links hold it: the day, the speed, and the average in focus.

/**
 * @typedef {Object} View
 * @property {number|null} step the day, 0 to T; null is the last one
 * @property {number|null} speed 1 is sixty days a second; null is all of them in about ten seconds
 * @property {number|null} focus the slot of the average in focus; null is the first one
 * @property {boolean} ask whether a lesson's question waits for its answer
 */

/** What a link says for null, by the name of the field. */
const NOTHING = { step: "end", speed: "auto", focus: "none" };

/** The names of the fields in links. */
export const VIEW_NAMES = [...Object.keys(NOTHING), "ask"];

/** Spells a view as fields of a link, as lecture/link does. @param {View} view @returns {Object<string, string>} */
export const inLink = (view) => ({
  ...Object.fromEntries(Object.entries(NOTHING).map(([field, none]) => [field, String(view[field] ?? none)])),
  ask: String(Number(view.ask)),
});
