// The link of what a handout shows.

import { spell } from "../player/view.js";
import { valueAt } from "../live/change.js";
import { followedBy } from "../live/walked_branch.js";

/**
 * @typedef {import("../data/picture.js").Picture} Picture
 * @typedef {import("../data/picture.js").Run} Run
 * @typedef {import("./catalogue.js").Group} Group
 */

const CONTENDER = /^c(\d+|)$/;

/**
 * Writes the query of a picture.
 * @param {string} original the query of the picture that was handed out, after its "?" @param {Picture} picture
 * @param {{ground: Group, groupOf: (run: Run) => Group}} groups
 */
export function queryOf(original, picture, { ground, groupOf }) {
  const { surface, start, steps, runs } = picture;
  const parts = original.split("&").map((part) => /** @type {[string, string]} */ (part.split("=", 2)));
  const isElsewhere = parts.some(([name, value]) => name === "surface" && value.split("~")[0] !== surface.key);
  // Those who are switched off, and whom a branch follows all the same, stay as they were.
  const absent = new Set(
    runs.flatMap(({ terms }) => followedBy(terms)).filter((id) => runs.every((run) => run.id !== id)),
  );
  const contenders = [
    ...runs.map((run) => `c${run.id}=${words(groupOf(run), run.terms, startOf(run.terms)).join("~")}`),
    ...parts.filter(([name]) => absent.has(name.slice(1)) && CONTENDER.test(name)).map((part) => part.join("=")),
  ];
  /** @type {Object<string, string>} */
  const values = {
    start: spell(start),
    steps: String(steps),
    surface: words(ground, { surfaceParameters: surface.parameters }, null).join("~"),
    ...(isElsewhere && { zoom: "auto", camera: "auto" }),
  };
  const all = parts.filter(([name]) => !CONTENDER.test(name)).map(([name, value]) =>
    `${name}=${values[name] ?? value}`
  );
  const at = parts.findIndex(([name]) => CONTENDER.test(name));
  all.splice(at, 0, ...(contenders.length > 0 ? contenders : ["c=none"]));
  return all.join("&");
}

/** The start that a contender has of its own. @param {import("../data/picture.js").Terms} terms */
const startOf = ({ start, followed }) => (followed ? null : start);

/** The words of a part of a link, at other values. @param {Group} group @param {Object} values @param {number[]|null} start */
function words({ words: before, numbers, switches }, values, start) {
  const moved = valueAt(values, ["surfaceParameters", "moved"]);
  const after = before.map((word) => {
    if (word.startsWith("at_")) return `at_${start ? spell(start) : "common"}`;
    return moved && word.startsWith("moved_") ? `moved_${spell(moved) || "none"}` : word;
  });
  for (const { path, word, name } of [...numbers, ...switches]) after[word] = `${name}_${spell(valueAt(values, path))}`;
  return after;
}
