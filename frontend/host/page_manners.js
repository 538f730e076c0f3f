// What the widgets of the page around the picture lack: a decimal comma is understood, no number is said to be invalid
// because of the buttons beside it, why one is refused is written as numbers are on the page, and a panel that opens takes
// the keyboard.

import { understandCommas } from "./decimal_comma.js";
import { significant } from "../dom/format.js";

const ENTRY = "input[type='number']";
const REFUSAL = "[data-testid='stNumberInputContainer'] [role='alert']";
const PANEL = "[data-testid='stPopoverBody']";
const FOCUSABLE = "input, button, select, textarea, a[href], [tabindex='0']";

/** Minds a document from now on. @param {Document} document @returns {() => void} stops */
export function mindPage(document) {
  const watch = new MutationObserver((changes) => {
    for (const { addedNodes, target, attributeName } of changes) {
      if (attributeName) acceptAnyNumber(/** @type {Element} */ (target));
      for (const node of addedNodes) if (node instanceof HTMLElement) receive(node);
    }
  });
  watch.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["step"] });
  receive(document.body);
  const leaveCommas = understandCommas(document);
  return () => {
    watch.disconnect();
    leaveCommas();
  };
}

/** @param {HTMLElement} node that has come into the page */
function receive(node) {
  acceptAnyNumber(node);
  node.querySelectorAll(ENTRY).forEach(acceptAnyNumber);
  if (node.matches(REFUSAL)) node.childNodes.forEach(writeAsHere);
  const panel = node.matches(PANEL) ? node : node.querySelector(PANEL);
  if (panel instanceof HTMLElement) focusInside(panel);
}

/** A browser calls a number invalid that is no whole number of steps from the smallest one. @param {Element} entry */
function acceptAnyNumber(entry) {
  if (entry.matches(ENTRY) && entry.getAttribute("step") !== "any") entry.setAttribute("step", "any");
}

/** Writes the numbers of a text with powers of ten: 1e-8 as 10⁻⁸. @param {Node} node */
function writeAsHere(node) {
  if (!(node instanceof Text)) return;
  node.data = node.data.replace(/\d+(\.\d+)?e[+-]?\d+/g, (number) => significant(Number(number)));
}

/** Moves the keyboard into a panel, as soon as there is something to press. @param {HTMLElement} panel */
function focusInside(panel) {
  const focus = () => {
    const first = panel.querySelector(FOCUSABLE);
    if (first instanceof HTMLElement && !panel.contains(document.activeElement)) first.focus({ preventScroll: true });
    return first !== null;
  };
  if (focus()) return;
  const watch = new MutationObserver(() => (focus() || !panel.isConnected) && watch.disconnect());
  watch.observe(panel, { childList: true, subtree: true });
}
