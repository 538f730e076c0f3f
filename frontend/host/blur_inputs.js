// Inputs of the page that still have the keyboard when the player is pressed. Plotly keeps the browser from moving it,
// so an input would never learn that its number is finished.

/**
 * Takes the keyboard from an input outside the player when the player is pressed.
 * @param {HTMLElement} root the player @returns {() => void} stops watching
 */
export function blurInputsOnPress(root) {
  function press() {
    const { activeElement } = root.ownerDocument;
    const typing = activeElement instanceof HTMLElement && activeElement.matches("input, textarea, [contenteditable]");
    if (typing && !root.contains(activeElement)) activeElement.blur();
  }
  root.addEventListener("pointerdown", press, true);
  return () => root.removeEventListener("pointerdown", press, true);
}
