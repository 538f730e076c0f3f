import assert from "node:assert/strict";
import { LostParts } from "../../../frontend/host/lost_parts.js";
import { withFakeTime } from "../fake_time.js";

/** A page, how often it was loaded again, and the state of what it depends on. @param {{isAgain?: boolean, now?: () => number}} [page] */
function page({ isAgain = false, now = () => 0 } = {}) {
  const state = { loads: 0, isFree: true };
  const parts = new LostParts({
    age: now,
    isAgain,
    isFree: () => Promise.resolve(state.isFree),
    reload: () => state.loads += 1,
  });
  return { parts, state };
}

/** Lets time pass, and what is promised come true. */
async function pass(time, ms) {
  time.advance(ms);
  await Promise.resolve();
  await Promise.resolve();
}

Deno.test(
  "a page that lacks nothing is never loaded again",
  withFakeTime(async (time) => {
    const { parts, state } = page();
    parts.see(true);
    await pass(time, 600_000);
    assert.equal(state.loads, 0);
  }),
);

Deno.test(
  "a page that has lost a part is loaded again when the server is back and its script has ended",
  withFakeTime(async (time) => {
    const { parts, state } = page();
    parts.see(true);
    parts.lose();
    parts.see(false);
    await pass(time, 10_000);
    assert.equal(state.loads, 0);
    parts.see(true);
    await pass(time, 1_000);
    assert.equal(state.loads, 1);
  }),
);

Deno.test(
  "it waits while a hand moves something, or nobody answers",
  withFakeTime(async (time) => {
    const { parts, state } = page();
    state.isFree = false;
    parts.lose();
    parts.see(true);
    await pass(time, 1_000);
    assert.equal(state.loads, 0);
    state.isFree = true;
    await pass(time, 1_000);
    assert.equal(state.loads, 1);
  }),
);

Deno.test(
  "what is missing for good loads the page again once a minute at most",
  withFakeTime(async (time) => {
    const { parts, state } = page({ isAgain: true, now: time.now });
    parts.lose();
    parts.see(true);
    await pass(time, 50_000);
    assert.equal(state.loads, 0);
    await pass(time, 10_000);
    assert.equal(state.loads, 1);
  }),
);
