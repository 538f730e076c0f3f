import assert from "node:assert/strict";
import { QUESTION_KINDS } from "../../../frontend/controls/question_kinds.js";
import { distanceOff, endOf } from "../../../frontend/controls/verdict.js";

const verdict = (asked, runs, prediction) => QUESTION_KINDS[asked.kind].verdict(asked, runs, prediction);
const lesson = (own) => /** @type {any} */ ({ asked: "a", own: true, words: "Who?", why: "So.", ...own });
const run = (id, label, x, y) => ({ id, label, x: Float64Array.from(x), y: Float64Array.from(y) });
const RUNS = /** @type {any} */ ([
  run("0", "SGD", [0, 3], [0, 4]),
  run("1", "Adam", [0, 1], [0, 1]),
  run("2", "RMSprop", [0], [0]),
]);

Deno.test("of a choice it is said what is right, and what was said", () => {
  const choice = lesson({ kind: "choice", options: ["Both", "SGD alone", "Neither"], answer: 1 });
  assert.equal(verdict(choice, RUNS, 1), "That is right: SGD alone.");
  assert.equal(verdict(choice, RUNS, 0), "You said: Both. The answer is: SGD alone.");
  assert.equal(verdict(choice, RUNS, null), "The answer is: SGD alone.");
});

Deno.test("of an order it is said how many are placed correctly", () => {
  const order = lesson({ kind: "order", answer: ["1", "0", "2"] });
  assert.equal(verdict(order, RUNS, ["1", "0", "2"]), "That is the right order: Adam; SGD; RMSprop.");
  assert.equal(
    verdict(order, RUNS, ["0", "1", "2"]),
    "You placed 1 of 3 correctly. The order is: Adam; SGD; RMSprop.",
  );
  assert.equal(verdict(order, RUNS, null), "The order is: Adam; SGD; RMSprop.");
});

Deno.test("of a pin it is said how far it is from where the path ends", () => {
  const pin = lesson({ kind: "pin", answer: "0" });
  assert.equal(verdict(pin, RUNS, [0, 0]), "Your pin is 5 away from where SGD ends: (3, 4).");
  assert.equal(verdict(pin, RUNS, null), "SGD ends at (3, 4).");
  assert.deepEqual(endOf(RUNS[0]), [3, 4]);
  assert.equal(distanceOff([3, 3], RUNS[0]), 1);
});
