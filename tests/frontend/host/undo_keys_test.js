import { equal } from "node:assert/strict";
import { askedBy } from "../../../frontend/host/undo_keys.js";

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
