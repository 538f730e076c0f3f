// The limit of stability of a contender on a quadratic loss, as a line over its sweep.

import { placeOn } from "./axes.js";

/**
 * Whether theory has a limit at all: the loss is quadratic, its gradients are those of the whole loss, and α is constant.
 * @param {import("../data/picture.js").Picture} picture @param {import("../data/picture.js").Run} run
 * @param {import("./axes.js").Axes} axes
 */
export function isInTheory({ surface }, { terms: { schedule, batchSize, followed } }, { up }) {
  const isWhole = !surface.data || (batchSize >= surface.data.targets.length && up.path[0] !== "batchSize");
  return surface.quadratic && isWhole && schedule === "constant" && !followed;
}

/**
 * Finds, for each value of the vertical axis, the largest α with which the rule settles.
 * @param {import("../paths/panel.js").Listener["ask"]} ask @param {import("../data/picture.js").Picture} picture
 * @param {import("../data/picture.js").Run} run @param {import("./axes.js").Axes} axes @param {ArrayLike<number>} values of the
 *   vertical axis
 * @returns {{u: Float64Array, v: Float64Array}|null} places on both axes; null where theory has none, or none for the rule
 *   that the curvature alone decides
 */
export function limitLine(ask, picture, run, axes, values) {
  const { surface, start } = picture;
  const { rule, ruleParameters } = run.terms;
  const { across, up } = axes;
  if (!isInTheory(picture, run, axes)) return null;
  const [owner, field] = up.path;
  const [u, v] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let k = 0; k < values.length; k += 1) {
    const other = { [field]: values[k] };
    const isOfRule = owner === "ruleParameters";
    const ground = isOfRule ? surface : { ...surface, parameters: { ...surface.parameters, ...other } };
    const own = isOfRule ? { ...ruleParameters, ...other } : ruleParameters;
    const found = ask("stability", ground, { rule, ruleParameters: own, point: run.terms.start ?? start });
    if (!found) return null;
    [u[k], v[k]] = [placeOn(found.limit / found.sharpness, across.scale), placeOn(values[k], up.scale)];
  }
  return { u, v };
}
