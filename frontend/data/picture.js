// A scene joined with its blobs: one immutable object with everything drawn.

import { heightOn } from "./levels.js";

/**
 * @typedef {import("./blobs.js").ArrayBlob} ArrayBlob
 * @typedef {import("./words.js").Part} Part
 *
 * @typedef {Object} Contender as a scene describes it
 * @property {string} id the same while its settings change @property {number} slot its colour, dash and symbol
 * @property {string} label @property {string} summary its settings @property {string} color @property {string} dash
 * @property {import("./outcome.js").Outcome} outcome
 * @property {number} [begins] the step from which on its path is its own: 0, but for a branch
 * @property {Terms} terms @property {NumberOnSlider[]} [numbers] @property {NumberOnSlider} [batch] its batch size, if a sweep can
 *   go through it
 * @property {{label: Part[]|null, summary: Part[]}} [words] what label and summary are made of; null where a label stays
 *
 * @typedef {Object} NumberOnSlider a number of a contender
 * @property {string[]} path to its value in the terms @property {string} symbol @property {string} slider a key of the sliders
 * @property {string} [scale] on which the value is written @property {boolean} [integer] whether it is a whole number
 * @property {string} [field] of its declaration, if that is not the last name of the path
 * @property {number} [high] its highest value, if the slider goes further
 *
 * @typedef {Object<string, number|boolean|string|number[][]>} Parameters values by the field of a declaration
 * @typedef {Object} Terms what a contender's path follows from, beside what all have in common
 * @property {string} rule @property {Parameters} ruleParameters
 * @property {string} schedule @property {Parameters} scheduleParameters
 * @property {number[]|null} start null where it starts with everybody else
 * @property {number} [batchSize] how many examples each gradient is the mean of; all, from their number on
 * @property {boolean} [epochIsPass] whether the epochs of its schedule are passes over the data
 * @property {string|null} [branchOf] the id of the contender that it follows at first, if it is a branch
 * @property {number} [branchStep] the step at which it branches @property {Terms|null} [followed] those of whom it follows
 *
 * @typedef {Object} RunArrays what a contender did
 * @property {Float64Array} x @property {Float64Array} y @property {Float64Array} values the losses; one per point, T + 1,
 *   and NaN before a branch begins
 * @property {Pick<ArrayBlob, "header"|"arrays">} blob gradients, rates and state
 * @property {Float64Array|null} normal the errors of its gradients before they are scaled, x and y of each in turn
 * @property {Int32Array|null} order that of the examples of its gradients, one batch after another
 * @property {Float64Array|null} [work] what it had asked for at each point, in gradients, if that is not one an update
 * @property {string} randomness equal where `normal` and `order` are
 * @property {boolean} [joined] whether it was not there at first
 * @typedef {Contender & RunArrays} Run one contender
 *
 * @typedef {Object} CriticalPoint
 * @property {string} kind @property {number[]} point @property {number} value @property {number[]} eigenvalues smaller first
 * @property {number} angle of the first eigenvector, in radians from the direction of x to that of y
 *
 * @typedef {Object} SurfaceFacts a surface as a scene describes it
 * @property {string} key @property {string} title @property {string[]} axes @property {Parameters} parameters @property {number[][]} window
 * @property {string|null} [kernels] the file of its own kernels, if it is a typed formula
 * @property {number[]} eye from where the relief is first seen
 * @property {string[]|null} data_axes what the axes of the examples are called, if it is the loss of a data set
 * @property {number[][]} [drawn] where the moved ones were drawn, with the index of each
 * @property {boolean} quadratic whether that loss is quadratic in the weights
 * @property {NumberOnSlider[]} [numbers] that a sweep can go through; none of data or of a typed formula
 * @property {number|null} lowest the lowest loss, where it is known @property {number|null} [valley] the loss along a curve of lowest points, if there is one
 * @property {CriticalPoint[]} critical_points @property {string|null} [unlisted] what is not among them, as a sentence
 *
 * @typedef {{features: Float64Array, targets: Float64Array}} Data one feature of all examples after another
 *
 * @typedef {Object} SurfaceArrays
 * @property {Float64Array} x @property {Float64Array} y @property {Float32Array} z row-major, true loss
 * @property {Float32Array} height row-major, loss on the scale of the levels @property {number[]} levels
 * @property {Data|null} data the examples, if it is the loss of a data set
 * @property {string} identity equal for surfaces that look the same
 * @typedef {SurfaceFacts & SurfaceArrays} Surface
 *
 * @typedef {Object} Content what a scene of a race holds beside its blobs
 * @property {Omit<SurfaceFacts, "critical_points">} surface the rest is in its blob
 * @property {Contender[]} contenders @property {number} steps
 * @property {number[]} start @property {number} [noise] the standard deviation of the errors
 * @property {boolean} [replacement] whether the examples of a batch are drawn from all of them
 * @property {number} [first_sight] the step at which paths have parted, and most is to come
 * @property {string[]} settings every setting in words
 * @property {boolean} fill whether the picture takes the whole screen
 * @property {boolean} predict whether the results are hidden until they are revealed
 * @property {Lesson|null} [lesson]
 *
 * @typedef {Object} Lesson what is asked before the race
 * @property {boolean} own whether the race is the lesson's own, to which alone the answer belongs
 * @property {string|null} asked a name for this asking of the question; null where it is not asked
 * @property {string} words the question @property {string} why the answer is as it is
 * @property {string} focus the id of the run that the lesson puts in focus, or "None"
 * @property {"choice"|"order"|"pin"} kind @property {string[]} [options] of a choice
 * @property {number|string[]|string} answer the index of an option; the ids of contenders, the first first; or the id
 *   of the contender whose end it is
 *
 * @typedef {{surface: Surface, runs: Run[], steps: number, start: number[], noise: number, replacement: boolean,
 *   firstSight: number, settings: string[], fill: boolean, predict: boolean, lesson: Lesson|null}} Picture
 */

