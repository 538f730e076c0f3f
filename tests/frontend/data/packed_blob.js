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
  const content = joined([length, text, ...entries.map(({ numbers }) => byRank(numbers))]);
  const packed = await deflated(content.subarray(0, content.length - missing));
  return joined([new TextEncoder().encode(id), packed]);
}

/** All first bytes of the numbers, then all second bytes, and so on. */
function byRank(numbers) {
  const size = numbers.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(numbers.buffer);
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
