// A picture in which nobody has moved yet: what is shown while a lesson's question waits for its answer.

import { concealed } from "./outcome.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./picture.js").Run} Run
 * @typedef {{data: import("./blobs.js").Numbers, shape: number[]}} NumberArray
 */

/** Leaves of every run its start, so that no axis and no word can tell what comes. @param {Picture} picture @returns {Picture} */
export const beforeRace = (picture) => ({ ...picture, runs: picture.runs.map(atStart) });

/** @param {Run} run @returns {Run} */
function atStart(run) {
  const { x, y, values, blob } = run;
  return {
    ...concealed(run),
    x: x.subarray(0, 1),
    y: y.subarray(0, 1),
    values: values.subarray(0, 1),
    blob: {
      header: blob.header,
      get arrays() {
        return Object.fromEntries(Object.entries(blob.arrays).map(([name, array]) => [name, firstColumn(array)]));
      },
    },
  };
}

/** @param {NumberArray} array whose last axis is that of the steps @returns {NumberArray} */
const firstColumn = (array) => ({
  shape: [...array.shape.slice(0, -1), 1],
  get data() {
    const steps = array.shape[array.shape.length - 1];
    return array.data.filter((_, index) => index % steps === 0);
  },
});
