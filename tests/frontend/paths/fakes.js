// Runs, trails and frames for the tests of what draws them.

import { cutAt } from "../../../frontend/paths/polyline.js";

export const THEME = /** @type {import("../../../frontend/host/theme.js").Theme} */ ({
  dark: false,
  text: "#111",
  background: "#fff",
  quiet: "#999",
  font: "Test",
  size: 16,
  casing: "white",
  ring: "black",
  mark: "#333",
  heights: ["#000", "#555", "#fff"],
  relief: ["#002", "#eef"],
  level: "#124",
  box: "#eee",
  grid: "#ddd",
  contour: "#777",
});

const WIDE = { u0: -1e6, u1: 1e6, v0: -1e6, v1: 1e6 };

/** The outcome of a run that diverges at a step. */
export const divergedAt = (step) => (
  { name: "diverged", sentence: "It diverged.", note: `diverged at step ${step}`, known_from: step }
);

/**
 * A run through points, with its losses.
 * @param {number[][]} points @param {Object<string, any>} [options]
 * @returns {import("../../../frontend/data/picture.js").Run}
 */
export function runThrough(
  points,
  { id = "0", slot = 0, values = points.map((_, k) => points.length - k), ...more } = {},
) {
  return /** @type {any} */ ({
    id,
    slot,
    label: `Run ${id}`,
    summary: "",
    color: `color ${id}`,
    dash: "solid",
    outcome: { name: "converged", sentence: "It arrived.", note: null, known_from: 0 },
    x: Float64Array.from(points, ([x]) => x),
    y: Float64Array.from(points, ([, y]) => y),
    values: Float64Array.from(values),
    blob: null,
    ...more,
  });
}

/**
 * The trail of a run.
 * @param {number[][]} points @param {Object<string, any>} [options]
 * @returns {import("../../../frontend/paths/trails.js").Trail}
 */
export function trailThrough(points, options = {}, box = WIDE) {
  const contender = runThrough(points, options);
  return { line: cutAt(contender.x, contender.y, box), contender, shown: true, start: true };
}

/** A plot area in which a unit is a px, from 0, 0 at the bottom left. */
export const frameOfPx = (width, height) => (
  { left: 0, top: 0, width, height, u: { from: 0, perUnit: 1 }, v: { from: height, perUnit: -1 } }
);
