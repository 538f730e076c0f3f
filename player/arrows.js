// Two arrows at the head of the contender in focus: −g, straight downhill, and Δw, the step that comes next. Directions
// are true; lengths are on a logarithmic scale, because steps and gradients span many powers of ten in one run.

import { drawing, element, setAttribute } from "./elements.js";
import { pixel } from "./strokes.js";

const LONGEST = 90; // px, for the largest gradient and for the largest step of the run
const SHORTER = 17; // px less for each factor of ten below that
const SHORTEST = 26; // px
const HALF = LONGEST + 14; // px from the middle of the drawing to its edge

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

  function aim(shape, array, index) {
    const { data, shape: [, count] } = run.parcel.arrays[array];
    const sign = array === "gradients" ? -1 : 1;
    const [dx, dy] = index < count ? [sign * data[index], sign * data[count + index]] : [NaN, NaN];
    const size = Math.hypot(dx, dy);
    const drawn = size > 0 && Number.isFinite(size);
    setAttribute(shape, "visibility", drawn ? "visible" : "hidden");
    if (!drawn) return;
    const length = Math.max(SHORTEST, LONGEST + SHORTER * Math.log10(size / largest[array]));
    setAttribute(shape, "transform", `rotate(${(Math.atan2(-dy, dx) * 180) / Math.PI})`);
    for (const line of shape.children) setAttribute(line, "d", outline(length));
  }

  return {
    /** @param {import("./picture.js").Run|null} focused null where no arrows are wanted */
    setRun(focused) {
      run = focused;
      place.hidden = run === null;
      if (run === null) return;
      place.style.setProperty("--downhill-run", run.color);
      largest = { gradients: most(run.parcel.arrays.gradients), steps: most(run.parcel.arrays.steps) };
    },
    /** @param {number} step @param {import("./trails.js").Frame} frame */
    draw(step, frame) {
      if (run === null) return;
      const at = Math.min(step, run.x.length - 1);
      const [left, top] = [pixel(run.x[at], frame.u), pixel(run.y[at], frame.v)];
      const inside = left >= 0 && top >= 0 && left <= frame.width && top <= frame.height;
      if (place.hidden === inside) place.hidden = !inside;
      if (!inside) return;
      place.style.transform = `translate(${(left - HALF).toFixed(2)}px, ${(top - HALF).toFixed(2)}px)`;
      aim(downhill, "gradients", at);
      aim(next, "steps", at + 1);
    },
    destroy() {
      place.remove();
    },
  };
}

/** The key: which arrow is which. @returns {HTMLElement} */
export function arrowKey() {
  const sample = (name) => drawing("svg", { width: 40, height: 16, viewBox: "-2 -8 40 16", "aria-hidden": "true" }, shaped(name));
  const shaped = (name) => {
    const shape = arrow(name);
    for (const line of shape.children) line.setAttribute("d", outline(34));
    return shape;
  };
  return element(
    "div",
    { class: "downhill-arrow-key", hidden: true, title: RULE },
    element("span", {}, sample("downhill-arrow-gradient"), "\u2212g, downhill"),
    element("span", {}, sample("downhill-arrow-step"), "\u0394w, the next step"),
    element("span", { class: "downhill-readout" }, "lengths: log scale"),
  );
}

/** A line with its casing; both get the same outline. */
const arrow = (name) => drawing("g", { class: name }, drawing("path", { class: "downhill-arrow-casing" }), drawing("path"));

const outline = (length) => `M0,0H${length.toFixed(1)}m-9,-6l9,6l-9,6`;

function most({ data, shape: [, count] }) {
  let largest = 0;
  for (let k = 0; k < count; k += 1) {
    const size = Math.hypot(data[k], data[count + k]);
    if (size > largest && Number.isFinite(size)) largest = size;
  }
  return largest;
}
