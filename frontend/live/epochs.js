// Epochs that are passes over the data: how many updates they have follows from the batch size (lecture/lecture.py).

import { batchesPerEpoch } from "./batches.js";

/**
 * Gives the terms of a contender with such epochs in its schedule, if it has them, and in those of whom it follows.
 * @param {import("../data/picture.js").Terms} terms @param {import("../data/picture.js").Data|null} [data] of the surface
 * @returns {import("../data/picture.js").Terms}
 */
export function withEpochs(terms, data) {
  const followed = terms.followed ? withEpochs(terms.followed, data) : null;
  if (!terms.epochIsPass || !data) return { ...terms, followed };
  const examples = data.targets.length;
  const size = Math.min(terms.batchSize, examples);
  const updates = batchesPerEpoch({ size, examples });
  return { ...terms, followed, scheduleParameters: { ...terms.scheduleParameters, steps_per_epoch: updates } };
}
