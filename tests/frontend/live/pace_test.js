import assert from "node:assert/strict";
import { Pace } from "../../../frontend/live/pace.js";

Deno.test("what comes first in a frame is drawn at once, what follows once when it ends", () => {
  const frames = [];
  Object.assign(globalThis, { requestAnimationFrame: (then) => frames.push(then), cancelAnimationFrame() {} });
  let drawn = 0;
  const pace = new Pace(() => {
    drawn += 1;
  });
  for (let k = 0; k < 5; k += 1) pace.soon();
  assert.equal(drawn, 1);
  frames.shift()();
  assert.equal(drawn, 2);
  frames.shift()();
  assert.deepEqual([drawn, frames.length], [2, 0]);
});

Deno.test("nothing is drawn once the page has gone", () => {
  const asked = new Map();
  Object.assign(globalThis, {
    requestAnimationFrame: (then) => asked.set(asked.size + 1, then).size,
    cancelAnimationFrame: (number) => asked.delete(number),
  });
  const pace = new Pace(() => {});
  pace.soon();
  assert.equal(asked.size, 1);
  pace.destroy();
  assert.equal(asked.size, 0);
});
