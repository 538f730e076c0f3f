// The picture: a scene joined with its series, and the averages, which are walked here. It is never changed: what a hand
// moves makes another one.

import { biasCorrected, weightedAverage } from "./recursion.js";
import { significant } from "../dom/format.js";

/**
 * @typedef {"both"|"uncorrected"|"corrected"|"none"} Curves which curves an average has
 *
 * @typedef {Object} AverageFacts an average as a scene describes it
 * @property {string} beta the name of its β in the terms @property {Curves} curves
 * @property {number} slot @property {string} color @property {string} dash
 *
 * @typedef {Object<string, number|string|boolean>} Terms the settings of the page by the field of their declaration
 *
 * @typedef {Object} Content what a scene holds beside its blob
 * @property {string} title @property {string} unit of the values, or "" @property {string[]} settings in words
 * @property {Terms} terms @property {AverageFacts[]} averages
 * @property {boolean} fixed whether days cannot be moved @property {number[]} moved the days that have been, from 0
 * @property {number} room how many more can be @property {boolean} fill whether the picture takes the whole screen
 * @property {import("../data/picture.js").Lesson|null} [lesson]
 *
 * @typedef {Object} Average one average of the series
 * @property {string} field the name of its β @property {number} beta @property {Curves} curves
 * @property {number} slot @property {string} color @property {string} dash
 * @property {Float64Array} plain v₁ … v_T @property {Float64Array|null} corrected if it is drawn
 * @property {Float64Array|null} misprinted divided by 1 − β, if that is drawn
 *
 * @typedef {Object} Picture
 * @property {string} title @property {string} unit @property {string[]} settings @property {boolean} fixed
 * @property {number[]} moved @property {number} room @property {import("../data/picture.js").Lesson|null} lesson
 * @property {boolean} fill @property {Float64Array} values θ₁ … θ_T @property {Float64Array|null} noise
 * @property {boolean} misprint @property {Average[]} averages those that are drawn
 * @property {AverageFacts[]} facts @property {Terms} terms
 */

/**
 * Joins a scene with its series.
 * @param {Content} content @param {Map<string, import("../data/blobs.js").ArrayBlob>} blobs @returns {Picture}
 */
export function composePicture({ terms, averages: facts, fill, lesson = null, ...words }, blobs) {
  const { values, noise } = blobs.get("series").arrays;
  const series = { values: doubles(values), noise: noise ? doubles(noise) : null };
  const begun = { ...words, ...series, lesson, fill: Boolean(fill), facts, terms, misprint: false, averages: [] };
  return withTerms(begun, terms);
}

/** @param {{data: import("../data/blobs.js").Numbers}} array */
const doubles = ({ data }) => /** @type {Float64Array} */ (data);

/**
 * The same picture with other settings: an average that they leave as it was is not walked again.
 * @param {Picture} picture @param {Terms} terms @returns {Picture}
 */
export function withTerms(picture, terms) {
  const misprint = Boolean(terms.misprint);
  const drawn = picture.facts.filter(({ curves }) => curves !== "none");
  const averages = drawn.map((facts) => {
    const beta = Number(terms[facts.beta]);
    const before = picture.averages.find(({ field }) => field === facts.beta);
    const isSame = before?.beta === beta && picture.misprint === misprint;
    return isSame ? before : walked(picture.values, facts, beta, misprint);
  });
  return { ...picture, terms, misprint, averages };
}

/**
 * The same picture with another value for a day.
 * @param {Picture} picture @param {number} day counted from 0 @param {number} value @returns {Picture}
 */
export function withDay(picture, day, value) {
  const values = picture.values.slice();
  values[day] = value;
  return withTerms({ ...picture, values, averages: [] }, picture.terms);
}

/**
 * @param {Float64Array} values @param {AverageFacts} facts @param {number} beta @param {boolean} misprint
 * @returns {Average}
 */
function walked(values, { beta: field, curves, slot, color, dash }, beta, misprint) {
  const plain = weightedAverage(values, beta);
  return {
    ...{ field, beta, curves, slot, color, dash, plain },
    corrected: curves === "uncorrected" ? null : biasCorrected(plain, beta),
    misprinted: misprint ? plain.map((average) => average / (1 - beta)) : null,
  };
}

/**
 * The picture before a lesson's question is answered: the averages have no days yet, so that no axis and no word can tell
 * what they become.
 * @param {Picture} picture @returns {Picture}
 */
export const beforeAnswer = ({ averages, ...picture }) => ({
  ...picture,
  misprint: false,
  averages: averages.map(empty),
});

/** @param {Average} average @returns {Average} */
const empty = (average) => ({ ...average, plain: new Float64Array(), corrected: null, misprinted: null });

/** What a lesson asks about: the averages can be put in order. @param {Picture} picture @returns {import("../player/questioner.js").Questioned} */
export const questioned = ({ lesson, averages }) => ({
  lesson,
  predict: false,
  runs: averages.map(({ slot, beta, color }) => ({
    id: String(slot),
    label: nameOf(beta),
    slot,
    color,
    dash: "solid",
  })),
});

/** What an average is called. @param {number} beta */
export const nameOf = (beta) => `β ${significant(beta)}`;

/** The curve of an average that is read: the corrected one, if there is one. @param {Average} average */
export const curveOf = ({ plain, corrected }) => corrected ?? plain;
