// The map under a pointer: which point of the surface it is on, which path, and what a click there means.

import { setText } from "../dom/elements.js";
import { toPixel } from "../dom/format.js";
import { readGesture } from "../dom/gesture.js";
import { nearestNode } from "./contours.js";
import { trailAt } from "../paths/hit_test.js";

/**
 * @param {HTMLElement} overlay the upper graph of the map @param {HTMLElement} readout where the place is told
 * @param {() => {picture: import("../data/picture.js").Picture, trails: import("../paths/trails.js").Trail[],
 *   frame: import("../paths/trails.js").Frame|null, step: number, zoomed: boolean}} look what the map shows now, with no frame
 *   before it shows anything
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void, onWhole: () => void}} listener
 * @returns {() => void} stops reading
 */
export function readPointer(overlay, readout, look, { onPoint, onFocus, onWhole }) {
  /** Where in the plot area a pointer is, in px, or null outside it. */
  function inPlot(event) {
    const { frame } = look();
    if (!frame) return null;
    const { left, top } = overlay.getBoundingClientRect();
    const [right, down] = [event.clientX - left - frame.left, event.clientY - top - frame.top];
    return right < 0 || down < 0 || right > frame.width || down > frame.height ? null : [right, down];
  }

  function toPoint(place) {
    const { u, v } = look().frame;
    return [u, v].map(({ from, perUnit }, k) => toPixel(from + place[k] / perUnit, 1 / Math.abs(perUnit)));
  }

  function hit(place) {
    const { trails, frame, step } = look();
    return trailAt(trails, frame, step, ...place);
  }

  function tellPlace(event) {
    const place = inPlot(event);
    const { picture } = look();
    const run = place && picture.runs.find(({ id }) => id === hit(place));
    overlay.classList.toggle("downhill-on-path", Boolean(run));
    const node = () => (place ? nearestNode(picture.surface, toPoint(place)) : "");
    setText(readout, run ? `${run.label}: a click puts it in focus` : node());
  }

  const clear = () => setText(readout, "");
  const stopGesture = readGesture(overlay, {
    doubleMeans: () => look().zoomed,
    onClick(event) {
      const place = inPlot(event);
      if (!place) return;
      const id = hit(place);
      if (id !== null) onFocus(id);
      else onPoint(...toPoint(place));
    },
    onDouble: onWhole,
  });
  overlay.addEventListener("pointermove", tellPlace);
  overlay.addEventListener("pointerleave", clear);
  return () => {
    stopGesture();
    overlay.removeEventListener("pointermove", tellPlace);
    overlay.removeEventListener("pointerleave", clear);
  };
}
