// The dialog that lists the keyboard shortcuts. A dialog element closes on Esc and restores the keyboard focus by
// itself.

import { element } from "../dom/elements.js";
import { keysFor } from "./keys.js";

/**
 * @param {HTMLElement} root the player @param {import("./keys.js").Presentation|null} presentation
 * @param {boolean} undoes whether changes can be undone
 */
export function createHelp(root, presentation, undoes) {
  const rows = keysFor(presentation, undoes).map(([keys, does]) =>
    element("div", {}, element("dt", {}, ...keyCaps(keys)), element("dd", {}, does))
  );
  const closeButton = element("button", { type: "button", class: "downhill-quiet-button" }, "Close");
  const dialog = element(
    "dialog",
    { class: "downhill-help", "aria-label": "Keys" },
    element("p", { class: "downhill-panel-title" }, "Keys"),
    element("dl", {}, ...rows),
    closeButton,
  );
  const close = () => dialog.close();
  closeButton.addEventListener("click", close);
  root.append(dialog);
  return {
    open() {
      if (!dialog.open) dialog.showModal();
    },
    destroy() {
      closeButton.removeEventListener("click", close);
      dialog.remove();
    },
  };
}

/** @param {string} keys with two spaces between them */
const keyCaps = (keys) => keys.split("  ").map((key) => element("kbd", {}, key));
