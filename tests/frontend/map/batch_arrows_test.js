import { equal } from "node:assert/strict";
import { ofExamples } from "../../../frontend/map/batch_arrows.js";

Deno.test("it is said how many of the examples have an arrow", () => {
  equal(ofExamples(7, 7), "\u2212g of each of the 7 examples");
  equal(ofExamples(32, 200), "\u2212g of 32 of the 200 examples");
  equal(ofExamples(1, 1), "\u2212g of the one example");
});
