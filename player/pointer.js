// The map under a pointer: which point of the surface it is on, which path, and what a click there means.

import { setText } from "./elements.js";
import { toPixel } from "./format.js";
import { readGesture } from "./gesture.js";
import { nearestNode } from "./ground.js";
import { trailAt } from "./reach.js";

/**
 * @param {HTMLElement} overlay the upper graph of the map @param {HTMLElement} readout where the place is told
 * @param {() => {picture: import("./picture.js").Picture|null, trails: import("./trails.js").Trail[],
 *   frame: import("./trails.js").Frame, step: number, zoomed: boolean}} look what the map shows now
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void, onWhole: () => void}} listener
 * @returns {() => void} stops reading
 */
export function readPointer(overlay, readout, look, { onPoint, onFocus, onWhole }) {
  /** Where in the plot area a pointer is, in px, or null outside it. */
  function inPlot(event) {
    if (!look().picture) return null;
    const { left, top } = overlay.getBoundingClientRect();
    const { xaxis, yaxis } = overlay._fullLayout;
    const [right, down] = [event.clientX - left - xaxis._offset, event.clientY - top - yaxis._offset];
    return right < 0 || down < 0 || right > xaxis._length || down > yaxis._length ? null : [right, down];
  }

  function toPoint(place) {
    const { xaxis, yaxis } = overlay._fullLayout;
    return [xaxis, yaxis].map((axis, k) => toPixel(axis.p2d(place[k]), Math.abs(axis.range[1] - axis.range[0]) / axis._length));
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
    const node = () => (place ? nearestNode(picture.ground, toPoint(place)) : "");
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
