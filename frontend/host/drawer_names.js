// The names of the drawers of controls: after the title of a rule, what tells it from a second one. It changes with the
// values, and a drawer whose header the server changed would be another one: closed, and without the keyboard.

import { element } from "../dom/elements.js";

/**
 * Names the drawers of a document from now on.
 * @param {Document} document @returns {{show: (distinctions: Object<string, string>) => void, destroy: () => void}} `show`
 *   takes what tells contenders apart, by slot
 */
export function nameDrawers(document) {
  const sheet = element("style");
  document.head.append(sheet);
  return {
    show: (distinctions) => sheet.textContent = rulesFor(distinctions),
    destroy: () => sheet.remove(),
  };
}

/** Writes the style sheet. @param {Object<string, string>} distinctions by slot @returns {string} */
export const rulesFor = (distinctions) =>
  Object.entries(distinctions).map(([slot, words]) =>
    `.st-key-drawer-${slot} summary strong::after { content: ${JSON.stringify(words)}; font-weight: normal; }`
  ).join("\n");
