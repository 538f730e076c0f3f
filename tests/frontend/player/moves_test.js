import { deepEqual } from "node:assert/strict";
import { movesUnlessAsked } from "../../../frontend/player/moves.js";

/** What is done by moves, in turn, beside a question that is open or not. */
function done(isOpen, isPresentation, ...moves) {
  const acts = [];
  const note = (name) => (...args) => acts.push([name, ...args].join(" "));
  const playback = { step: 0, ...Object.fromEntries(["goTo", "moveBy", "toggle", "toEnd"].map((n) => [n, note(n)])) };
  const moving = movesUnlessAsked(/** @type {any} */ (playback), { isOpen, reveal: note("reveal") }, isPresentation);
  for (const [name, ...args] of moves) moving[name](...args);
  return acts;
}

const BACK = [["moveBy", -1], ["goTo", 0]];
const ON = [["moveBy", 1], ["goTo", 7], ["toggle"], ["toEnd"]];

Deno.test("without a question every move is made", () => {
  deepEqual(done(false, true, ...BACK, ...ON), ["moveBy -1", "goTo 0", "moveBy 1", "goTo 7", "toggle", "toEnd"]);
});

Deno.test("a question holds back every move", () => deepEqual(done(true, false, ...BACK, ...ON), []));

Deno.test("to go on in a presentation lets the race answer, to go back does not", () => {
  deepEqual(done(true, true, ...BACK), []);
  deepEqual(done(true, true, ...ON), Array(4).fill("reveal"));
});
