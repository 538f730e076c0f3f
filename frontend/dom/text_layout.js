// Text layout in px: words broken into lines, as wide as the browser will draw them.

const SPARE = 1.03; // times the measured width, in case an SVG is opened with another typeface
const LEADING = 1.3; // from line to line, in sizes of the type
const MIN_SIZE = 0.45; // of the size that was asked for: type is not made smaller than that

let context = null; // of an offscreen canvas, created when first needed

/** Makes a measure for words in a font. @param {string} font a CSS font family @returns {(words: string, size: number) => number} their width, px */
export function measurer(font) {
  context ??= document.createElement("canvas").getContext("2d");
  const measure = (words) => {
    context.font = `100px ${font}`;
    return context.measureText(words).width;
  };
  return (words, size) => (SPARE * size * measure(words)) / 100;
}

/** Breaks words into lines of at most that width. @param {(words: string) => number} widthOf px @returns {string[]} */
function wrap(words, width, widthOf) {
  const lines = [""];
  for (const word of words.split(" ").filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (widthOf(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

/**
 * Sets something in the given size, or in smaller ones until it fits or the type reaches its minimum.
 * @template {{height: number}} Made
 * @param {(size: number) => Made} set @param {number} size px @param {number} room px @returns {Made}
 */
export function fitted(set, size, room) {
  let made = set(size);
  for (let smaller = 0.95 * size; made.height > room && smaller > MIN_SIZE * size; smaller *= 0.95) made = set(smaller);
  return made;
}

/** Breaks words into a paragraph of one size. @returns {{lines: string[], size: number, leading: number, height: number}} */
export function paragraph(words, width, size, measure) {
  const lines = wrap(words, width, (part) => measure(part, size));
  return { lines, size, leading: LEADING * size, height: lines.length * LEADING * size };
}
