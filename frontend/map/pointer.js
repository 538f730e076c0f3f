// The pointer on the map: the point or the path under it, and what a click there does.

import { setText } from "../dom/elements.js";
import { readGesture } from "../dom/gesture.js";
import { nearestNode } from "./contours.js";
import { trailAt } from "../paths/hit_test.js";
import { placeIn, pointAt } from "../paths/handle.js";

/**
 * @typedef {Object} UnderPointer what the map shows
 * @property {import("../data/picture.js").Picture|null} picture @property {number} step
 * @property {import("../paths/trails.js").Trail[]} trails
 * @property {import("../paths/trails.js").Frame|null} frame null before the map shows anything
 * @property {(point: number[]) => string} tell says what a layer shows at a point, or ""
 * @property {(point: number[]) => number[]} startAt the start that stands for a point
 * @property {boolean} zoomed whether less than the whole window is seen
 */

/**
 * Reads the pointer over the map, and says beside the title where it is.
 * @param {HTMLElement} overlay the upper graph of the map @param {HTMLElement} readout
 * @param {() => UnderPointer} read
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void, onWhole: () => void}} listener
 * @returns {() => void} stops reading
 */
export function readPointer(overlay, readout, read, { onPoint, onFocus, onWhole }) {
  /** Finds the place of a pointer in the plot area, px, or null outside it. @returns {[number, number]|null} */
  function placeOf(event) {
    const { frame } = read();
    return frame && placeIn(frame, overlay, event);
  }

  function contenderAt([left, top]) {
    const { trails, frame, step } = read();
    return trailAt(trails, frame, step, left, top);
  }

  function sayPlace(event) {
    const place = placeOf(event);
    const { picture, frame, tell } = read();
    const run = place && picture.runs.find(({ id }) => id === contenderAt(place));
    overlay.classList.toggle("downhill-on-path", Boolean(run));
    const words =
      () => (place ? tell(pointAt(frame, place)) || nearestNode(picture.surface, pointAt(frame, place)) : "");
    setText(readout, run ? `${run.label}: click to bring it into focus` : words());
  }

  function click(event) {
    const place = placeOf(event);
    if (!place) return;
    const id = contenderAt(place);
    if (id !== null) onFocus(id);
    else {
      const { frame, startAt } = read();
      const [x, y] = startAt(pointAt(frame, place));
      onPoint(x, y);
    }
  }

  const clear = () => setText(readout, "");
  const stopGesture = readGesture(overlay, { doubleMeans: () => read().zoomed, onClick: click, onDouble: onWhole });
  overlay.addEventListener("pointermove", sayPlace);
  overlay.addEventListener("pointerleave", clear);
  return () => {
    stopGesture();
    overlay.removeEventListener("pointermove", sayPlace);
    overlay.removeEventListener("pointerleave", clear);
  };
}
