// The link of what a handout shows, spelled as lecture/link spells it.

import { spell } from "../player/view.js";
import { valueAt } from "../live/change.js";
import { followedBy } from "../live/walked_branch.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./catalogue.js").Group} Group
 *
 * @typedef {{name: string, none: string}} Optional the name of a field, and what is said where there is none
 * @typedef {Object} Grammar what exports/handout/grammar.py says
 * @property {string} item the sign between items @property {string} part the sign within an item
 * @property {string} surface the names of fields @property {string} start @property {string} steps
 * @property {string} contender the name of a contender without its slot @property {string} nobody its value if there is none
 * @property {Optional} ownStart of a contender @property {Optional} moved examples
 * @property {Object<string, string>} ofSurface what the view begins with on another surface, by field
 */

/**
 * Writes the query of a picture.
 * @param {string} original the query of the picture that was handed out, after its "?" @param {Picture} picture
 * @param {{ground: Group, groupOf: (run: Run) => Group}} groups @param {Grammar} grammar
 */
export function queryOf(original, picture, { ground, groupOf }, grammar) {
  const { surface, start, steps, runs } = picture;
  /** @param {[string, string]} part */
  const isContender = ([name]) => name.replace(/\d+$/, "") === grammar.contender;
  const parts = original.split("&").map((part) => /** @type {[string, string]} */ (part.split("=", 2)));
  const before = parts.find(([name]) => name === grammar.surface);
  const isElsewhere = before !== undefined && before[1].split(grammar.item)[0] !== surface.key;
  const written = (group, values, own) => words(group, values, own, grammar).join(grammar.item);
  // Those who are switched off, and whom a branch follows all the same, stay as they were.
  const absent = new Set(
    runs.flatMap(({ terms }) => followedBy(terms)).filter((id) => runs.every((run) => run.id !== id)),
  );
  const isAbsent = (part) => isContender(part) && absent.has(part[0].slice(grammar.contender.length));
  const contenders = [
    ...runs.map((run) => `${grammar.contender}${run.id}=${written(groupOf(run), run.terms, startOf(run.terms))}`),
    ...parts.filter(isAbsent).map((part) => part.join("=")),
  ];
  /** @type {Object<string, string>} */
  const values = {
    [grammar.start]: spell(start),
    [grammar.steps]: String(steps),
    [grammar.surface]: written(ground, { surfaceParameters: surface.parameters }, null),
    ...(isElsewhere && grammar.ofSurface),
  };
  const all = parts.filter((part) => !isContender(part)).map(([name, value]) => `${name}=${values[name] ?? value}`);
  const nobody = [`${grammar.contender}=${grammar.nobody}`];
  all.splice(parts.findIndex(isContender), 0, ...(contenders.length > 0 ? contenders : nobody));
  return all.join("&");
}

/** The start that a contender has of its own. @param {import("../data/picture.js").Terms} terms */
const startOf = ({ start, followed }) => (followed ? null : start);

/**
 * The words of a part of a link, at other values.
 * @param {Group} group @param {Object} values @param {number[]|null} start of its own @param {Grammar} grammar
 */
function words({ words: before, numbers, switches }, values, start, { part, ownStart, moved }) {
  const examples = valueAt(values, ["surfaceParameters", "moved"]);
  const after = before.map((word) => {
    const name = word.split(part, 1)[0];
    if (name === ownStart.name) return `${name}${part}${start ? spell(start) : ownStart.none}`;
    return examples && name === moved.name ? `${name}${part}${spell(examples) || moved.none}` : word;
  });
  for (const { path, word, name } of [...numbers, ...switches]) {
    after[word] = `${name}${part}${spell(valueAt(values, path))}`;
  }
  return after;
}
