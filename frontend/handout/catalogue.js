// What can be chosen in a handout: who else may race, and on which surface, each as the app would open it.

import { PENDING } from "../data/outcome.js";
import { followedBy } from "../live/walked_branch.js";
import { walkedRun } from "../live/walked_picture.js";
import { surfaceOf } from "../live/walked_surface.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Terms} Terms
 * @typedef {import("../live/kernels.js").Kernels} Kernels
 * @typedef {import("./race_controls.js").NumberFacts} NumberFacts
 * @typedef {import("./race_controls.js").SwitchFacts} SwitchFacts
 *
 * @typedef {Object} Group controls, and the part of a link that has their values
 * @property {string[]} words of that part @property {NumberFacts[]} numbers @property {SwitchFacts[]} switches
 *
 * @typedef {Object} RuleFacts who may join, at its defaults
 * @property {string} key @property {string} label @property {Terms} terms
 * @property {import("../data/picture.js").NumberOnSlider[]} onSliders @property {Object[]} lines of the step in numbers
 * @property {import("../curves/average.js").KeptAverage|null} average
 * @property {import("../data/words.js").Part[]} summary @property {string} source in words
 *
 * @typedef {Object} GroundFacts a surface as it opens
 * @property {import("../data/picture.js").SurfaceFacts} facts @property {number[]} levels
 * @property {number[]} start @property {number} steps @property {number} noise @property {number} firstSight the step at which it opens
 * @property {Object<string, number>} rates that suit it, by rule
 * @property {string[]} equations in MathML @property {string} source in words
 *
 * @typedef {Object} Catalogue what exports/handout/catalogue.py says
 * @property {(Group & RuleFacts)[]} rules @property {(Group & GroundFacts)[]} surfaces
 * @property {{color: string, dash: string}[]} strokes by slot @property {import("../data/sliders.js").Sliders} sliders
 * @property {import("./query.js").Grammar} grammar of links
 */

/**
 * Lets an optimizer join in the first free colour; null if none is free.
 * @param {Catalogue} catalogue @param {Kernels} kernels @param {Picture} picture @param {string} key of its rule
 * @returns {Picture|null}
 */
export function added(catalogue, kernels, picture, key) {
  const taken = new Set(picture.runs.flatMap(({ id, terms }) => [id, ...followedBy(terms)]));
  const slot = catalogue.strokes.findIndex((_, each) => !taken.has(String(each)));
  if (slot === -1) return null;
  const rule = catalogue.rules.find((each) => each.key === key);
  const ground = catalogue.surfaces.find(({ facts }) => facts.key === picture.surface.key);
  const newcomer = {
    id: String(slot),
    slot,
    joined: true,
    label: nameAmong(picture.runs.map(({ label }) => label), rule.label),
    summary: "",
    words: { label: null, summary: rule.summary },
    ...catalogue.strokes[slot],
    outcome: PENDING,
    terms: withRate(rule.terms, ground.rates[key]),
    numbers: rule.onSliders,
    normal: picture.runs[0]?.normal ?? null,
    order: picture.runs[0]?.order ?? null,
    randomness: picture.runs[0]?.randomness ?? "",
    blob: { header: { lines: rule.lines, average: rule.average }, arrays: {} },
  };
  const run = walkedRun(kernels, /** @type {any} */ (newcomer), picture, newcomer.terms);
  return { ...picture, settings: [], runs: [...picture.runs, run] };
}

/** Takes an optimizer out, and its branches. @param {Picture} picture @param {string} id @returns {Picture} */
export const removed = (picture, id) => ({
  ...picture,
  runs: picture.runs.filter((run) => run.id !== id && !followedBy(run.terms).includes(id)),
  settings: [],
});

/**
 * Moves everybody to another surface, at the learning rates, the start and the steps that suit it.
 * @param {Catalogue} catalogue @param {Kernels} kernels @param {Picture} picture @param {string} key of the surface
 * @returns {Picture} @throws {import("../live/not_known_here.js").NotKnownHere} if noise or batches are not known for so many steps
 */
export function onSurface(catalogue, kernels, picture, key) {
  const groundOf = (/** @type {string} */ of) => catalogue.surfaces.find((ground) => ground.facts.key === of);
  const { facts, levels, start, steps, firstSight, rates } = groundOf(key);
  const surface = surfaceOf(kernels, withData(facts), levels);
  // Noise that is the surface's own stays behind; what there was not at first, no handout knows.
  const noise = picture.noise === groundOf(picture.surface.key)?.noise ? 0 : picture.noise;
  const moved = { ...picture, surface, start, steps, noise, firstSight, settings: [] };
  // An order is that of so many examples: of more or fewer, no batches are known.
  const isOfOthers = moved.surface.data?.targets.length !== picture.surface.data?.targets.length;
  const runs = picture.runs.map((run) => {
    const terms = fromCommonStart(withRate(run.terms, rates[run.terms.rule]));
    return walkedRun(kernels, isOfOthers ? { ...run, order: null } : run, moved, terms);
  });
  return { ...moved, runs };
}

/** The facts of a surface, with its data as kernels take them. @param {any} facts */
const withData = ({ data, ...facts }) => ({
  ...facts,
  data: data && { features: Float64Array.from(data.features), targets: Float64Array.from(data.targets) },
});

/**
 * Terms at another rate, those of whom a branch follows too.
 * @param {Terms} terms @param {number} rate @returns {Terms}
 */
const withRate = (terms, rate) => ({
  ...terms,
  ruleParameters: { ...terms.ruleParameters, learning_rate: rate },
  followed: terms.followed ? withRate(terms.followed, rate) : null,
});

/** @param {Terms} terms @returns {Terms} */
const fromCommonStart = (terms) => ({
  ...terms,
  start: null,
  followed: terms.followed ? fromCommonStart(terms.followed) : null,
});

/** A name that nobody has yet. @param {string[]} names @param {string} name */
export function nameAmong(names, name) {
  let free = name;
  for (let number = 2; names.includes(free); number += 1) free = `${name} #${number}`;
  return free;
}
