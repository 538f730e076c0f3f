// Store of received blobs, keyed by content hash. Python packs them in scenes/blobs.py.

import { toNumbers } from "./decimals.js";

/**
 * @typedef {Float64Array|Float32Array|Int32Array} Numbers
 * @typedef {Object} ArrayBlob
 * @property {string} id hash of the content
 * @property {Object<string, any>} header everything from Python except the arrays
 * @property {Object<string, {data: Numbers, shape: number[]}>} arrays row-major
 * @property {number} bytes size in memory
 */

const BUDGET = 96e6; // bytes kept for pictures that may be shown again; blobs in use are always the newest
const ID_LETTERS = 16;

const asTheyAre = (numbers) => numbers;

/** The types of arrays on the wire: how each is laid out, whether by differences, and how it is decoded on first use. */
const TYPES = {
  float64: { View: Float64Array, isDifferences: true, read: asTheyAre },
  float32: { View: Float32Array, isDifferences: true, read: asTheyAre },
  int32: { View: Int32Array, isDifferences: false, read: asTheyAre },
  decimal: { View: Int32Array, isDifferences: true, read: toNumbers },
};

/**
 * Takes apart blobs that were sent together, each after its length.
 * @param {Uint8Array<ArrayBuffer>} bytes
 */
export function apart(bytes) {
  const lengths = new DataView(bytes.buffer, bytes.byteOffset);
  const blobs = [];
  for (let position = 0; position < bytes.length;) {
    const end = position + 4 + lengths.getUint32(position, true);
    blobs.push(bytes.subarray(position + 4, end));
    position = end;
  }
  return blobs;
}

/** Reads one blob. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<ArrayBlob>} */
export async function unpack(bytes) {
  const id = new TextDecoder().decode(bytes.subarray(0, ID_LETTERS));
  const content = await inflate(bytes.subarray(ID_LETTERS));
  const length = new DataView(content.buffer).getUint32(0, true);
  const { arrays: entries, ...header } = JSON.parse(new TextDecoder().decode(content.subarray(4, 4 + length)));
  /** @type {ArrayBlob["arrays"]} */
  const arrays = {};
  let position = 4 + length;
  for (const { name, dtype, shape } of entries) {
    const type = TYPES[dtype];
    const size = shape.reduce((product, side) => product * side, 1) * type.View.BYTES_PER_ELEMENT;
    if (position + size > content.byteLength) throw new RangeError(`blob ${id} ends inside ${name}`);
    arrays[name] = readLater(shape, content.subarray(position, position + size), type);
    position += size;
  }
  return { id, header, arrays, bytes: content.byteLength };
}

/** @param {Uint8Array<ArrayBuffer>} packed */
async function inflate(packed) {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** An array that is decoded when it is first used. */
function readLater(shape, ranks, { View, isDifferences, read }) {
  const size = View.BYTES_PER_ELEMENT;
  const decoded = () => {
    const numbers = inOrder(ranks, size);
    return read(new View(isDifferences ? summed(numbers, shape.at(-1), size) : numbers));
  };
  let data = null;
  return {
    shape,
    get data() {
      data ??= decoded();
      return data;
    },
  };
}

/** Reassembles each number: on the wire, bytes of equal rank lie together. */
function inOrder(ranks, size) {
  const count = ranks.length / size;
  const bytes = new Uint8Array(ranks.length);
  for (let rank = 0; rank < size; rank += 1) {
    for (let k = 0; k < count; k += 1) bytes[k * size + rank] = ranks[rank * count + k];
  }
  return bytes.buffer;
}

/**
 * Sums up what is on the wire along the last axis: differences of the numbers as whole numbers of as many bytes. Their sums
 * begin again at zero where they overflow, in words of four bytes that carry over.
 * @param {ArrayBuffer} buffer @param {number} length of the last axis @param {number} size 4 or 8 bytes
 */
function summed(buffer, length, size) {
  const words = new Uint32Array(buffer);
  const each = size / 4;
  for (let k = each; k < words.length; k += each) {
    if ((k / each) % length === 0) continue; // a row begins
    const low = words[k - each] + words[k];
    words[k] = low;
    if (each === 2) words[k + 1] += words[k - 1] + (low > 0xffffffff ? 1 : 0);
  }
  return buffer;
}

/** A store of blobs, with callbacks for when a set of them is complete. */
export class BlobStore {
  #budget;
  /** @type {Map<string, ArrayBlob>} the oldest use first */
  #blobs = new Map();
  /** @type {Set<{ids: string[], deliver: (found: Map<string, ArrayBlob>) => void}>} */
  #waiting = new Set();

  /** @param {number} [budget] bytes, which the newest blob alone may exceed */
  constructor(budget = BUDGET) {
    this.#budget = budget;
  }

  /** Keeps a blob, and delivers the sets that it completes. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} its id */
  async receive(bytes) {
    const blob = await unpack(bytes);
    this.#keep(blob);
    this.#trim();
    for (const wait of [...this.#waiting]) {
      const found = this.#take(wait.ids);
      if (found && this.#waiting.delete(wait)) wait.deliver(found);
    }
    return blob.id;
  }

  /**
   * Calls `deliver` with all the blobs: at once if they have arrived, else when the last one does.
   * @param {string[]} ids @param {(found: Map<string, ArrayBlob>) => void} deliver by id @returns {() => void} stops waiting
   */
  whenAll(ids, deliver) {
    const found = this.#take(ids);
    if (found) {
      deliver(found);
      return () => {};
    }
    const wait = { ids, deliver };
    this.#waiting.add(wait);
    return () => this.#waiting.delete(wait);
  }

  /** The blobs by id, which makes them the newest; null when one is missing. @param {string[]} ids */
  #take(ids) {
    const found = ids.map((id) => this.#blobs.get(id));
    if (found.includes(undefined)) return null;
    found.forEach((blob) => this.#keep(blob));
    return new Map(found.map((blob) => [blob.id, blob]));
  }

  /** @param {ArrayBlob} blob */
  #keep(blob) {
    this.#blobs.delete(blob.id);
    this.#blobs.set(blob.id, blob);
  }

  #trim() {
    let total = 0;
    for (const blob of this.#blobs.values()) total += blob.bytes;
    for (const [id, blob] of this.#blobs) {
      if (total <= this.#budget || this.#blobs.size <= 1) return;
      this.#blobs.delete(id);
      total -= blob.bytes;
    }
  }
}

/** The document's only store: blobs and player are separate components that share nothing else. */
export const store = new BlobStore();

/** Keeps a blob in the store. @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} its id */
export const receive = (bytes) => store.receive(bytes);
