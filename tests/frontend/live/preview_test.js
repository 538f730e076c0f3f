import assert from "node:assert/strict";
import { Preview } from "../../../frontend/live/preview.js";

/** A picture of one run that starts somewhere. @returns {any} */
const picture = (start = [4, 2], rate = 0.1) => ({
  surface: { key: "bowl", parameters: {}, window: [[-1, 1], [-1, 1]], levels: [0, 1], identity: "bowl" },
  start,
  steps: 2,
  noise: 0,
  settings: ["Bowl"],
  runs: [{
    id: "0",
    summary: "",
    normal: null,
    terms: {
      rule: "sgd",
      ruleParameters: { learning_rate: rate },
      schedule: "constant",
      scheduleParameters: {},
      start: null,
    },
    blob: { header: {} },
  }],
});

/** A preview of a picture, with kernels that stay where they start, and frames that end when they are told to. */
async function previewOf(first, { isMoving = false, walk = stay } = {}) {
  const frames = [];
  const shown = [];
  const now = { picture: first, isMoving };
  Object.assign(globalThis, {
    downhillKernels: { walk, numbersOf: () => ({}) },
    requestAnimationFrame: (then) => frames.push(then),
    cancelAnimationFrame: () => {},
  });
  const preview = new Preview({
    kernelsUrl: "",
    read: () => now.picture,
    show: ({ start, settings }) => shown.push([start, settings.length === 0]), // words are the server's alone
    isMoving: () => now.isMoving,
  });
  const isLive = await preview.load();
  return { preview, shown, now, isLive, endFrame: () => frames.splice(0).forEach((then) => then()) };
}

const stay = ({ start: [x, y], steps }) => {
  const path = (value) => new Float64Array(steps + 1).fill(value);
  return { x: path(x), y: path(y), loss: path(0), gx: path(0), gy: path(0), rate: path(0), length: steps };
};

Deno.test("the first change of a frame is shown at once, the others when it ends", async () => {
  const { preview, shown, isLive, endFrame } = await previewOf(picture());
  assert.ok(isLive);
  for (const x of [1, 2, 3]) preview.set(["start"], [x, 0]);
  assert.deepEqual(shown, [[[1, 0], true]]);
  endFrame();
  assert.deepEqual(shown.slice(1), [[[3, 0], true]]);
  endFrame();
  assert.equal(shown.length, 2);
});

Deno.test("what the server has is no change, and put back is put back", async () => {
  const { preview, shown, endFrame } = await previewOf(picture());
  preview.set(["start"], [4, 2]);
  assert.deepEqual(shown, []);
  preview.set(["start"], [1, 0]);
  endFrame();
  preview.set(["start"], [4, 2]);
  assert.deepEqual(shown.at(-1), [[4, 2], false]);
});

Deno.test("the server's picture replaces what was shown, but for what a hand still moves", async () => {
  const { preview, now } = await previewOf(picture());
  preview.set(["start"], [1, 0]);
  assert.deepEqual(preview.mergeServer(picture([3, 3])).start, [3, 3]);
  now.isMoving = true;
  preview.set(["start"], [1, 0]);
  assert.deepEqual(preview.mergeServer(picture([3, 3])).start, [1, 0]);
  assert.equal(preview.mergeServer(picture([1, 0])).settings.length, 1, "it has been confirmed");
});

Deno.test("the same picture shown again keeps what is changed in it", async () => {
  const first = picture();
  const { preview } = await previewOf(first);
  preview.set(["start"], [1, 0]);
  assert.deepEqual(preview.applied(first).start, [1, 0]);
});

Deno.test("what cannot be walked here is left to the server", async () => {
  const walk = () => {
    throw Object.assign(new Error("There is no bowl in this module."), { name: "NotKnownHere" });
  };
  const { preview, shown } = await previewOf(picture(), { walk });
  preview.set(["start"], [1, 0]);
  assert.deepEqual(shown, [[[4, 2], false]]);
});
