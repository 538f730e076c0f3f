import assert from "node:assert/strict";
import { SceneLoader } from "../../../frontend/data/scene_loader.js";
import { withFakeTime } from "../fake_time.js";

/** A store whose blobs come when a test says so. */
function fakeStore() {
  const waits = [];
  return {
    waits,
    whenAll(ids, deliver) {
      const wait = { ids, deliver: () => deliver(new Map(ids.map((id) => [id, `blob ${id}`]))), stopped: false };
      waits.push(wait);
      return () => wait.stopped = true;
    },
  };
}

/** A loader with a note of everything it has said. */
function makeLoader() {
  const store = fakeStore();
  const said = [];
  const loader = new SceneLoader(Promise.resolve(), {
    onScene: (content, blobs, view) => Promise.resolve(void said.push(["scene", content, [...blobs], view])),
    onView: (view) => Promise.resolve(void said.push(["view", view])),
    onLost: () => said.push(["lost"]),
    onError: (error) => said.push(["error", error.message]),
  }, /** @type {any} */ (store));
  return { loader, store, said };
}

/** Lets every promise that is fulfilled go on. */
const settled = async () => {
  for (let k = 0; k < 5; k += 1) await Promise.resolve();
};

/** @param {any} content @param {any} [view] @param {Object<string, string>} [blobs] */
const scene = (content, view = undefined, blobs = { surface: "s", 3: "r" }) => ({ page: "race", content, view, blobs });
const view = (token) => ({ token, step: 7 });

Deno.test(
  "a scene is handed on with its blobs by name, when they are here",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first", view("")));
    await settled();
    assert.deepEqual([store.waits[0].ids, said], [["r", "s"], []]);
    store.waits[0].deliver();
    await settled();
    assert.deepEqual(said, [["scene", "first", [["3", "blob r"], ["surface", "blob s"]], view("")]]);
  }),
);

Deno.test(
  "a blob that two names share is asked for once, and handed on to both",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first", undefined, { a: "same", b: "same" }));
    assert.deepEqual(store.waits[0].ids, ["same"]);
    store.waits[0].deliver();
    await settled();
    assert.deepEqual(said[0][2], [["a", "blob same"], ["b", "blob same"]]);
  }),
);

Deno.test(
  "an equal scene changes nothing, and another one takes its place",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first"));
    loader.update(scene("first"));
    assert.equal(store.waits.length, 1);
    loader.update(scene("second"));
    assert(store.waits[0].stopped);
    store.waits[0].deliver(); // as blobs that were on their way
    store.waits[1].deliver();
    await settled();
    assert.deepEqual(said.map(([, content]) => content), ["second"]);
  }),
);

Deno.test(
  "other blobs of the same content are another scene",
  withFakeTime(() => {
    const { loader, store } = makeLoader();
    loader.update(scene("first"));
    loader.update(scene("first", undefined, { surface: "other" }));
    assert.equal(store.waits.length, 2);
  }),
);

Deno.test(
  "a view is handed on with the first scene, and then with a new token only",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    const show = async (next) => {
      loader.update(next);
      store.waits.at(-1).deliver();
      await settled();
      return said.at(-1)[3];
    };
    assert.deepEqual(await show(scene("1", view(""))), view(""));
    assert.equal(await show(scene("2", view(""))), null);
    assert.deepEqual(await show(scene("3", view("a"))), view("a"));
    assert.equal(await show(scene("4", view("a"))), null);
    assert.equal(await show(scene("5", view(""))), null, "a session that has just begun");
    assert.equal(await show(scene("6", view("a"))), null, "and knows no other than before");
    assert.deepEqual(await show(scene("7", view("b"))), view("b"));
  }),
);

Deno.test(
  "a new view of the scene that is shown comes alone",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first", view("")));
    store.waits[0].deliver();
    await settled();
    loader.update(scene("first", view("a")));
    assert.deepEqual(said.at(-1), ["view", view("a")]);
    assert.equal(store.waits.length, 1);
  }),
);

Deno.test(
  "a new view of a scene that is still to come waits for it",
  withFakeTime(async () => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first", view("")));
    loader.update(scene("first", view("a")));
    assert.deepEqual(said, []);
    store.waits[0].deliver();
    await settled();
    assert.deepEqual(said.map(([kind, , , shown]) => [kind, shown]), [["scene", view("a")]]);
  }),
);

Deno.test(
  "blobs that stay out are lost every eight seconds, until they come",
  withFakeTime(({ advance }) => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first"));
    advance(7999);
    assert.deepEqual(said, []);
    advance(8001);
    assert.deepEqual(said, [["lost"], ["lost"]]);
    store.waits[0].deliver();
    advance(20_000);
    assert.deepEqual(said, [["lost"], ["lost"]]);
  }),
);

Deno.test(
  "what goes wrong is reported",
  withFakeTime(async () => {
    const said = [];
    const ready = Promise.reject(new Error("Plotly.js could not be loaded"));
    const store = fakeStore();
    const never = () => assert.fail();
    const listener = { onScene: never, onView: never, onLost: never, onError: ({ message }) => said.push(message) };
    new SceneLoader(ready, listener, /** @type {any} */ (store)).update(scene("first"));
    store.waits[0].deliver();
    await settled();
    assert.deepEqual(said, ["Plotly.js could not be loaded"]);
  }),
);

Deno.test(
  "after its end nothing is handed on",
  withFakeTime(async ({ advance }) => {
    const { loader, store, said } = makeLoader();
    loader.update(scene("first"));
    store.waits[0].deliver();
    loader.destroy();
    await settled();
    advance(10_000);
    assert.deepEqual([said, store.waits[0].stopped], [[], true]);
  }),
);
