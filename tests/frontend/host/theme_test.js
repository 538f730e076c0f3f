import assert from "node:assert/strict";
import { themeOf } from "../../../frontend/host/theme.js";

const page =
  /** @type {any} */ ({ dark: true, size: 16, casing: "#fff", ring: "#123", font: "Some font", text: "#000" });

Deno.test("a theme for stills has the size, and the colours of light or dark", () => {
  const [light, dark] = [false, true].map((isDark) => themeOf(isDark, 24, page));
  assert.deepEqual([light.dark, dark.dark, light.size], [false, true, 24]);
  for (const name of ["background", "text", "contour", "mark", "quiet", "level", "box", "grid"]) {
    assert.notEqual(light[name], dark[name]);
  }
  assert.equal(new Set([...light.heights, ...dark.heights]).size, 8);
});

Deno.test("what a path looks like is taken from the page, its font only if an image can have it", () => {
  assert.equal(themeOf(false, 24, page, "Some font").font, "Some font");
  const { casing, ring, font } = themeOf(false, 24, page);
  assert.deepEqual([casing, ring], ["#fff", "#123"]);
  assert.doesNotMatch(font, /Some font/);
});
