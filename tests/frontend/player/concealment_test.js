import { deepEqual, equal } from "node:assert/strict";
import { Flag } from "../../../frontend/host/flag.js";
import { Concealment } from "../../../frontend/player/concealment.js";
import { runThrough } from "../paths/fakes.js";

const POINTS = Array.from({ length: 11 }, (_, k) => [k, -k]);

/** A race of ten steps. @returns {any} */
const race = (predict = true) => ({
  predict,
  steps: 10,
  runs: [runThrough(POINTS, { blob: { header: { lines: [] }, arrays: {} } })],
});

/** A concealment, and what it has asked of playback and question. */
function concealment({ isOpen = false } = {}) {
  const [reveal, done] = [new Flag(), []];
  const playback = {
    begin: (step) => done.push(["begin", step]),
    goTo: (step) => done.push(["goTo", step]),
    toEnd: () => done.push(["toEnd"]),
  };
  const questioner = { isOpen, reveal: () => done.push(["reveal"]) };
  return { made: new Concealment(playback, questioner, reveal, () => {}), reveal, done };
}

Deno.test("while a question is open, a race has its start alone, and to reveal answers the question", () => {
  const { made, done, reveal } = concealment({ isOpen: true });
  equal(made.conceals(race(false)), true);
  equal(made.shownOf(race(false)).runs[0].x.length, 1);
  made.toggle(race(false));
  deepEqual([done, reveal.on], [[["reveal"]], false]);
});

Deno.test("results are revealed at the end of the race, and hidden again where they are predicted from", () => {
  const { made, done, reveal } = concealment();
  deepEqual(made.begun(race(), { step: 3 }), { step: 3 });
  made.toggle(race());
  deepEqual([reveal.on, made.conceals(race())], [true, false]);
  made.toggle(race());
  deepEqual([reveal.on, made.conceals(race())], [false, true]);
  deepEqual(done, [["begin", 3], ["toEnd"], ["goTo", 3]]);
});

Deno.test("a race whose results are not hidden is shown in the view of its link, and has nothing to reveal", () => {
  const { made, done, reveal } = concealment();
  deepEqual(made.begun(race(false), { step: null }), { step: null });
  made.toggle(race(false));
  deepEqual([done, reveal.on, made.conceals(race(false))], [[], false, false]);
});
