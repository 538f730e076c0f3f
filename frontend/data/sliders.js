// The sliders of the page, by the names that scenes give them: their stops, or where they begin, end and step.

/**
 * @typedef {number[]|{low: number, high: number, step: number}} Slider
 * @typedef {Object<string, Slider>} Sliders by name (scenes/sliders.py)
 */

/**
 * Gives the values of a slider, or that many of them as even as they can be chosen, both ends included.
 * @param {Slider} slider @param {number} most @returns {number[]}
 */
export function valuesOn(slider, most) {
  const count = Array.isArray(slider) ? slider.length : Math.round((slider.high - slider.low) / slider.step) + 1;
  const valueAt = (k) =>
    Array.isArray(slider) ? slider[k] : slider.low + ((slider.high - slider.low) * k) / (count - 1);
  const chosen = Math.min(count, most);
  return Array.from({ length: chosen }, (_, k) => valueAt(Math.round((k * (count - 1)) / (chosen - 1 || 1))));
}
