// What a hand does to one of Streamlit's sliders, a frame before Streamlit draws it: the value that its thumb goes to.
// Where a slider is built otherwise than is known here there is no grip, and the value comes when it is drawn.

import { readSignificant } from "../dom/format.js";

/**
 * @typedef {Object} Track of a slider
 * @property {number} low @property {number} high @property {number} step of its positions
 * @property {number} width px @property {number} from the position that it is dragged from
 */

/**
 * Takes the slider under a pointer.
 * @param {Element} target @param {number} clientX @param {number[]|null} stops the values of its positions, if they are others
 * @returns {((clientX: number) => number)|null} gives the value at a place of the pointer
 */
export function takeSlider(target, clientX, stops) {
  const input = target.closest("[role=group]")?.querySelector("input[type=range]");
  const thumb = input?.closest("[data-rac]");
  const track = thumb?.parentElement;
  if (!(input instanceof HTMLInputElement) || !track) return null;
  const valueOf = valueReader(Number(input.value), input.getAttribute("aria-valuetext"), stops);
  if (!valueOf) return null;
  const { left, width } = track.getBoundingClientRect();
  const [low, high, step] = [input.min, input.max, input.step].map(Number);
  const bare = { low, high, step, width, from: Number(input.value) };
  const from = thumb.contains(target) ? bare.from : positionAt({ ...bare, from: low }, clientX - left);
  return (x) => valueOf(positionAt({ ...bare, from }, x - clientX));
}

/** The position that a thumb goes to. @param {Track} track @param {number} moved px from where it was @returns {number} */
export function positionAt({ low, high, step, width, from }, moved) {
  const share = Math.max(0, Math.min(1, (from - low) / (high - low) + moved / width));
  return Math.min(high, low + Math.round((share * (high - low)) / step) * step);
}

/**
 * Finds out what the positions of a slider are, from one of them and the value that is shown there.
 * @param {number} position @param {string|null} text @param {number[]|null} stops
 * @returns {((position: number) => number)|null} null where neither fits
 */
export function valueReader(position, text, stops) {
  const shown = text === null ? NaN : readSignificant(text);
  const fits = (value) => Math.abs(value - shown) <= 1e-6 * Math.abs(shown);
  if (stops && fits(stops[position])) return (each) => stops[each];
  return fits(position) ? (each) => each : null;
}

/** Whether a slider stands still, as all do while there is no server. @param {Element} slider @returns {boolean} */
export const isDisabled = (slider) => slider.querySelector("input[type=range]:disabled") !== null;

/** Takes a slider where it stands and lets it go, so that it says its value. @param {Element} slider */
export function letGoAgain(slider) {
  const thumb = slider.querySelector("input[type=range]")?.closest("[data-rac]");
  for (const type of ["pointerdown", "pointerup"]) thumb?.dispatchEvent(new PointerEvent(type, { bubbles: true }));
}
