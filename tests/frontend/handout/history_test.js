import { deepEqual } from "node:assert/strict";
import { PictureHistory } from "../../../frontend/handout/history.js";

/** A history of pictures that are words, and what it has shown. */
function historyOf(...pictures) {
  const shown = [];
  const history = new PictureHistory((picture) => {
    shown.push(picture);
    history.take(picture); // as a player reports it
  });
  for (const picture of pictures) {
    history.take(/** @type {any} */ (picture));
    history.part();
  }
  return { history, shown };
}

Deno.test("changes are undone one after another, and redone", () => {
  const { history, shown } = historyOf("first", "second", "third");
  for (const step of ["undo", "undo", "undo", "redo", "redo", "redo"]) history[step]();
  deepEqual(shown, ["second", "first", "second", "third"], "and no farther");
  history.part();
});

Deno.test("pictures on the way of one change are none of their own", () => {
  const { history, shown } = historyOf("first");
  for (const picture of ["on the way", "farther", "there"]) history.take(/** @type {any} */ (picture));
  history.undo();
  history.redo();
  deepEqual(shown, ["first", "there"]);
  history.part();
});

Deno.test("what comes after an undo replaces what was undone", () => {
  const { history, shown } = historyOf("first", "second");
  history.undo();
  history.take(/** @type {any} */ ("another"));
  history.undo();
  history.redo();
  history.redo();
  deepEqual(shown, ["first", "first", "another"]);
  history.part();
});
