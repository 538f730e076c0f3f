import assert from "node:assert/strict";
import { apart, BlobStore, unpack } from "../../../frontend/data/blobs.js";
import { packedBlob } from "./packed_blob.js";

const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(16));

const PLAIN = [
  { name: "points", dtype: "float64", shape: [2, 2], numbers: Float64Array.of(1.5, -0, Infinity, 5e-324) },
  { name: "odd", dtype: "float32", shape: [3], numbers: Float32Array.of(0.1, NaN, -2) },
  { name: "counts", dtype: "int32", shape: [2], numbers: Int32Array.of(-7, 2_000_000_000) },
  { name: "empty", dtype: "float64", shape: [2, 0], numbers: new Float64Array(0) },
  { name: "single", dtype: "float64", shape: [1], numbers: Float64Array.of(4) },
];

/** A blob of so many doubles. @param {string} id @param {number} [count] */
const doubles = (id, count = 1) =>
  packedBlob(id, {}, [{ name: "x", dtype: "float64", shape: [count], numbers: new Float64Array(count) }]);

Deno.test("a blob comes back as it was packed", async () => {
  const { id, header, arrays } = await unpack(await packedBlob(A, { kind: "test", name: "β₁" }, PLAIN));
  assert.equal(id, A);
  assert.deepEqual(header, { kind: "test", name: "β₁" });
  assert.deepEqual(Object.keys(arrays), PLAIN.map(({ name }) => name));
  for (const { name, shape, numbers } of PLAIN) {
    assert.deepEqual(arrays[name].shape, shape);
    assert.deepEqual(arrays[name].data, numbers); // of the same type, and −0 is not 0
  }
});

Deno.test("blobs that are sent together come apart, wherever they lie in memory", () => {
  const [one, none, other] = [Uint8Array.of(1, 2, 3), new Uint8Array(0), Uint8Array.of(4)];
  const message = Uint8Array.of(9, 3, 0, 0, 0, ...one, 0, 0, 0, 0, ...none, 1, 0, 0, 0, ...other).subarray(1);
  assert.deepEqual(apart(message), [one, none, other]);
});

Deno.test("decimals are read as numbers, and integers stay integers", async () => {
  const numbers = Int32Array.of(123456 * 2048 + 1024 - 2, 1024 + 1);
  const entries = ["decimal", "int32"].map((dtype) => ({ name: dtype, dtype, shape: [2], numbers }));
  const { arrays } = await unpack(await packedBlob(A, {}, entries));
  assert.deepEqual(arrays.decimal.data, Float64Array.of(1234.56, Infinity));
  assert.deepEqual(arrays.int32.data, numbers);
});

Deno.test("an array is read once", async () => {
  const { arrays } = await unpack(await packedBlob(A, {}, PLAIN));
  assert.equal(arrays.points.data, arrays.points.data);
});

Deno.test("a blob that ends too early is refused by name", async () => {
  const cut = await packedBlob(A, {}, PLAIN.slice(0, 2), 1);
  await assert.rejects(unpack(cut), new RangeError(`blob ${A} ends inside odd`));
});

Deno.test("who waits is called with the last blob, and only once", async () => {
  const store = new BlobStore();
  const calls = [];
  store.whenAll([A, B], (found) => calls.push([...found.keys()]));
  assert.equal(await store.receive(await doubles(A)), A);
  assert.deepEqual(calls, []);
  await store.receive(await doubles(B));
  await store.receive(await doubles(B));
  assert.deepEqual(calls, [[A, B]]);
});

Deno.test("who asks for what is here is called at once", async () => {
  const store = new BlobStore();
  await store.receive(await doubles(A, 3));
  let shape = null;
  store.whenAll([A], (found) => shape = found.get(A).arrays.x.shape);
  assert.deepEqual(shape, [3]);
});

Deno.test("who asks for nothing is called at once", () => {
  let called = false;
  new BlobStore().whenAll([], () => called = true);
  assert(called);
});

Deno.test("who has stopped waiting is not called", async () => {
  const store = new BlobStore();
  let called = false;
  store.whenAll([A], () => called = true)();
  await store.receive(await doubles(A));
  assert(!called);
});

/** Which of the blobs a store has. @param {BlobStore} store @param {string[]} ids */
function held(store, ids) {
  return ids.filter((id) => {
    let here = false;
    store.whenAll([id], () => here = true)();
    return here;
  });
}

Deno.test("above its budget a store forgets what was used longest ago", async () => {
  const store = new BlobStore(2.5 * (await unpack(await doubles(A, 100))).bytes);
  for (const id of [A, B]) await store.receive(await doubles(id, 100));
  assert.deepEqual(held(store, [B, A]), [B, A]); // A has been used last
  await store.receive(await doubles(C, 100));
  assert.deepEqual(held(store, [A, B, C]), [A, C]);
});

Deno.test("a blob that is larger than the budget is kept alone", async () => {
  const store = new BlobStore(10);
  await store.receive(await doubles(A, 100));
  await store.receive(await doubles(B, 100));
  assert.deepEqual(held(store, [A, B]), [B]);
});
