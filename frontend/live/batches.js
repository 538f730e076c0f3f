// Mini-batches of any size, cut from the order in which examples are used, as optimizers/gradients.py cuts them.

import { NotKnownHere } from "./not_known_here.js";

/**
 * How examples are drawn.
 * @typedef {Object} Drawing
 * @property {Int32Array|null} order one batch after another @property {number} size of a batch
 * @property {number} examples how many there are
 * @property {boolean} replacement whether they are drawn from all, or each once in every epoch
 */

/**
 * The examples behind each gradient of a path, as the kernels take them.
 * @typedef {{indices: Int32Array, size: number}} Batches `size` indices for each, −1 where a batch has fewer
 */

/** The number of batches in an epoch, the last of which may be short. @param {Pick<Drawing, "size"|"examples">} drawing */
export const batchesPerEpoch = ({ size, examples }) => Math.ceil(examples / size);

/** How many examples the gradients of the first updates have taken. @param {Drawing} drawing @param {number} updates */
export function examplesSeen(drawing, updates) {
  const { size, examples, replacement } = drawing;
  if (replacement || size >= examples) return updates * Math.min(size, examples);
  const perEpoch = batchesPerEpoch(drawing);
  return Math.floor(updates / perEpoch) * examples + (updates % perEpoch) * size;
}

/**
 * Gives the examples behind the gradient of one update; null where the order is not known so far.
 * @param {Drawing} drawing @param {number} update from 0 @returns {Int32Array|null}
 */
export function batchAt(drawing, update) {
  const { order, size, examples, replacement } = drawing;
  const perEpoch = batchesPerEpoch(drawing);
  const epoch = Math.floor(update / perEpoch);
  const from = replacement ? update * size : epoch * examples + (update % perEpoch) * size;
  const end = replacement ? from + size : Math.min(from + size, (epoch + 1) * examples);
  return order && end <= order.length ? order.subarray(from, end) : null;
}

/**
 * Gives the examples behind each gradient of a path, as the kernels take them; null for all of them.
 * @param {Drawing} drawing @param {number} steps @returns {Batches|null}
 * @throws {NotKnownHere} if the order is not known for so many
 */
export function batchesOf(drawing, steps) {
  const { size, examples } = drawing;
  if (size >= examples) return null;
  const indices = new Int32Array((steps + 1) * size).fill(-1);
  for (let update = 0; update <= steps; update += 1) {
    const batch = batchAt(drawing, update);
    if (!batch) throw new NotKnownHere(`The batches are not known for ${steps} steps.`);
    indices.set(batch, update * size);
  }
  return { indices, size };
}

/**
 * Joins the batches of a path that goes on with those of another size; null stands for all examples.
 * @param {Batches|null} before @param {Batches|null} after the same drawing in batches of its size
 * @param {number} begins the first gradient that has a batch of `after` @param {{examples: number, steps: number}} path
 * @returns {Batches|null}
 */
export function joinedBatches(before, after, begins, { examples, steps }) {
  const sizes = [before, after].map((batches) => batches?.size ?? examples);
  if (sizes[0] === sizes[1]) return after;
  const all = Int32Array.from({ length: examples }, (_, example) => example);
  const size = Math.max(...sizes);
  const indices = new Int32Array((steps + 1) * size).fill(-1);
  for (let update = 0; update <= steps; update += 1) {
    const batches = update < begins ? before : after;
    const batch = batches ? batches.indices.subarray(update * batches.size, (update + 1) * batches.size) : all;
    indices.set(batch, update * size);
  }
  return { indices, size };
}

/** The batches from a gradient on. @param {Batches|null} batches @param {number} first @returns {Batches|null} */
export const batchesFrom = (batches, first) =>
  batches && { ...batches, indices: batches.indices.subarray(first * batches.size) };

/** How the examples of a contender are drawn. @param {Pick<import("../data/picture.js").Picture, "surface"|"replacement">} picture
 * @param {Pick<import("../data/picture.js").Run, "order">} run @param {import("../data/picture.js").Terms} terms @returns {Drawing} */
export const drawingOf = ({ surface, replacement }, { order }, { batchSize }) => (
  { order, size: batchSize, examples: surface.data.targets.length, replacement }
);
