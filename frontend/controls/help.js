// The dialog that lists the keyboard shortcuts. A dialog element closes on Esc and restores the keyboard focus by
// itself.

import { element } from "../dom/elements.js";

/** @param {HTMLElement} root the player @param {string[][]} listed each with its keys, and what they do */
export function createHelp(root, listed) {
  const rows = listed.map(([keys, does]) =>
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
