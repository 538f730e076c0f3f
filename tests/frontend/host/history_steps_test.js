import { deepEqual } from "node:assert/strict";
import { Flag } from "../../../frontend/host/flag.js";
import { HistorySteps } from "../../../frontend/host/history_steps.js";

/** Steps that are written down. */
function steps() {
  const [taken, ahead] = [[], new Flag()];
  const history = new HistorySteps({ undo: () => taken.push("undo"), redo: () => taken.push("redo") }, ahead);
  return { taken, ahead, history };
}

Deno.test("what is shown as the server has it is undone at once", () => {
  const { taken, history } = steps();
  history.undo();
  history.redo();
  deepEqual(taken, ["undo", "redo"]);
  history.destroy();
});

Deno.test("a change that is on its way is waited for, and then undone once", () => {
  const { taken, ahead, history } = steps();
  ahead.set(true);
  history.undo();
  history.undo();
  deepEqual(taken, []);
  ahead.set(false);
  deepEqual(taken, ["undo"]);
  ahead.set(true);
  ahead.set(false);
  deepEqual(taken, ["undo"], "nothing more was asked for");
  history.destroy();
});

Deno.test("nothing is undone once the player is gone", () => {
  const { taken, ahead, history } = steps();
  ahead.set(true);
  history.undo();
  history.destroy();
  ahead.set(false);
  deepEqual(taken, []);
});
