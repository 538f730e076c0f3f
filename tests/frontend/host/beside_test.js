import { equal } from "node:assert/strict";
import { asEntered, Beside } from "../../../frontend/host/beside.js";

/** An entry that React has filled, or another that has the focus. @returns {any} */
function fakeEntry(value, { attribute = value, focus = false } = {}) {
  const entry = { value, attribute, getAttribute: () => entry.attribute, ownerDocument: { activeElement: null } };
  if (focus) entry.ownerDocument.activeElement = entry;
  return entry;
}

/** What says values in entries, with frames that end when they are told to. */
function saying() {
  const [frames, now] = [[], { isMoving: true }];
  Object.assign(globalThis, {
    requestAnimationFrame: (then) => frames.push(then),
    cancelAnimationFrame: () => frames.splice(0),
  });
  const endFrame = () => frames.splice(0).forEach((then) => then());
  return { beside: new Beside(() => now.isMoving), now, endFrame };
}

Deno.test("an entry says what its slider has, whatever is written over it, until the server has answered", () => {
  const [{ beside, now, endFrame }, entry] = [saying(), fakeEntry("0.2")];
  beside.say(entry, 0.013);
  equal(entry.value, "0.013");
  entry.value = "0.2"; // React draws it again
  endFrame();
  equal(entry.value, "0.013");
  now.isMoving = false;
  [entry.value, entry.attribute] = ["0.0125", "0.0125"]; // the server has it otherwise
  endFrame();
  equal(entry.value, "0.0125");
});

Deno.test("an entry that the server leaves alone has its value again", () => {
  const [{ beside, now, endFrame }, entry] = [saying(), fakeEntry("0.2")];
  beside.say(entry, 0.013);
  now.isMoving = false;
  endFrame();
  equal(entry.value, "0.2");
});

Deno.test("an entry that is typed in, or kept in another way, is left alone", () => {
  const { beside } = saying();
  for (const entry of [fakeEntry("0.2", { focus: true }), fakeEntry("0.2", { attribute: "0.1" })]) {
    beside.say(entry, 0.013);
    equal(entry.value, "0.2");
  }
});

Deno.test("values are written as Streamlit writes them", () => {
  equal([0.1 + 0.2, 1e-8, 5000].map(asEntered).join(), "0.3,1e-8,5000");
});
