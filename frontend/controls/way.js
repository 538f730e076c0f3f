// A button that leads to another part of the page, where a narrow screen has them far apart.

import { element } from "../dom/elements.js";

/**
 * Makes the button; page.css shows it on narrow screens.
 * @param {string} words @param {string} to the selector of where it leads
 */
export function createWay(words, to) {
  const button = element("button", { type: "button", class: "way" }, words);
  button.addEventListener("click", () => {
    const place = document.querySelector(to);
    if (!(place instanceof HTMLElement)) return;
    place.scrollIntoView();
    place.tabIndex = -1; // those who read by ear go on reading there
    place.focus({ preventScroll: true });
  });
  return button;
}
