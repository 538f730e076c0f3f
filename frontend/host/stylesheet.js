// The player's style sheet, loaded once per document.

/** @type {Map<string, Promise<void>>} by address, so that two players share one link element */
const loads = new Map();

/** Loads a style sheet. @param {string|null} url null when the page has it already @returns {Promise<void>} */
export function loadStyle(url) {
  if (!url) return Promise.resolve();
  if (!loads.has(url)) loads.set(url, load(url));
  return loads.get(url);
}

/** @param {string} url @returns {Promise<void>} */
function load(url) {
  return new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = url;
    link.onload = () => resolve();
    link.onerror = () => {
      loads.delete(url);
      link.remove();
      reject(new Error(`The player's style sheet could not be loaded from ${url}`));
    };
    document.head.append(link);
  });
}
