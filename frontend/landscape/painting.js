// A layer as an image: a pixel for each cell, coloured by its class, darker the longer a path takes.

const SHADE = 0.38; // the part of its light that a colour loses at most
const STRIPE = 3; // cells

/** @typedef {import("./classes.js").Class} Class */

/**
 * Paints cells.
 * @param {{codes: Uint8Array, columns: number, shades: Float32Array|null}} cells row by row, the first row at the bottom; a shade is
 *   from 0 to 1, or NaN for none @param {Class[]} classes by code
 * @returns {Uint8ClampedArray<ArrayBuffer>} RGBA, row by row, the first row on top
 */
export function painted({ codes, columns, shades }, classes) {
  const rows = codes.length / columns;
  const pixels = new Uint8ClampedArray(4 * codes.length);
  const colors = classes.map(({ color, stripe }) => [rgb(color), rgb(stripe ?? color)]);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cell = row * columns + column;
      const isStripe = Math.floor((row + column) / STRIPE) % 2;
      const [r, g, b] = colors[codes[cell]][isStripe];
      const light = 1 - SHADE * (shades?.[cell] || 0);
      const at = 4 * ((rows - 1 - row) * columns + column);
      pixels[at] = light * r;
      pixels[at + 1] = light * g;
      pixels[at + 2] = light * b;
      pixels[at + 3] = 255;
    }
  }
  return pixels;
}

/** How dark a cell is: a path that needs all steps is darkest. @param {Float32Array} steps NaN where it does not arrive @param {number} all */
export const shadesOf = (steps, all) => steps.map((each) => Math.sqrt(each / all) ** 1.5);

/** @param {string} color #rrggbb @returns {number[]} */
const rgb = (color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
