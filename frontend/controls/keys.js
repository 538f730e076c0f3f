// Keyboard shortcuts, active unless another element has keyboard focus.

/**
 * @typedef {Object} Presentation whether the page shows nothing but the picture, and what switches that
 * @property {boolean} on whether this is one
 * @property {() => void} onToggle
 *
 * @typedef {Object} KeyActions what the keys do
 * @property {() => void} onToggle play or pause @property {(by: number) => void} onMove
 * @property {() => void} onStart @property {() => void} onEnd
 * @property {(index: number) => void} onFocus @property {() => void} onHelp @property {() => void} onReveal
 * @property {(isHeld: boolean) => void} onProbe
 * @property {() => void} [onPresent] @property {() => void} [onNext] what a presenter presses to go on
 * @property {() => void} [onBranch]
 */

/**
 * What each key does, in the words of the help.
 * @param {Presentation|null} presentation null where it cannot be switched
 * @param {boolean} [undoes] whether changes can be undone @param {boolean} [branches] whether an optimizer can be branched
 * @returns {string[][]}
 */
export const keysFor = (presentation, undoes = false, branches = false) => [
  ["Space", "play or pause"],
  ["\u2190  \u2192", "one step back, one step forward"],
  ["Home  End", "to the start, to the end"],
  ["1 \u2026 9", "bring an optimizer into focus"],
  ["x", "hold it over the map to see the paths from there"],
  ...(branches ? [["b", "branch the optimizer in focus at this step"]] : []),
  ...(presentation ? [["p", presentation.on ? "leave the presentation" : "show only the picture"]] : []),
  ...(undoes ? [["Ctrl Z  Ctrl Y", "undo, redo a change"]] : []),
  ["r", "reveal the results or the answer, where they are hidden"],
  ["?", "show these keys"],
  ["Esc", presentation?.on ? "close them, or leave the presentation" : "close them"],
];

const PROBE = "x"; // acts as long as it is held

/**
 * What a key does, or nothing.
 * @param {string} key as an event names it @param {KeyActions} actions @param {Presentation|null} presentation
 * @returns {(() => void)|undefined}
 */
export function actionFor(key, actions, presentation) {
  if (/^[1-9]$/.test(key)) return () => actions.onFocus(Number(key) - 1);
  switch (key) {
    case " ":
      return actions.onToggle;
    case "ArrowLeft":
      return () => actions.onMove(-1);
    case "ArrowRight":
      return () => actions.onMove(1);
    case "Home":
      return actions.onStart;
    case "End":
      return actions.onEnd;
    case "?":
      return actions.onHelp;
    case "r":
      return actions.onReveal;
    case "b":
      return actions.onBranch;
    case "Enter":
    case "PageDown":
      return presentation?.on ? actions.onNext : undefined;
    case PROBE:
      return () => actions.onProbe(true);
    case "p":
      return presentation ? actions.onPresent : undefined;
    case "Escape":
      return presentation?.on ? actions.onPresent : undefined;
  }
}

/**
 * Listens to the keys.
 * @param {HTMLElement} root the player @param {KeyActions} actions @param {Presentation|null} presentation
 * @returns {() => void} stops listening
 */
export function listenToKeys(root, actions, presentation) {
  /** @param {KeyboardEvent} event */
  function press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!mayTake(event.key, /** @type {Element} */ (event.target), root)) return;
    const action = actionFor(event.key, actions, presentation);
    if (!action || (event.repeat && !event.key.startsWith("Arrow"))) return;
    event.preventDefault(); // the page would scroll
    action();
  }

  /** @param {KeyboardEvent} event */
  function release({ key }) {
    if (key.toLowerCase() === PROBE) actions.onProbe(false);
  }

  const letGo = () => actions.onProbe(false);
  const { ownerDocument } = root;
  const { defaultView } = ownerDocument;
  ownerDocument.addEventListener("keydown", press);
  ownerDocument.addEventListener("keyup", release);
  defaultView.addEventListener("blur", letGo);
  return () => {
    ownerDocument.removeEventListener("keydown", press);
    ownerDocument.removeEventListener("keyup", release);
    defaultView.removeEventListener("blur", letGo);
  };
}

/** The keys that a control acts on itself, by the selector of the control, the first that fits; null is every key. */
const OWN_KEYS = Object.entries({
  "input[type='range']": ["ArrowLeft", "ArrowRight", "Home", "End"],
  "input[type='radio']": [" ", "ArrowLeft", "ArrowRight"],
  "input[type='checkbox']": [" "],
  "button, summary": [" ", "Enter"],
  "input, select, textarea, [contenteditable]": null,
});

/**
 * Whether a key pressed on an element is the player's to use.
 * @param {string} key @param {Pick<Element, "contains"|"closest"|"matches">} target
 * @param {Pick<Element, "contains">} root the player
 */
export function mayTake(key, target, root) {
  // The page, or its scrolling part, which has keyboard focus in a frame.
  if (target.contains(/** @type {Element} */ (root))) return true;
  if (!root.contains(/** @type {Element} */ (target))) return false;
  const dialog = target.closest("dialog");
  if (dialog) return !dialog.open; // a closed one keeps keyboard focus until the browser has painted
  const [, own] = OWN_KEYS.find(([selector]) => target.matches(selector)) ?? [null, []];
  return own !== null && !own.includes(key);
}
