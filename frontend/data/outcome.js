// What becomes of a contender, in the few words a glance at the map does not tell, and from which step on it is known.

const WORDS = { diverging: "diverging", "left the map": "left the map" };

/** "diverged at step 12", "diverging", "left the map", or "" for every other end. @param {import("./picture.js").Run} run */
export function outcomeNote(run) {
  const { kind } = run.outcome;
  return kind === "diverged" ? `diverged at step ${knownFrom(run)}` : (WORDS[kind] ?? "");
}

/** The step from which on it is known: a run that diverges has no point there. @returns {number} */
export function knownFrom({ outcome: { kind, step }, values }) {
  return step ?? values.length - (kind === "diverged" ? 0 : 1);
}

/** What has become of a contender by a step, or "". @param {import("./picture.js").Run} run @param {number} step */
export const noteAt = (run, step) => (step >= knownFrom(run) ? outcomeNote(run) : "");

/** A contender's name with what has become of it by a step. @param {import("./picture.js").Run} run @param {number} step */
export function nameAt(run, step) {
  const words = noteAt(run, step);
  return words ? `${run.label} (${words})` : run.label;
}
