// Blobs made by hand, byte by byte as the docstring of scenes/blobs.py says, for the tests of whoever reads them.

/**
 * @typedef {{name: string, dtype: string, shape: number[], numbers: Float64Array|Float32Array|Int32Array}} Entry
 */

/**
 * Packs a blob.
 * @param {string} id 16 letters @param {Object} header @param {Entry[]} entries @param {number} [missing] bytes at its end
 * @returns {Promise<Uint8Array<ArrayBuffer>>}
 */
export async function packedBlob(id, header, entries, missing = 0) {
  const arrays = entries.map(({ name, dtype, shape }) => ({ name, dtype, shape }));
  const text = new TextEncoder().encode(JSON.stringify({ ...header, arrays }));
  const length = new Uint8Array(Uint32Array.of(text.length).buffer);
  const content = joined([length, text, ...entries.map(byRank)]);
  const packed = await deflated(content.subarray(0, content.length - missing));
  return joined([new TextEncoder().encode(id), packed]);
}

/** All first bytes of the differences along the last axis, of integers as they are, then all second bytes, and so on. @param {Entry} entry */
function byRank({ numbers, shape, dtype }) {
  const size = numbers.BYTES_PER_ELEMENT;
  /** @type {any} whole numbers of as many bytes, which keep what fits of a difference */
  const Whole = size === 4 ? Uint32Array : BigUint64Array;
  const whole = [...new Whole(numbers.buffer)];
  const differences = whole.map((number, k) =>
    dtype === "int32" || k % shape.at(-1) === 0 ? number : number - whole[k - 1]
  );
  const bytes = new Uint8Array(Whole.from(differences).buffer);
  const ranks = Array.from({ length: size }, (_, rank) => bytes.filter((_, k) => k % size === rank));
  return joined(ranks);
}

/** @param {Uint8Array[]} parts @returns {Uint8Array<ArrayBuffer>} */
function joined(parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

async function deflated(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