/**
 * Joins a scene with its blobs.
 * @param {Content} content
 * @param {Map<string, ArrayBlob>} blobs "surface", one by the id of each contender, "noise" and "order", or one such as
 *   "noise 0" for each, and "data"
 * @returns {Picture}
 */
export function composePicture(
  { surface, contenders, steps, start, noise, replacement, first_sight, settings, fill, predict, lesson },
  blobs,
) {
  return {
    surface: composeSurface(surface, blobs.get("surface"), blobs.get("data")),
    runs: contenders.map((contender) => composeRun(contender, blobs)),
    steps,
    start,
    noise: noise ?? 0,
    replacement: Boolean(replacement),
    firstSight: first_sight ?? steps,
    settings,
    fill: Boolean(fill),
    predict: Boolean(predict),
    lesson: lesson ?? null,
  };
}

/** @param {Content["surface"]} facts @param {ArrayBlob} blob @param {ArrayBlob} [data] @returns {Surface} */
function composeSurface(facts, { id, header, arrays }, data) {
  const { levels, critical_points } = header;
  const z = singles(arrays.z);
  return {
    ...facts,
    critical_points,
    data: data ? { features: doubles(data.arrays.features), targets: doubles(data.arrays.targets) } : null,
    levels,
    x: doubles(arrays.x),
    y: doubles(arrays.y),
    z,
    height: arrays.height ? singles(arrays.height) : z.map((loss) => heightOn(levels, loss)),
    identity: JSON.stringify([id, facts]),
  };
}

/** @param {Contender} contender @param {Map<string, ArrayBlob>} blobs @returns {Run} */
function composeRun(contender, blobs) {
  const blob = blobs.get(contender.id);
  const noise = blobs.get("noise") ?? blobs.get(`noise ${contender.id}`);
  const { begins } = contender;
  const points = doubles(blob.arrays.points);
  const count = points.length / 2;
  const normal = noise ? doubles(noise.arrays.normal) : null;
  const drawn = blobs.get("order") ?? blobs.get(`order ${contender.id}`);
  const order = drawn ? /** @type {Int32Array} */ (drawn.arrays.order.data) : null;
  const randomness = [noise, drawn].map((random) => random?.id ?? "").join();
  const [x, y, values] = [points.subarray(0, count), points.subarray(count), doubles(blob.arrays.values)].map((
    numbers,
  ) => ofBranch(numbers, begins));
  const work = blob.arrays.work ? doubles(blob.arrays.work) : null;
  return { ...contender, blob, normal, order, randomness, x, y, values, work };
}

/** @param {{data: import("./blobs.js").Numbers}} array */
const doubles = ({ data }) => /** @type {Float64Array} */ (data);
/** @param {{data: import("./blobs.js").Numbers}} array */
const singles = ({ data }) => /** @type {Float32Array} */ (data);

/** The loss a run is at; a run that ended stays where it ended. @param {{values: Float64Array}} run @param {number} step */
export const lossAt = (run, step) => run.values[Math.min(step, run.values.length - 1)];

/**
 * What of the numbers of a path is a branch's own: they are NaN before it begins.
 * @param {Float64Array} numbers one for each step @param {number} [begins] @returns {Float64Array}
 */
export const ofBranch = (numbers, begins = 0) =>
  begins === 0 ? numbers : numbers.map((value, step) => (step < begins ? NaN : value));

/** Whether the path of a run is its own at a step. @param {Pick<Run, "begins">} run @param {number} step */
export const hasBegun = ({ begins = 0 }, step) => step >= begins;
