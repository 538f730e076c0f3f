// Undo and redo by the keys that every program has for them. Where text is being typed they are the browser's own, which
// takes back letters: an entry of a number is typed in until it is entered, and from then on its value can be undone.

const TYPED_IN = "input:not([type='range']):not([type='checkbox']):not([type='radio']), textarea, [contenteditable]";
const NUMBER = "input[type='number']";

/** What the keys of an event ask for. @param {KeyboardEvent} event @returns {"undo"|"redo"|null} */
export function askedBy({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (ctrlKey === metaKey || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "z") return shiftKey ? "redo" : "undo";
  return letter === "y" && ctrlKey && !shiftKey ? "redo" : null;
}

/** Knows in which entry something has been typed that has not been entered so far. */
export class Typing {
  /** @type {EventTarget|null} */
  #entry = null;

  /** Takes an event of an entry. @param {{type: string, target: EventTarget|null, key?: string, inputType?: string}} event */
  note({ type, target, key, inputType }) {
    // What arrows and scripts change comes without a type of input: it holds at once.
    if (type === "input") this.#entry = inputType ? target : null;
    else if (type === "change" || key === "Enter" || key === "ArrowUp" || key === "ArrowDown") this.#entry = null;
  }

  /** Whether the browser's own undo is meant in an element. @param {Element} element */
  isIn(element) {
    if (!element.matches(TYPED_IN)) return false;
    const isRefused = element.getAttribute("aria-invalid") === "true";
    return element === this.#entry || isRefused || !element.matches(NUMBER);
  }
}

/**
 * Listens to the keys of a document.
 * @param {Document} document @param {{undo: () => void, redo: () => void}} does @returns {() => void} stops
 */
export function listenToUndo(document, does) {
  const typing = new Typing();
  const note = (/** @type {any} */ event) => typing.note(event);
  /** @param {KeyboardEvent} event */
  function press(event) {
    const asked = askedBy(event);
    if (asked === null || (event.target instanceof Element && typing.isIn(event.target))) return;
    event.preventDefault();
    does[asked]();
  }
  const notes = ["input", "change", "keydown"];
  for (const kind of notes) document.addEventListener(kind, note, true);
  document.addEventListener("keydown", press);
  return () => {
    for (const kind of notes) document.removeEventListener(kind, note, true);
    document.removeEventListener("keydown", press);
  };
}
