import { equal } from "node:assert/strict";
import { pasted } from "../../../frontend/host/decimal_comma.js";

Deno.test("a decimal comma, a true minus and a power of ten are pasted as a browser reads them", () => {
  const pairs = [
    ["0,05", "0.05"],
    ["+0,05", "0.05"],
    [" -0,5 ", "-0.5"],
    ["−4.53", "-4.53"],
    ["−0,5", "-0.5"],
    [
      "3.5\u00a0·\u00a010⁻⁵",
      "0.000035",
    ],
    ["10⁻⁸", "1e-8"],
    ["1,5e-3", "0.0015"],
  ];
  for (const [text, number] of pairs) equal(pasted(text), number, text);
});

Deno.test("everything else is left to the browser", () => {
  for (const text of ["0.05", "-2", "1e-8", "", "abc", "1,2,3", "1.5,2", ","]) equal(pasted(text), null, text);
});
