// Blurs a focused Streamlit input when the player is pressed; Plotly prevents the browser from doing it, and the value
// would not be committed.

/**
 * Blurs an input outside the player when the player is pressed.
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
