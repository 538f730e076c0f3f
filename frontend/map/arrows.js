// Two arrows at the head of the contender in focus: −g, straight downhill, and Δw, the step that comes next. Directions
// are true; lengths are on a logarithmic scale, because steps and gradients span many powers of ten in one run.

import { drawing, element, setAttribute } from "../dom/elements.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const LONGEST = 90; // px, for the largest gradient and for the largest step of the run
const SHORTER = 17; // px less for each factor of ten below that
const SHORTEST = 26; // px
const HEAD = 8; // px from the middle of a head to its edge
const HALF = LONGEST + 14; // px from the middle of the drawing to its edge

const NAMES = { gradient: "\u2212g, downhill", step: "\u0394w, the next step" };
const LENGTHS = "lengths: log scale";

/** What the key says of the lengths. */
const RULE =
  `Directions are true. The largest of the run is ${LONGEST} px long; each factor of ten less takes ${SHORTER} px off, ` +
  `down to ${SHORTEST} px.`;

/** @param {HTMLElement} layer above the heads */
export function createArrows(layer) {
  const downhill = arrow("downhill-arrow-gradient");
  const next = arrow("downhill-arrow-step");
  const picture = drawing(
    "svg",
    { width: 2 * HALF, height: 2 * HALF, viewBox: `${-HALF} ${-HALF} ${2 * HALF} ${2 * HALF}`, "aria-hidden": "true" },
    downhill,
    next,
  );
  const place = element("div", { class: "downhill-arrows", hidden: true }, picture);
  layer.append(place);
  let run = null;
  let largest = { gradients: 0, steps: 0 };

  /** Where an arrow points and how long it is; null where there is nothing to point to. */
  function aimed(array, index) {
    const { data, shape: [, count] } = run.blob.arrays[array];
    const sign = array === "gradients" ? -1 : 1;
    const [dx, dy] = index < count ? [sign * data[index], sign * data[count + index]] : [NaN, NaN];
    const size = Math.hypot(dx, dy);
    if (!(size > 0 && Number.isFinite(size))) return null;
    const length = Math.max(SHORTEST, LONGEST + SHORTER * Math.log10(size / largest[array]));
    return { angle: Math.atan2(-dy, dx), length };
  }

  function aim(shape, aimedAt) {
    setAttribute(shape, "visibility", aimedAt ? "visible" : "hidden");
    if (!aimedAt) return;
    setAttribute(shape, "transform", `rotate(${(aimedAt.angle * 180) / Math.PI})`);
    for (const line of shape.children) setAttribute(line, "d", outline(aimedAt.length));
  }

  /** The head that the arrows start from; null where it is outside the map or no arrows are wanted. */
  function origin(step, frame) {
    if (run === null) return null;
    const at = Math.min(step, run.x.length - 1);
    const [left, top] = [pixel(run.x[at], frame.u), pixel(run.y[at], frame.v)];
    const inside = left >= 0 && top >= 0 && left <= frame.width && top <= frame.height;
    return inside ? { at, left, top } : null;
  }

  return {
    /** @param {import("../data/picture.js").Run|null} focused null where no arrows are wanted */
    setRun(focused) {
      run = focused;
      place.hidden = run === null;
      if (run === null) return;
      place.style.setProperty("--downhill-run", run.color);
      largest = { gradients: most(run.blob.arrays.gradients), steps: most(run.blob.arrays.steps) };
    },
    /** @param {number} step @param {import("../paths/trails.js").Frame} frame */
    draw(step, frame) {
      const from = origin(step, frame);
      if (place.hidden === Boolean(from)) place.hidden = !from;
      if (!from) return;
      place.style.transform = `translate(${(from.left - HALF).toFixed(2)}px, ${(from.top - HALF).toFixed(2)}px)`;
      aim(downhill, aimed("gradients", from.at));
      aim(next, aimed("steps", from.at + 1));
    },
    /**
     * The arrows as a still shows them, larger with its type.
     * @param {number} step @param {import("../paths/trails.js").Frame} frame @param {import("../host/theme.js").Theme} theme
     * @returns {import("../paths/outlines.js").Outline[]}
     */
    outlines(step, frame, theme) {
      const from = origin(step, frame);
      if (!from) return [];
      const both = [[aimed("gradients", from.at), theme.ring], [aimed("steps", from.at + 1), run.color]];
      return both.flatMap(([aimedAt, color]) => (aimedAt ? outlined(aimedAt, from, color, theme) : []));
    },
    /** What the arrows are called, for the key of a still. @param {import("../host/theme.js").Theme} theme */
    entries: (
      theme,
    ) => (run ? [entry(NAMES.gradient, theme.ring, theme), entry(`${NAMES.step} (${LENGTHS})`, run.color, theme)] : []),
    destroy() {
      place.remove();
    },
  };
}

/** The key: which arrow is which. @returns {HTMLElement} */
export function arrowKey() {
  const sample = (name) =>
    drawing("svg", { width: 40, height: 16, viewBox: "-2 -8 40 16", "aria-hidden": "true" }, shaped(name));
  const shaped = (name) => {
    const shape = arrow(name);
    for (const line of shape.children) line.setAttribute("d", outline(34));
    return shape;
  };
  return element(
    "div",
    { class: "downhill-arrow-key", hidden: true, title: RULE },
    element("span", {}, sample("downhill-arrow-gradient"), NAMES.gradient),
    element("span", {}, sample("downhill-arrow-step"), NAMES.step),
    element("span", { class: "downhill-readout" }, LENGTHS),
  );
}

/** A line with its casing; both get the same outline. */
const arrow = (name) =>
  drawing("g", { class: name }, drawing("path", { class: "downhill-arrow-casing" }), drawing("path"));

const outline = (length) => `M0,0H${length.toFixed(1)}m-9,-6l9,6l-9,6`;

const entry = (words, color, { casing, size }) => (
  { words, marker: { symbol: "arrow", angle: 90, size: 1.1 * size, color, line: { color: casing, width: size / 12 } } }
);

/** The same outline twice, as casing and as line, from the edge of the head on. */
function outlined({ angle, length }, { left, top }, color, theme) {
  const scale = theme.size / 16;
  const strokes = [[[HEAD, 0], [length, 0]], [[length - 9, -6], [length, 0], [length - 9, 6]]];
  const lines = strokes.map((points) => turned(points, { left, top, angle }, scale));
  return [[theme.casing, 7], [color, 3]].map(([stroke, width]) => ({
    lines,
    line: { color: stroke, width: width * scale },
  }));
}

function most({ data, shape: [, count] }) {
  let largest = 0;
  for (let k = 0; k < count; k += 1) {
    const size = Math.hypot(data[k], data[count + k]);
    if (size > largest && Number.isFinite(size)) largest = size;
  }
  return largest;
}
