import assert from "node:assert/strict";
import { Clock } from "../../../frontend/player/clock.js";
import { withFakeTime } from "../fake_time.js";

const FRAME_MS = 1000 / 60;

/** A clock and what it has said: the steps, and "stop". */
function makeClock() {
  const said = [];
  return { said, clock: new Clock({ onStep: (step) => said.push(step), onStop: () => said.push("stop") }) };
}

Deno.test(
  "sixty steps are due in a second, and the last one stops it",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(0, 60);
    frame(); // from here on time counts
    frame(500);
    assert.deepEqual([said, clock.playing], [[30], true]);
    frame(500);
    assert.deepEqual([said, clock.playing], [[30, 60, "stop"], false]);
  }),
);

Deno.test(
  "frames that come a hair early or late skip no step",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(0, 100);
    frame();
    for (const jitter of [-2, 3, -3, 2, 0]) frame(FRAME_MS + jitter);
    assert.deepEqual(said, [1, 2, 3, 4, 5]);
  }),
);

Deno.test(
  "a slow clock shows a step more than once, and says it once",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.setSpeed(0.25);
    clock.play(3, 10);
    frame();
    for (let k = 0; k < 8; k += 1) frame(FRAME_MS);
    assert.deepEqual(said, [4, 5]);
  }),
);

Deno.test(
  "a change of speed does not jump",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(0, 1000);
    frame();
    frame(1000);
    clock.setSpeed(8);
    frame(500); // the first frame after a change only says when time begins
    frame(250);
    assert.deepEqual(said, [60, 180]);
  }),
);

Deno.test(
  "a pause stops it without a word, and it plays on from where it is told",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(0, 100);
    frame();
    frame(100);
    clock.pause();
    frame(1000);
    assert.deepEqual([said, clock.playing], [[6], false]);
    clock.play(50, 100);
    frame(1000);
    frame(100);
    assert.deepEqual(said, [6, 56]);
  }),
);

Deno.test(
  "asked twice to play, it does not run twice as fast",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(0, 100);
    clock.play(10, 100);
    frame();
    frame(100);
    assert.deepEqual(said, [16]);
  }),
);

Deno.test(
  "with nothing to play it stops at the next frame",
  withFakeTime(({ frame }) => {
    const { clock, said } = makeClock();
    clock.play(5, 5);
    frame();
    assert.deepEqual([said, clock.playing], [["stop"], false]);
  }),
);
