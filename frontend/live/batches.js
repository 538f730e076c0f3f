// Mini-batches of any size, cut from the order in which examples are used, as optimizers/gradients.py cuts them.

/**
 * Gives the examples behind each gradient of a path, as the kernels take them; null for all of them.
 * @param {Int32Array|null} order one batch after another @param {number} size of a batch @param {number} examples
 * @param {number} steps @param {boolean} replacement whether they are drawn from all, or each once in every epoch
 * @returns {{indices: Int32Array, size: number}|null}
 * @throws {RangeError} if the order is not known for so many
 */
export function batchesOf(order, size, examples, steps, replacement) {
  if (size >= examples) return null;
  const perEpoch = replacement ? Infinity : Math.ceil(examples / size);
  const indices = new Int32Array((steps + 1) * size).fill(-1);
  for (let update = 0; update <= steps; update += 1) {
    const epoch = Math.floor(update / perEpoch);
    const from = replacement ? update * size : epoch * examples + (update % perEpoch) * size;
    const end = replacement ? from + size : Math.min(from + size, (epoch + 1) * examples);
    if (!order || end > order.length) throw new RangeError(`The batches are not known for ${steps} steps.`);
    indices.set(order.subarray(from, end), update * size);
  }
  return { indices, size };
}
