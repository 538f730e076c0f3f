import assert from "node:assert/strict";
import { ViewReporter } from "../../../frontend/host/view_reporter.js";
import { withFakeTime } from "../fake_time.js";

/** A reporter of a view that a test changes, and what it has reported. */
function makeReporter() {
  const inside = {};
  const ownerDocument = new EventTarget();
  const root = /** @type {any} */ ({ ownerDocument, contains: (target) => target === inside });
  const state = { view: { step: 1 }, isMoving: false };
  const reported = [];
  const reporter = new ViewReporter(root, {
    read: (moving) => (state.isMoving && !moving ? null : state.view),
    report: (view) => reported.push(view.step),
  });
  const click = (target) => {
    const event = new Event("click");
    Object.defineProperty(event, "target", { value: target });
    ownerDocument.dispatchEvent(event);
  };
  return { state, reporter, reported, clickInside: () => click(inside), clickBeside: () => click({}) };
}

Deno.test(
  "a view is reported once it has rested",
  withFakeTime(({ advance }) => {
    const { reporter, reported } = makeReporter();
    reporter.reportSoon();
    advance(200);
    reporter.reportSoon();
    advance(299);
    assert.deepEqual(reported, []);
    advance(1);
    assert.deepEqual(reported, [1]);
  }),
);

Deno.test(
  "the same view is not reported twice",
  withFakeTime(({ advance }) => {
    const { state, reporter, reported } = makeReporter();
    for (const step of [1, 1, 2, 1]) {
      state.view = { step };
      reporter.reportSoon();
      advance(300);
    }
    assert.deepEqual(reported, [1, 2, 1]);
  }),
);

Deno.test(
  "a view that the page knows is not reported",
  withFakeTime(({ advance }) => {
    const { reporter, reported } = makeReporter();
    reporter.reportSoon();
    reporter.markKnown();
    advance(300);
    reporter.reportSoon();
    advance(300);
    assert.deepEqual(reported, []);
  }),
);

Deno.test(
  "a view that moves is reported by a click beside the player only",
  withFakeTime(({ advance }) => {
    const { state, reporter, reported, clickInside, clickBeside } = makeReporter();
    state.isMoving = true;
    reporter.reportSoon();
    advance(300);
    clickInside();
    assert.deepEqual(reported, []);
    clickBeside();
    assert.deepEqual(reported, [1]);
  }),
);

Deno.test(
  "after its end nothing is reported",
  withFakeTime(({ advance }) => {
    const { reporter, reported, clickBeside } = makeReporter();
    reporter.reportSoon();
    reporter.destroy();
    advance(300);
    clickBeside();
    assert.deepEqual(reported, []);
  }),
);
