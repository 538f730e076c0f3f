import { equal } from "node:assert/strict";
import { askedBy, Typing } from "../../../frontend/host/undo_keys.js";

const press = (key, held = {}) => askedBy(/** @type {any} */ ({ key, ctrlKey: false, metaKey: false, ...held }));

Deno.test("Ctrl or Cmd with Z undoes, with Shift or as Ctrl+Y it redoes", () => {
  equal(press("z", { ctrlKey: true }), "undo");
  equal(press("z", { metaKey: true }), "undo");
  equal(press("Z", { ctrlKey: true, shiftKey: true }), "redo");
  equal(press("y", { ctrlKey: true }), "redo");
});

Deno.test("other keys ask for nothing", () => {
  equal(press("z"), null);
  equal(press("z", { ctrlKey: true, altKey: true }), null);
  equal(press("y", { metaKey: true }), null, "a browser's history, on a Mac");
  equal(press("x", { ctrlKey: true }), null);
});

/** An element that matches a selector if that names one of its own. @returns {any} */
const fakeInput = (type, attributes = {}) => ({
  matches: (selector) =>
    selector.split(", ").some((each) => each === `input[type='${type}']` || each.startsWith("input:not(")),
  getAttribute: (name) => attributes[name] ?? null,
});

Deno.test("an entry is typed in until its number is entered: then its value can be undone", () => {
  const [typing, entry] = [new Typing(), fakeInput("number")];
  equal(typing.isIn(entry), false, "nothing has been typed");
  typing.note({ type: "input", target: entry, inputType: "insertText" });
  equal(typing.isIn(entry), true);
  equal(typing.isIn(fakeInput("number")), false, "it is another entry");
  typing.note({ type: "keydown", target: entry, key: "7" });
  equal(typing.isIn(entry), true);
  typing.note({ type: "keydown", target: entry, key: "Enter" });
  equal(typing.isIn(entry), false);
});

Deno.test("what arrows change, and what is left, holds at once", () => {
  const [typing, entry] = [new Typing(), fakeInput("number")];
  for (const after of [{ type: "keydown", key: "ArrowUp" }, { type: "input" }, { type: "change" }]) {
    typing.note({ type: "input", target: entry, inputType: "deleteContentBackward" });
    typing.note({ target: entry, ...after });
    equal(typing.isIn(entry), false, JSON.stringify(after));
  }
});

Deno.test("a refused number, and any other text, is the browser's to undo", () => {
  const typing = new Typing();
  equal(typing.isIn(fakeInput("number", { "aria-invalid": "true" })), true);
  equal(typing.isIn(fakeInput("text")), true);
});
