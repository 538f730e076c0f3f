import { strictEqual } from "node:assert";
import { KeptInSight, wayIntoSight } from "../../../frontend/player/kept_in_sight.js";

const PHONE = { top: 0, height: 800 };

Deno.test("what is in sight stays where it is", () => {
  strictEqual(wayIntoSight({ top: 100, height: 240 }, PHONE, 600), 0);
  strictEqual(wayIntoSight({ top: -60, height: 240 }, PHONE, 600), 0);
});

Deno.test("what has been scrolled away comes to the edge that is farther from the hand", () => {
  strictEqual(wayIntoSight({ top: -900, height: 240 }, PHONE, 600), 908);
  strictEqual(wayIntoSight({ top: -900, height: 240 }, PHONE, 120), 900 + 800 - 8 - 240);
});

Deno.test("a keyboard on the screen leaves less of the window", () => {
  strictEqual(wayIntoSight({ top: -900, height: 240 }, { top: 50, height: 420 }, 400), 900 + 50 + 8);
});

Deno.test("what would cover most of the window stays away, and so does what is not there", () => {
  strictEqual(wayIntoSight({ top: -900, height: 600 }, PHONE, 600), 0);
  strictEqual(wayIntoSight({ top: -900, height: 0 }, PHONE, 600), 0);
});

Deno.test("what is in sight is not measured, nor what the layout does not show", () => {
  let tell = (_entries) => {};
  class IntersectionObserver {
    constructor(then) {
      tell = then;
    }
    observe() {}
    disconnect() {}
  }
  const document = { activeElement: { getBoundingClientRect: () => ({ top: 600, bottom: 600 }) } };
  Object.assign(globalThis, { IntersectionObserver, document, innerHeight: 800, visualViewport: undefined });
  let measured = 0;
  const map = { style: { translate: "" }, getBoundingClientRect: () => (measured += 1, { top: -900, height: 240 }) };
  const place = { classList: { toggle() {} } };
  const kept = new KeptInSight(/** @type {any} */ (map), /** @type {any} */ (place));
  kept.hold();
  strictEqual(measured, 0);
  tell([{ intersectionRatio: 0, boundingClientRect: { height: 0 } }]);
  kept.hold();
  strictEqual(measured, 0);
  tell([{ intersectionRatio: 0, boundingClientRect: { height: 240 } }]);
  kept.hold();
  strictEqual(map.style.translate, "0 908px");
  kept.destroy();
});
