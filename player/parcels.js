// The parcels that have arrived in this document, by the hash of their content. Python packs them in payload.py.

/**
 * @typedef {Object} Parcel
 * @property {string} id hash of the content
 * @property {Object} header everything Python said beside the arrays
 * @property {Object<string, {data: Float64Array|Float32Array, shape: number[]}>} arrays row-major
 * @property {number} bytes size on the wire
 */

const BUDGET = 96e6; // bytes kept for pictures that may come back; parcels in use are always the newest

const VIEWS = { float64: [Float64Array, 8], float32: [Float32Array, 4] };

/** Reads one parcel. @param {Uint8Array} bytes @returns {Parcel} */
export function unpack(bytes) {
  // A typed array needs its own alignment, which bytes inside a larger message do not promise.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const length = new DataView(buffer, byteOffset).getUint32(0, true);
  const { arrays: entries, ...header } = JSON.parse(new TextDecoder().decode(aligned.subarray(4, 4 + length)));
  const arrays = {};
  for (const { name, dtype, shape, offset } of entries) {
    const [View, size] = VIEWS[dtype];
    const count = shape.reduce((product, side) => product * side, 1);
    if (offset + count * size > aligned.byteLength) throw new RangeError(`parcel ${header.id} ends inside ${name}`);
    arrays[name] = { data: new View(buffer, byteOffset + offset, count), shape };
  }
  return { id: header.id, header, arrays, bytes: aligned.byteLength };
}

/** A store of parcels that tells those who wait when the last one they need has come. */
export function createStore(budget = BUDGET) {
  const parcels = new Map(); // oldest use first
  const waiting = new Set();

  function take(ids) {
    const found = ids.map((id) => parcels.get(id));
    if (found.includes(undefined)) return null;
    for (const parcel of found) {
      parcels.delete(parcel.id);
      parcels.set(parcel.id, parcel);
    }
    return new Map(found.map((parcel) => [parcel.id, parcel]));
  }

  function trim() {
    let total = 0;
    for (const parcel of parcels.values()) total += parcel.bytes;
    for (const [id, parcel] of parcels) {
      if (total <= budget || parcels.size <= 1) return;
      parcels.delete(id);
      total -= parcel.bytes;
    }
  }

  return {
    /** Keeps a parcel and wakes those whose set it completes. @param {Uint8Array} bytes @returns {string} its id */
    receive(bytes) {
      const parcel = unpack(bytes);
      parcels.delete(parcel.id);
      parcels.set(parcel.id, parcel);
      trim();
      for (const wait of [...waiting]) {
        const found = take(wait.ids);
        if (found && waiting.delete(wait)) wait.deliver(found);
      }
      return parcel.id;
    },
    /**
     * Calls `deliver` with all the parcels, at once when they are here, else when the last one comes.
     * @param {string[]} ids @param {(found: Map<string, Parcel>) => void} deliver @returns {() => void} stops waiting
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

/** The one store of a document: parcels and player are separate components that meet only here. */
export const store = createStore();

/** Keeps the parcel for whichever player asks for it. @param {Uint8Array} bytes @returns {string} its id */
export const receive = (bytes) => store.receive(bytes);
