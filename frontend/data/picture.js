// A scene joined with its blobs: one immutable object with everything drawn.

/**
 * @typedef {import("./blobs.js").ArrayBlob} ArrayBlob
 *
 * @typedef {Object} Contender as a scene describes it
 * @property {string} id the same while its settings change @property {number} slot its colour, dash and symbol
 * @property {string} label @property {string} summary its settings @property {string} color @property {string} dash
 * @property {import("./outcome.js").Outcome} outcome
 *
 * @typedef {Object} RunArrays what a contender did
 * @property {Float64Array} x @property {Float64Array} y @property {Float64Array} values the losses; one per point, T + 1
 * @property {ArrayBlob} blob gradients, rates and state
 * @typedef {Contender & RunArrays} Run one contender
 *
 * @typedef {Object} CriticalPoint
 * @property {string} kind @property {number[]} point @property {number} value @property {number[]} eigenvalues
 *
 * @typedef {Object} SurfaceFacts a surface as a scene describes it
 * @property {string} key @property {string} title @property {number[][]} window
 * @property {number[]} eye from where the relief is first seen
 * @property {number|null} lowest the lowest loss, where it is known @property {CriticalPoint[]} critical_points
 *
 * @typedef {Object} SurfaceArrays
 * @property {Float64Array} x @property {Float64Array} y @property {Float32Array} z row-major, true loss
 * @property {Float32Array} height row-major, loss on the scale of the levels @property {number[]} levels
 * @property {string} identity equal for surfaces that look the same
 * @typedef {SurfaceFacts & SurfaceArrays} Surface
 *
 * @typedef {Object} Content what a scene of a race holds beside its blobs
 * @property {SurfaceFacts} surface @property {Contender[]} contenders @property {number} steps
 * @property {number[]} start @property {string[]} settings every setting in words
 * @property {boolean} fill whether the picture takes the whole screen
 * @property {boolean} predict whether the results are hidden until they are revealed
 *
 * @typedef {{surface: Surface, runs: Run[], steps: number, start: number[], settings: string[], fill: boolean,
 *   predict: boolean}} Picture
 */

/**
 * Joins a scene with its blobs.
 * @param {Content} content @param {Map<string, ArrayBlob>} blobs one called "surface", and one by the id of each contender
 * @returns {Picture}
 */
export function composePicture({ surface, contenders, steps, start, settings, fill, predict }, blobs) {
  return {
    surface: composeSurface(surface, blobs.get("surface")),
    runs: contenders.map((contender) => composeRun(contender, blobs.get(contender.id))),
    steps,
    start,
    settings,
    fill: Boolean(fill),
    predict: Boolean(predict),
  };
}

/** @param {SurfaceFacts} facts @param {ArrayBlob} blob @returns {Surface} */
function composeSurface(facts, { id, header, arrays }) {
  return {
    ...facts,
    levels: header.levels,
    x: doubles(arrays.x),
    y: doubles(arrays.y),
    z: singles(arrays.z),
    height: singles(arrays.height),
    identity: JSON.stringify([id, facts]),
  };
}

/** @param {Contender} contender @param {ArrayBlob} blob @returns {Run} */
function composeRun(contender, blob) {
  const points = doubles(blob.arrays.points);
  const count = points.length / 2;
  const values = doubles(blob.arrays.values);
  return { ...contender, blob, x: points.subarray(0, count), y: points.subarray(count), values };
}

/** @param {{data: import("./blobs.js").Numbers}} array */
const doubles = ({ data }) => /** @type {Float64Array} */ (data);
/** @param {{data: import("./blobs.js").Numbers}} array */
const singles = ({ data }) => /** @type {Float32Array} */ (data);

/** The loss a run is at; a run that ended stays where it ended. @param {{values: Float64Array}} run @param {number} step */
export const lossAt = (run, step) => run.values[Math.min(step, run.values.length - 1)];
