import { equal } from "node:assert/strict";
import { copyOnPress } from "../../../frontend/handout/copy.js";
import { withFakeTime } from "../fake_time.js";

/** A button beside a link, and what pressing it does. @param {boolean} hasClipboard */
function makeButton(hasClipboard) {
  const found = { copied: "", selected: null };
  const clipboard = hasClipboard ? { writeText: (text) => void (found.copied = text) } : undefined;
  Object.defineProperty(navigator, "clipboard", { value: clipboard, configurable: true });
  Object.assign(globalThis, { getSelection: () => ({ selectAllChildren: (node) => found.selected = node }) });
  const source = /** @type {any} */ ({ textContent: "https://downhill.example/?v=1" });
  let press = async () => {};
  const button = /** @type {any} */ ({ textContent: "Copy", addEventListener: (_, listener) => press = listener });
  copyOnPress(button, source);
  return { button, source, found, press: () => press() };
}

Deno.test(
  "the link is copied, and the button says so for a moment",
  withFakeTime(async ({ advance }) => {
    const { button, source, found, press } = makeButton(true);
    await press();
    equal(found.copied, source.textContent);
    equal(button.textContent, "Copied");
    advance(2000);
    equal(button.textContent, "Copy");
  }),
);

Deno.test(
  "without a clipboard, as from a disk, the link is selected",
  withFakeTime(async () => {
    const { button, source, found, press } = makeButton(false);
    await press();
    equal(found.selected, source);
    equal(button.textContent, "Selected: press Ctrl+C");
  }),
);
