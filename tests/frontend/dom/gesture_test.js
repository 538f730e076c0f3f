import assert from "node:assert/strict";
import { readGesture } from "../../../frontend/dom/gesture.js";
import { withFakeTime } from "../fake_time.js";

/** An element that hears pointers, with a note of what they meant; `isZoomed` is what a double click ends. */
function makeTarget(time, isZoomed) {
  const target = /** @type {any} */ (new EventTarget());
  target.ownerDocument = { defaultView: new EventTarget() };
  const said = [];
  const stop = readGesture(target, {
    onClick: ({ clientX }) => said.push(`click at ${clientX}`),
    onDouble: () => said.push("double"),
    doubleMeans: () => isZoomed,
  });
  const send = (to, type, x, more) => {
    const event = Object.assign(new Event(type), {
      button: 0,
      isPrimary: true,
      shiftKey: false,
      clientX: x,
      clientY: 0,
    });
    Object.defineProperty(event, "timeStamp", { value: time.now() });
    to.dispatchEvent(Object.assign(event, more));
  };
  const view = target.ownerDocument.defaultView;
  return {
    said,
    stop,
    press: (x, more = {}) => send(target, "pointerdown", x, more),
    release: (x, more = {}) => send(view, "pointerup", x, more),
    cancel: () => send(view, "pointercancel", 0, {}),
    click(x) {
      this.press(x);
      this.release(x);
    },
  };
}

/** @param {string} name @param {boolean} isZoomed @param {(target: any, time: any) => void} check */
const gesture = (name, isZoomed, check) =>
  Deno.test(name, withFakeTime((time) => check(makeTarget(time, isZoomed), time)));

gesture("a click is one at once where a double click means nothing", false, (target) => {
  target.click(10);
  assert.deepEqual(target.said, ["click at 10"]);
});

gesture("the second click of a double click that means nothing is none", false, (target, time) => {
  target.click(10);
  time.advance(200);
  target.click(12);
  assert.deepEqual(target.said, ["click at 10"]);
});

gesture("a pointer may wander a little in a click", false, (target) => {
  target.press(10);
  target.release(14);
  assert.deepEqual(target.said, ["click at 14"]);
});

gesture("a drag is no click", false, (target) => {
  target.press(10);
  target.release(15);
  assert.deepEqual(target.said, []);
});

gesture("other buttons, other fingers and the Shift key mean no click", false, (target) => {
  for (const more of [{ button: 2 }, { isPrimary: false }, { shiftKey: true }]) {
    target.press(10, more);
    target.release(10, more);
  }
  assert.deepEqual(target.said, []);
});

gesture("a press that the browser takes over is no click", false, (target) => {
  target.press(10);
  target.cancel();
  target.release(10);
  assert.deepEqual(target.said, []);
});

gesture("a click waits until it can no longer be half of a double click", true, (target, time) => {
  target.click(10);
  time.advance(299);
  assert.deepEqual(target.said, []);
  time.advance(1);
  assert.deepEqual(target.said, ["click at 10"]);
});

gesture("two clicks at one place are a double click, and no click", true, (target, time) => {
  target.click(10);
  time.advance(200);
  target.click(12);
  time.advance(1000);
  assert.deepEqual(target.said, ["double"]);
});

gesture("two clicks at two places are two", true, (target, time) => {
  target.click(10);
  time.advance(400);
  target.click(90);
  time.advance(400);
  assert.deepEqual(target.said, ["click at 10", "click at 90"]);
});

gesture("a third click begins anew", true, (target, time) => {
  for (const x of [10, 10, 10]) target.click(x);
  time.advance(1000);
  assert.deepEqual(target.said, ["double", "click at 10"]);
});

gesture("after its end nothing is read, not even a click that waits", true, (target, time) => {
  target.click(10);
  target.stop();
  target.click(10);
  time.advance(1000);
  assert.deepEqual(target.said, []);
});
