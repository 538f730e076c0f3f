import { equal } from "node:assert/strict";
import { beginsOrEnds } from "../../../frontend/player/hand.js";

Deno.test("a change begins with the first move of a hand and ends when it lets go; a click is both", () => {
  equal(beginsOrEnds(false, false), true, "the first move");
  equal(beginsOrEnds(true, false), false, "on the way, or put back");
  equal(beginsOrEnds(true, true), true, "it lets go");
  equal(beginsOrEnds(false, true), true, "a click");
});
