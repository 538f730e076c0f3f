// The bar above the playback of a picture whose results are hidden: it says so, and reveals them.

import { element, setText } from "../dom/elements.js";

/** @param {HTMLElement} bar @param {() => void} onToggle */
export function createRevealBar(bar, onToggle) {
  const words = element("span", {});
  const button = element("button", { type: "button", class: "downhill-quiet-button", title: "R" });
  bar.append(words, button);
  button.addEventListener("click", onToggle);
  return {
    /** @param {boolean} predicts whether the picture hides its results @param {boolean} revealed */
    show(predicts, revealed) {
      bar.hidden = !predicts;
      setText(words, revealed ? "" : "The results are hidden: predict first, then play.");
      setText(button, revealed ? "Hide the results" : "Reveal the results");
    },
    destroy() {
      button.removeEventListener("click", onToggle);
      bar.replaceChildren();
    },
  };
}
