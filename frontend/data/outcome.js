// The note beside a contender's name, such as "diverged at step 12", shown from the step at which it is known.

/**
 * @typedef {Object} Outcome how a contender's run ended
 * @property {string} name a key, such as "diverged" @property {string} sentence
 * @property {string|null} note a few words on what the map does not show at a glance, else null
 * @property {number} known_from the first step at which it is known
 * @typedef {{label: string, outcome: Outcome}} Named a contender
 */

/** What is said of a run that the browser has walked, until the server has: nothing. @type {Outcome} */
export const PENDING = Object.freeze({ name: "", sentence: "", note: null, known_from: Infinity });

/** What is said of a run whose outcome is still to be predicted. @type {Outcome} */
const CONCEALED = Object.freeze({ ...PENDING });

/** A contender whose outcome nothing tells. @template {Named} T @param {T} contender @returns {T} */
export const concealed = (contender) => ({ ...contender, outcome: CONCEALED });

/**
 * A run as if it had ended with an update. The numbers behind it may be computed when they are first read.
 * @param {import("./picture.js").Run} run @param {number} updates @returns {import("./picture.js").Run}
 */
export function cutAfter(run, updates) {
  const count = Math.min(run.x.length, updates + 1);
  const [x, y, values] = [run.x, run.y, run.values].map((numbers) => numbers.subarray(0, count));
  const { header } = run.blob;
  const blob = {
    header,
    get arrays() {
      return Object.fromEntries(Object.entries(run.blob.arrays).map(([name, array]) => [name, cut(array, count)]));
    },
  };
  return { ...run, x, y, values, blob };
}

/** The first columns of an array of one or two rows. @param {import("./blobs.js").ArrayBlob["arrays"][string]} array @param {number} count */
function cut({ data, shape }, count) {
  const columns = shape[shape.length - 1];
  const rows = Array.from({ length: data.length / columns }, (_, row) => row * columns);
  const kept = Float64Array.from(rows.flatMap((from) => Array.from(data.subarray(from, from + count))));
  return { data: kept, shape: [...shape.slice(0, -1), count] };
}

/** @param {Named} contender */
export const isConcealed = ({ outcome }) => outcome === CONCEALED;

/** Whether the outcome of a contender is known at a step. @param {Named} contender @param {number} step */
export const isKnownAt = ({ outcome }, step) => step >= outcome.known_from;

/** The note on a contender at a step, or "". @param {Named} contender @param {number} step @returns {string} */
export const noteAt = (contender, step) => (isKnownAt(contender, step) ? contender.outcome.note ?? "" : "");

/** A contender's name at a step, with the note on it. @param {Named} contender @param {number} step @returns {string} */
export function nameAt(contender, step) {
  const note = noteAt(contender, step);
  return note ? `${contender.label} (${note})` : contender.label;
}
