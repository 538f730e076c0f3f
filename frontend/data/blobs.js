// The blobs that have arrived in this document, by the hash of their content. Python packs them in payload.py.

import { toNumbers } from "./decimals.js";

/**
 * @typedef {Object} ArrayBlob
 * @property {string} id hash of the content
 * @property {Object} header everything Python said beside the arrays
 * @property {Object<string, {data: Float64Array|Float32Array, shape: number[]}>} arrays row-major
 * @property {number} bytes size in memory
 */

const BUDGET = 96e6; // bytes kept for pictures that may come back; blobs in use are always the newest
const ID = 16; // letters

/** The arrays on the wire: an int32 is a decimal number, read when somebody asks for it. */
const READERS = {
  float64: { View: Float64Array, read: (numbers) => numbers },
  float32: { View: Float32Array, read: (numbers) => numbers },
  int32: { View: Int32Array, read: toNumbers },
};

/** Reads one blob. @param {Uint8Array} bytes @returns {Promise<ArrayBlob>} */
async function unpack(bytes) {
  const id = new TextDecoder().decode(bytes.subarray(0, ID));
  const stream = new Blob([bytes.subarray(ID)]).stream().pipeThrough(new DecompressionStream("deflate"));
  const content = new Uint8Array(await new Response(stream).arrayBuffer());
  const length = new DataView(content.buffer).getUint32(0, true);
  const { arrays: entries, ...header } = JSON.parse(new TextDecoder().decode(content.subarray(4, 4 + length)));
  const arrays = {};
  let position = 4 + length;
  for (const { name, dtype, shape } of entries) {
    const { View, read } = READERS[dtype];
    const size = shape.reduce((product, side) => product * side, 1) * View.BYTES_PER_ELEMENT;
    if (position + size > content.byteLength) throw new RangeError(`blob ${id} ends inside ${name}`);
    arrays[name] = lazily(shape, content.subarray(position, position + size), View, read);
    position += size;
  }
  return { id, header, arrays, bytes: content.byteLength };
}

/** The bytes of equal rank lie together on the wire; they are put in order when the array is first used. */
function lazily(shape, ranks, View, read) {
  let data = null;
  return {
    shape,
    get data() {
      data ??= read(inOrder(ranks, View));
      return data;
    },
  };
}

function inOrder(ranks, View) {
  const size = View.BYTES_PER_ELEMENT;
  const count = ranks.length / size;
  const bytes = new Uint8Array(ranks.length);
  for (let rank = 0; rank < size; rank += 1) {
    for (let k = 0; k < count; k += 1) bytes[k * size + rank] = ranks[rank * count + k];
  }
  return new View(bytes.buffer);
}

/** A store of blobs that tells those who wait when the last one they need has come. */
function createStore(budget = BUDGET) {
  const blobs = new Map(); // oldest use first
  const waiting = new Set();

  function take(ids) {
    const found = ids.map((id) => blobs.get(id));
    if (found.includes(undefined)) return null;
    for (const blob of found) {
      blobs.delete(blob.id);
      blobs.set(blob.id, blob);
    }
    return new Map(found.map((blob) => [blob.id, blob]));
  }

  function trim() {
    let total = 0;
    for (const blob of blobs.values()) total += blob.bytes;
    for (const [id, blob] of blobs) {
      if (total <= budget || blobs.size <= 1) return;
      blobs.delete(id);
      total -= blob.bytes;
    }
  }

  return {
    /** Keeps a blob and wakes those whose set it completes. @param {Uint8Array} bytes @returns {Promise<string>} its id */
    async receive(bytes) {
      const blob = await unpack(bytes);
      blobs.delete(blob.id);
      blobs.set(blob.id, blob);
      trim();
      for (const wait of [...waiting]) {
        const found = take(wait.ids);
        if (found && waiting.delete(wait)) wait.deliver(found);
      }
      return blob.id;
    },
    /**
     * Calls `deliver` with all the blobs, at once when they are here, else when the last one comes.
     * @param {string[]} ids @param {(found: Map<string, ArrayBlob>) => void} deliver @returns {() => void} stops waiting
     */
    whenAll(ids, deliver) {
      const found = take(ids);
      if (found) {
        deliver(found);
        return () => {};
      }
      const wait = { ids, deliver };
      waiting.add(wait);
      return () => waiting.delete(wait);
    },
  };
}

/** The one store of a document: blobs and player are separate components that meet only here. */
export const store = createStore();

/** Keeps the blob for whichever player asks for it. @param {Uint8Array} bytes @returns {Promise<string>} its id */
export const receive = (bytes) => store.receive(bytes);
