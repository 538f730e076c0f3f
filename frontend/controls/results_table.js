// The table of results: the outcome of every contender, worded by Python.

import { element, setAttribute, setText } from "../dom/elements.js";
import { swatch } from "../dom/symbols.js";

/**
 * @typedef {{slot: number, words: string[]}} Row
 * @typedef {Object} Results
 * @property {string[]} columns @property {Row[]} rows @property {string} nobody shown instead of no rows
 * @typedef {{slot: number, color: string, dash: string}} Stroke
 */

/** @param {HTMLElement} place */
export function createResultsTable(place) {
  const body = element("tbody");
  const head = element("tr", { role: "row" });
  const nobody = element("p", { hidden: true });
  // The roles are explicit, because on a phone the rows are laid out as cards.
  const mark = element("span", { class: "results-ahead" });
  const caption = element("caption", {}, "Results ", mark);
  const table = element(
    "table",
    { class: "figures results", role: "table" },
    caption,
    element("thead", {}, head),
    body,
  );
  place.append(table, nobody);

  return {
    /** @param {Results|null} results @param {Stroke[]} contenders */
    show(results, contenders) {
      const { rows, columns } = results ?? { rows: [], columns: [] };
      table.hidden = rows.length === 0;
      nobody.hidden = results === null || rows.length > 0;
      nobody.textContent = results?.nobody ?? "";
      head.replaceChildren(...columns.map((name) => element("th", { scope: "col", role: "columnheader" }, name)));
      body.replaceChildren(...rows.map((row) => createRow(row, columns, contenders)));
    },
    /** @param {boolean} isPending whether the picture has gone ahead of the rows */
    setPending(isPending) {
      table.classList.toggle("results-pending", isPending);
      setAttribute(table, "aria-busy", isPending);
      setText(mark, isPending ? "not yet up to date" : "");
    },
    destroy() {
      table.remove();
      nobody.remove();
    },
  };
}

/** @param {Row} row @param {string[]} columns @param {Stroke[]} contenders */
function createRow({ slot, words }, columns, contenders) {
  const [name, ...values] = words;
  const stroke = contenders.find((contender) => contender.slot === slot);
  const first = element("th", { scope: "row", role: "rowheader" }, swatch(stroke), name);
  const cells = values.map((text, k) => element("td", { role: "cell", "data-name": columns[k + 1] }, text));
  return element("tr", { role: "row" }, first, ...cells);
}
