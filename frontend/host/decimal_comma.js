// A decimal comma, which a browser may drop: 0,05 would be 5. Entries of numbers understand it, and whatever else this
// page writes a number with.

import { readSignificant } from "../dom/format.js";

const ENTRY = "input[type='number']";

/** Minds the entries of a document from now on. @param {Document} document @returns {() => void} stops */
export function understandCommas(document) {
  const listening = new AbortController();
  const first = { capture: true, signal: listening.signal };
  document.addEventListener("keydown", (event) => {
    if (event.key === "," && !event.ctrlKey && !event.metaKey) insert(event, ".");
  }, first);
  document.addEventListener("beforeinput", (event) => {
    if (event.data === ",") insert(event, "."); // keyboards on a screen may name no key
  }, first);
  document.addEventListener("paste", (event) => {
    const number = pasted(event.clipboardData?.getData("text") ?? "");
    if (number !== null) insert(event, number);
  }, first);
  return () => listening.abort();
}

/**
 * What is to be pasted in place of a number that a browser would read as another or not at all, as −0,5 and 3.5 · 10⁻⁵;
 * null for all other text.
 * @param {string} text @returns {string|null}
 */
export function pasted(text) {
  if (!Number.isNaN(Number(text))) return null;
  const number = readSignificant(text.trim().replace(/^\+/, "").replace(",", "."));
  return Number.isNaN(number) ? null : String(number);
}

/** Inserts a text in an entry, in place of what an event would. @param {Event} event @param {string} text */
function insert(event, text) {
  if (!(event.target instanceof Element) || !event.target.matches(ENTRY)) return;
  event.preventDefault();
  document.execCommand("insertText", false, text);
}
