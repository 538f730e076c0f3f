// Undo and redo by the keys that every program has for them. In an entry they are the entry's own.

const TYPED_IN = "input:not([type='range']):not([type='checkbox']):not([type='radio']), textarea, [contenteditable]";

/** What the keys of an event ask for. @param {KeyboardEvent} event @returns {"undo"|"redo"|null} */
export function askedBy({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (ctrlKey === metaKey || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}

/**
 * Listens to the keys of a document.
 * @param {Document} document @param {{undo: () => void, redo: () => void}} does @returns {() => void} stops
 */
export function listenToUndo(document, does) {
  /** @param {KeyboardEvent} event */
  function press(event) {
    const asked = askedBy(event);
    if (asked === null || (event.target instanceof Element && event.target.matches(TYPED_IN))) return;
    event.preventDefault();
    does[asked]();
  }
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}
