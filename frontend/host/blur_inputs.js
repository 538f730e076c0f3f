// What is being typed outside the player. Plotly keeps the browser from moving the keyboard's focus when a graph is
// pressed, so an entry of the page would never learn that its number is finished.

/**
 * Ends the typing in an entry of the page when the player is pressed.
 * @param {HTMLElement} root the player @returns {() => void} stops watching
 */
export function finishTyping(root) {
  function press() {
    const { activeElement } = root.ownerDocument;
    if (!root.contains(activeElement) && activeElement?.matches("input, textarea, [contenteditable]")) {
      activeElement.blur();
    }
  }
  root.addEventListener("pointerdown", press, true);
  return () => root.removeEventListener("pointerdown", press, true);
}
