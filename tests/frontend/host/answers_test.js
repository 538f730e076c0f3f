import { deepEqual, equal } from "node:assert/strict";
import { Answers } from "../../../frontend/host/answers.js";

Deno.test("a question is awaited until it is answered, and again when it is asked again", () => {
  const answers = new Answers();
  equal(answers.isAwaited({ asked: "ravine 1" }), true);
  answers.give("ravine 1");
  equal(answers.isAwaited({ asked: "ravine 1" }), false);
  equal(answers.isAwaited({ asked: "ravine 2" }), true, "the page has been reset");
});

Deno.test("nothing is awaited where nothing is asked", () => {
  const answers = new Answers();
  deepEqual([null, undefined, { asked: null }].map((lesson) => answers.isAwaited(lesson)), [false, false, false]);
});

Deno.test("whoever listens hears of every answer, until it stops", () => {
  const answers = new Answers();
  let heard = 0;
  const stop = answers.listen(() => heard += 1);
  answers.give("ravine 1");
  stop();
  answers.give("ravine 2");
  equal(heard, 1);
});
