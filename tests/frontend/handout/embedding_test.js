import { deepEqual, equal } from "node:assert/strict";
import { Embedding } from "../../../frontend/handout/embedding.js";

const HOST = "https://course.example";

/** A frame with a player in it: what was said to its parent, and how to post to it. */
function framed(revision = "1") {
  const said = [];
  const parent = { postMessage: (message, origin) => said.push([message, origin]) };
  const done = [];
  const play = { click: () => done.push("play or pause") };
  const scrubber = { value: "", dispatchEvent: () => done.push(`step ${scrubber.value}`) };
  const dataset = { revision, step: "3", steps: "9", playing: "false" };
  const querySelector = (selector) => selector === ".downhill-play" ? play : scrubber;
  let [listen, changed] = [null, null];
  globalThis.MutationObserver = /** @type {any} */ (class {
    constructor(callback) {
      changed = callback;
    }
    observe() {}
  });
  new Embedding(/** @type {any} */ ({ dataset, querySelector }), {
    parent,
    addEventListener: (_, listener) => listen = listener,
  });
  const post = (data, { source = parent, origin = HOST } = {}) => listen({ data, source, origin });
  return { said, done, dataset, post, changed: () => changed() };
}

const STATE = { downhill: "state", step: 3, steps: 9, playing: false };

Deno.test("a frame does what its parent asks for, and answers its origin", () => {
  const { said, done, dataset, post } = framed();
  post({ downhill: "step", step: 5 });
  post({ downhill: "play" });
  dataset.playing = "true";
  post({ downhill: "play" });
  post({ downhill: "pause" });
  deepEqual(done, ["step 5", "play or pause", "play or pause"]);
  deepEqual(said[0], [STATE, HOST]);
  deepEqual(said[2], [{ ...STATE, playing: true }, HOST]);
});

Deno.test("it listens to nobody else, and to nothing else", () => {
  const { said, done, post, changed } = framed();
  post({ downhill: "step", step: 5 }, { source: /** @type {any} */ ({}) });
  for (const data of [null, "step", { step: 5 }, { downhill: 5 }]) post(data);
  changed();
  deepEqual([said, done], [[], []]);
  for (const step of ["5", 1.5, NaN, null]) post({ downhill: "step", step });
  deepEqual(done, []);
});

Deno.test("a file on a disk is answered, whose origin has no name", () => {
  const { said, post } = framed();
  post({ downhill: "state" }, { origin: "null" });
  deepEqual(said, [[STATE, "*"]]);
});

Deno.test("what is asked for before there is a picture is done then, and every step is told", () => {
  const { said, done, dataset, post, changed } = framed("0");
  post({ downhill: "step", step: 7 });
  equal(done.length + said.length, 0);
  dataset.revision = "1";
  changed();
  deepEqual(done, ["step 7"]);
  dataset.step = "4";
  changed();
  deepEqual(said.at(-1), [{ ...STATE, step: 4 }, HOST]);
});
