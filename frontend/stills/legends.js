// The legends of a still, laid out in px: what each line, head and sign means.

import { plain } from "../dom/format.js";
import { paragraph } from "../dom/text_layout.js";

/**
 * @typedef {import("../paths/panel.js").Entry} Entry
 *
 * @typedef {Object} Legend
 * @property {number} height px
 * @property {Object[]} traces in px, for axes that span the still
 * @property {Text[]} texts
 *
 * @typedef {{words: string, left: number, top: number, size: number, xanchor?: string}} Text px; HTML as Plotly reads it
 */

/**
 * Lays out a legend: in one row where there is room for it, else in columns of equal width, with long words wrapped.
 * @param {Entry[]} entries @param {{left: number, top: number, width: number}} place @param {number} size of the type, px
 * @param {ReturnType<typeof import("../dom/text_layout.js").measurer>} measure @returns {Legend}
 */
export function legendOf(entries, place, size, measure) {
  const sample = (entries.some(({ line }) => line) ? 3.2 : 1.4) * size;
  const set = entries.map(({ words }) => paragraph(words, place.width - sample, size, measure));
  const widths = set.map(({ lines }) => sample + Math.max(...lines.map((line) => measure(line, size))) + size);
  const columns = columnsOf(widths, place.width + size);
  const rows = rowsOf(set, columns.length, size);
  const parts = entries.map((entry, k) => {
    const [left, top] = [
      place.left + columns[k % columns.length],
      place.top + rows.tops[Math.floor(k / columns.length)],
    ];
    const words = set[k].lines.map(plain).join("<br>");
    return {
      traces: samples(entry, left, top + 0.62 * size, sample - 0.5 * size),
      text: { words, left: left + sample, top, size },
    };
  });
  return { height: rows.height, traces: parts.flatMap(({ traces }) => traces), texts: parts.map(({ text }) => text) };
}

/** Finds where the columns begin. @param {number[]} widths @param {number} room @returns {number[]} px from the left */
function columnsOf(widths, room) {
  const begins = widths.map((_, k) => widths.slice(0, k).reduce((sum, width) => sum + width, 0));
  if (widths.length === 0 || begins.at(-1) + widths.at(-1) <= room) return begins;
  const widest = Math.max(...widths);
  return Array.from({ length: Math.max(1, Math.floor(room / widest)) }, (_, k) => k * widest);
}

/**
 * Finds where the rows begin, and where the last one ends.
 * @param {{height: number}[]} set @param {number} count of columns @param {number} size
 */
function rowsOf(set, count, size) {
  const tops = [];
  let height = 0;
  for (let k = 0; k < set.length; k += count) {
    tops.push(height);
    height += Math.max(...set.slice(k, k + count).map((text) => text.height)) + 0.25 * size;
  }
  return { tops, height };
}

/**
 * Draws a length of the line and the marker on it, in the middle of the first line of its words.
 * @param {Entry} entry @param {number} left @param {number} middle @param {number} width
 */
function samples({ line, marker }, left, middle, width) {
  const common = { type: "scatter", showlegend: false, hoverinfo: "skip", cliponaxis: false };
  const length = { ...common, mode: "lines", x: [left, left + width], y: [middle, middle], line };
  const sign = { ...common, mode: "markers", x: [left + width / 2], y: [middle], marker };
  return line ? [length, sign] : [sign];
}
