// A scene joined with its blobs: everything that is drawn, in one immutable object.

/**
 * @typedef {Object} Run one contender
 * @property {string} id @property {number} slot @property {string} label @property {string} summary
 * @property {string} color @property {string} dash @property {{kind: string, sentence: string}} outcome
 * @property {Float64Array} x @property {Float64Array} y @property {Float64Array} values one per point, T + 1
 * @property {import("./blobs.js").ArrayBlob} blob gradients, rates and memory, for whoever shows them
 *
 * @typedef {Object} Surface
 * @property {string} blob @property {string} key @property {string} title @property {number[][]} window
 * @property {number|null} lowest @property {Object[]} critical_points
 * @property {Float64Array} x @property {Float64Array} y @property {Float32Array} z row-major, true loss
 * @property {Float32Array} height row-major, loss on the scale of the levels @property {number[]} levels
 * @property {string} identity equal for surfaces that look the same
 *
 * @typedef {{surface: Surface, runs: Run[], steps: number, start: number[], settings: string[], fill: boolean}} Picture
 */

/** The blobs a scene needs. @returns {string[]} */
export function blobIds(scene) {
  return [...new Set([scene.surface, ...scene.contenders].map(({ blob }) => blob))];
}

/** @param {Object} scene @param {Map<string, import("./blobs.js").ArrayBlob>} blobs @returns {Picture} */
export function compose(scene, blobs) {
  const grid = blobs.get(scene.surface.blob);
  const surface = { ...scene.surface, levels: grid.header.levels, identity: JSON.stringify(scene.surface) };
  for (const name of ["x", "y", "z", "height"]) surface[name] = grid.arrays[name].data;
  const runs = scene.contenders.map((contender) => {
    const blob = blobs.get(contender.blob);
    const points = blob.arrays.points.data;
    const count = points.length / 2;
    return {
      ...contender,
      blob,
      x: points.subarray(0, count),
      y: points.subarray(count),
      values: blob.arrays.values.data,
    };
  });
  return { surface, runs, steps: scene.steps, start: scene.start, settings: scene.settings, fill: Boolean(scene.fill) };
}

/** The loss a run stands at; a run that ended stays where it ended. @param {Run} run @param {number} step */
export const lossAt = (run, step) => run.values[Math.min(step, run.values.length - 1)];
