import assert from "node:assert/strict";
import { Playback } from "../../../frontend/player/playback.js";
import { withFakeTime } from "../fake_time.js";

/** A playback of so many steps that stands at one of them, and what it says from then on. */
function makePlayback(at, steps) {
  const said = { steps: [], drawn: [], playing: [], settled: [], speeds: [] };
  const playback = new Playback();
  playback.follow({
    onStep: (step) => said.steps.push(step),
    onDraw: (step) => said.drawn.push(step),
    onPlaying: (playing, step) => said.playing.push([playing, step]),
    onSettled: (settled) => said.settled.push(settled),
    onSpeed: (factor) => said.speeds.push(factor),
  });
  playback.setSteps(steps);
  playback.setSpeed(1);
  playback.begin(at);
  said.steps.length = said.speeds.length = 0;
  return { playback, said };
}

Deno.test(
  "it begins where it is told, within the picture",
  withFakeTime(() => {
    const begun = (at, steps) => makePlayback(at, steps).playback.step;
    assert.deepEqual([begun(3, 10), begun(null, 10), begun(99, 10), begun(-1, 10), begun(null, 0)], [3, 10, 10, 0, 0]);
  }),
);

Deno.test(
  "another picture opens at its own step, but a race that is played goes on",
  withFakeTime(() => {
    const { playback } = makePlayback(3, 10);
    playback.openAt(7);
    assert.equal(playback.step, 7);
    playback.toggle();
    playback.openAt(2);
    assert.equal(playback.step, 7);
    playback.destroy();
  }),
);

Deno.test(
  "at the end it has no step of its own",
  withFakeTime(() => {
    const { playback } = makePlayback(9, 10);
    assert.equal(playback.stepBeforeEnd, 9);
    playback.toEnd();
    assert.deepEqual([playback.step, playback.stepBeforeEnd], [10, null]);
  }),
);

Deno.test(
  "a move stays within the picture, and is drawn in the next frame",
  withFakeTime(({ frame }) => {
    const { playback, said } = makePlayback(5, 10);
    playback.moveBy(2);
    playback.moveBy(-99);
    playback.moveBy(1);
    assert.deepEqual([said.steps, said.drawn], [[7, 0, 1], []]);
    frame();
    assert.deepEqual(said.drawn, [1]);
    playback.goTo(99);
    assert.equal(playback.step, 10);
  }),
);

Deno.test(
  "it settles when it has been still for 400 ms",
  withFakeTime(({ advance }) => {
    const { playback, said } = makePlayback(5, 10);
    playback.moveBy(1);
    advance(399);
    playback.moveBy(1);
    advance(399);
    assert.deepEqual(said.settled, [false, false]);
    advance(1);
    assert.deepEqual(said.settled, [false, false, true]);
  }),
);

Deno.test(
  "it plays to the end, draws every step it shows, and settles",
  withFakeTime(({ frame, advance }) => {
    const { playback, said } = makePlayback(0, 60);
    playback.toggle();
    assert(playback.playing);
    for (const ms of [0, 250, 250, 500]) frame(ms);
    assert.deepEqual([said.steps, said.drawn], [[15, 30, 60], [15, 30, 60]]);
    assert.deepEqual([said.playing, playback.playing], [[[true, 0], [false, 60]], false]);
    advance(400);
    assert.equal(said.settled.at(-1), true);
  }),
);

Deno.test(
  "it does not settle while it plays",
  withFakeTime(({ frame }) => {
    const { playback, said } = makePlayback(0, 600);
    playback.settleSoon();
    playback.toggle();
    for (let k = 0; k < 60; k += 1) frame(1000 / 60);
    assert(!said.settled.includes(true));
  }),
);

Deno.test(
  "at the end, playing begins at the start",
  withFakeTime(({ frame }) => {
    const { playback, said } = makePlayback(null, 60);
    playback.toggle();
    frame();
    frame(500);
    assert.deepEqual([said.steps, said.drawn], [[0, 30], [0, 30]]);
  }),
);

Deno.test(
  "a picture of no steps does not play",
  withFakeTime(() => {
    const { playback, said } = makePlayback(null, 0);
    playback.toggle();
    assert.deepEqual([playback.playing, said.playing], [false, []]);
  }),
);

Deno.test(
  "a move ends the playing, and so does another press",
  withFakeTime(({ frame }) => {
    for (const end of [(playback) => playback.moveBy(1), (playback) => playback.toggle()]) {
      const { playback, said } = makePlayback(0, 60);
      playback.toggle();
      frame();
      end(playback);
      assert.deepEqual([playback.playing, said.playing], [false, [[true, 0], [false, 0]]]);
    }
  }),
);

Deno.test(
  "in a picture of another length the end stays the end, and a step stays itself while there is one",
  withFakeTime(() => {
    const fitted = (at, steps) => {
      const { playback } = makePlayback(at, 10);
      playback.fit(steps);
      return playback.step;
    };
    assert.deepEqual([fitted(null, 20), fitted(null, 5), fitted(4, 20), fitted(4, 3)], [20, 5, 4, 3]);
  }),
);

Deno.test(
  "playing goes on in a picture of another length",
  withFakeTime(({ frame }) => {
    const { playback } = makePlayback(0, 60);
    playback.toggle();
    frame();
    frame(500);
    playback.fit(600);
    frame(1000);
    frame(500);
    assert.deepEqual([playback.playing, playback.step], [true, 60]);
  }),
);

Deno.test(
  "its speed is known and reported",
  withFakeTime(({ frame }) => {
    const { playback, said } = makePlayback(0, 600);
    playback.setSpeed(4);
    playback.toggle();
    frame();
    frame(250);
    assert.deepEqual([playback.speed, playback.step, said.speeds], [4, 60, [4]]);
  }),
);

Deno.test(
  "without a speed of its own a race takes ten seconds, however long it is",
  withFakeTime(({ frame }) => {
    for (const steps of [30, 600, 3000]) {
      const { playback, said } = makePlayback(0, steps);
      playback.setSpeed(null);
      playback.toggle();
      frame();
      frame(5000);
      assert.deepEqual([playback.speed, playback.step, said.speeds], [null, steps / 2, [null]]);
      playback.fit(2 * steps);
      frame();
      frame(5000);
      assert.equal(playback.step, Math.min(1.5 * steps, steps / 2 + 2400));
      playback.destroy();
    }
  }),
);

Deno.test(
  "after its end nothing is drawn and nothing settles",
  withFakeTime(({ frame }) => {
    const { playback, said } = makePlayback(0, 60);
    playback.goTo(5);
    playback.toggle();
    said.settled.length = 0;
    playback.destroy();
    frame(1000);
    assert.deepEqual([said.drawn, said.settled], [[], []]);
  }),
);
