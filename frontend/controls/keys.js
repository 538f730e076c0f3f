// The player's keys. They work while the player, or nothing in particular, has the keyboard, and never take a key from
// whoever is typing, choosing or sliding somewhere.

/**
 * @typedef {Object} Presentation the way into a presentation of the same picture, or out of it
 * @property {boolean} on whether this is one
 * @property {() => void} onToggle
 */

/**
 * What each key does, in the words of the help.
 * @param {Presentation|null} presentation null where there is no page around the picture @returns {string[][]}
 */
export const keysFor = (presentation) => [
  ["Space", "play or pause"],
  ["\u2190  \u2192", "one step back, one step forward"],
  ["Home  End", "to the start, to the end"],
  ["1 \u2026 9", "put a contender in focus"],
  ...(presentation ? [["p", presentation.on ? "leave the presentation" : "show only the picture"]] : []),
  ["?", "show these keys"],
  ["Esc", presentation?.on ? "close them, or leave the presentation" : "close them"],
];

/**
 * @param {HTMLElement} root the player
 * @param {{onToggle: () => void, onMove: (by: number) => void, onStart: () => void, onEnd: () => void,
 *   onFocus: (index: number) => void, onHelp: () => void, onPresent: () => void}} listener
 * @param {Presentation|null} presentation
 * @returns {() => void} stops listening
 */
export function listenToKeys(root, { onToggle, onMove, onStart, onEnd, onFocus, onHelp, onPresent }, presentation) {
  const actions = {
    " ": onToggle,
    ArrowLeft: () => onMove(-1),
    ArrowRight: () => onMove(1),
    Home: onStart,
    End: onEnd,
    "?": onHelp,
    ...(presentation && { p: onPresent }),
    ...(presentation?.on && { Escape: onPresent }),
  };

  function press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!mayTake(event.key, event.target, root)) return;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    const action = digit ? () => onFocus(digit - 1) : actions[event.key];
    if (!action || (event.repeat && !event.key.startsWith("Arrow"))) return;
    event.preventDefault(); // the page would scroll
    action();
  }

  const { ownerDocument } = root;
  ownerDocument.addEventListener("keydown", press);
  return () => ownerDocument.removeEventListener("keydown", press);
}

const TAKEN_BY_CHOICES = new Set([" ", "ArrowLeft", "ArrowRight", "Home", "End"]);

/** Whether a key pressed on an element is the player's to use. */
function mayTake(key, target, root) {
  if (target.contains(root)) return true; // the page, or the part of it that scrolls, which has the keyboard in a frame
  if (!root.contains(target)) return false;
  const dialog = target.closest("dialog");
  if (dialog) return !dialog.open; // one that was closed keeps the keyboard until the browser has painted
  if (target.matches("input[type='range']")) return key === " " || !TAKEN_BY_CHOICES.has(key);
  if (target.matches("button, summary")) return key !== " "; // which presses it
  if (target.matches("input[type='radio'], input[type='checkbox']")) return !TAKEN_BY_CHOICES.has(key);
  return !target.matches("input, select, textarea, [contenteditable]");
}
