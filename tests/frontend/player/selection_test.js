import assert from "node:assert/strict";
import { Selection } from "../../../frontend/player/selection.js";

const RUNS = [{ id: "a", slot: 0 }, { id: "b", slot: 3 }, { id: "c", slot: 5 }];

Deno.test("the first contender is in focus where nobody was chosen", () => {
  const selection = new Selection();
  assert.deepEqual([selection.focus(RUNS), selection.slot(RUNS)], ["a", null]);
});

Deno.test("the chosen one is in focus while it takes part, and again when it comes back", () => {
  const selection = new Selection();
  selection.setFocus("b");
  assert.deepEqual([selection.focus(RUNS), selection.slot(RUNS)], ["b", 3]);
  const others = RUNS.filter(({ id }) => id !== "b");
  assert.deepEqual([selection.focus(others), selection.slot(others)], ["a", null]);
  assert.equal(selection.focused(RUNS), RUNS[1]);
});

Deno.test("a slot chooses its contender, and none where it has none", () => {
  const selection = new Selection();
  selection.setSlot(RUNS, 5);
  assert.equal(selection.focus(RUNS), "c");
  selection.setSlot(RUNS, 4);
  assert.deepEqual([selection.focus(RUNS), selection.slot(RUNS)], ["a", null]);
  selection.setSlot(RUNS, 3);
  selection.setSlot(RUNS, null);
  assert.equal(selection.slot(RUNS), null);
});

Deno.test("among nobody, nobody is in focus", () => {
  const selection = new Selection();
  selection.setFocus("a");
  assert.deepEqual([selection.focused([]), selection.focus([]), selection.slot([])], [null, null, null]);
});

Deno.test("a contender is hidden, and shown again", () => {
  const selection = new Selection();
  selection.toggle("b");
  assert.deepEqual([...selection.hidden], ["b"]);
  selection.toggle("b");
  assert.deepEqual([...selection.hidden], []);
});

Deno.test("one is shown alone, and then all again", () => {
  const selection = new Selection();
  selection.toggle("b");
  selection.isolate("b", RUNS);
  assert.deepEqual([...selection.hidden], ["a", "c"]);
  selection.isolate("b", RUNS);
  assert.deepEqual([...selection.hidden], []);
});

Deno.test("the set of the hidden is replaced, never changed", () => {
  const selection = new Selection();
  const changes = [() => selection.toggle("b"), () => selection.toggle("b"), () => selection.isolate("a", RUNS)];
  for (const change of changes) {
    const before = selection.hidden;
    const ids = [...before];
    change();
    assert.notEqual(selection.hidden, before);
    assert.deepEqual([...before], ids);
  }
});

Deno.test("who is alone in the race is never hidden by that", () => {
  const selection = new Selection();
  selection.isolate("a", RUNS.slice(0, 1));
  assert.deepEqual([...selection.hidden], []);
});
