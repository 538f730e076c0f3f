// The button that copies a text beside it.

import { setText } from "../dom/elements.js";

const SAID_MS = 2000; // for which it says that it has

/** @param {HTMLButtonElement} button @param {HTMLElement} source whose text is copied */
export function copyOnPress(button, source) {
  const word = button.textContent;
  button.addEventListener("click", async () => {
    const isCopied = await copy(source);
    setText(button, isCopied ? "Copied" : "Selected: press Ctrl+C");
    setTimeout(() => setText(button, word), SAID_MS);
  });
}

/** Copies the text of an element, or selects it where a browser gives no clipboard to a file. @param {HTMLElement} source */
async function copy(source) {
  try {
    await navigator.clipboard.writeText(source.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(source);
    return false;
  }
}
