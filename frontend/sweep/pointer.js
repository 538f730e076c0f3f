// The pointer on a sweep: what is found under it is said in the head of the panel, a click takes the values there, and the
// wheel looks nearer.

import { setText } from "../dom/elements.js";
import { placeIn, pointAt } from "../paths/handle.js";

const WHEEL = 1.25; // by which a notch of the wheel enlarges

/**
 * @typedef {Object} PointerListener each takes a place on the scales of the axes
 * @property {(place: number[]) => string} tell says what is found there, or ""
 * @property {(place: number[]) => void} onPlace a click @property {(factor: number, place: number[]) => void} onZoom
 */

/**
 * Reads the pointer over the plot area.
 * @param {HTMLElement} stack of the panel @param {HTMLElement} readout
 * @param {() => import("../paths/trails.js").Frame|null} read gives the plot area; null while there is no sweep
 * @param {PointerListener} listener @returns {() => void} stops reading
 */
export function readPointer(stack, readout, read, { tell, onPlace, onZoom }) {
  /** @param {MouseEvent} event @returns {number[]|null} null outside the plot area */
  function placeOf(event) {
    const frame = read();
    const px = frame && placeIn(frame, stack, event);
    return px && pointAt(frame, px);
  }

  function sayPlace(event) {
    const place = placeOf(event);
    setText(readout, place ? tell(place) : "");
  }

  function click(event) {
    const place = placeOf(event);
    if (place) onPlace(place);
  }

  function turnWheel(event) {
    const place = event.ctrlKey ? null : placeOf(event);
    if (!place) return;
    event.preventDefault();
    onZoom(event.deltaY < 0 ? WHEEL : 1 / WHEEL, place);
  }

  const clear = () => setText(readout, "");
  const heard = /** @type {const} */ ([
    ["pointermove", sayPlace],
    ["pointerleave", clear],
    ["click", click],
    ["wheel", turnWheel],
  ]);
  for (const [kind, hear] of heard) stack.addEventListener(kind, hear, { passive: false });
  return () => {
    for (const [kind, hear] of heard) stack.removeEventListener(kind, hear);
  };
}
