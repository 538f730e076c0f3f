// The table under the picture: what became of every contender, in the words that Python has for it.

import { element } from "../dom/elements.js";
import { swatch } from "../dom/symbols.js";

/**
 * @typedef {Object} Results
 * @property {string[]} columns @property {{slot: number, words: string[]}[]} rows @property {string} nobody for no rows
 */

/** @param {HTMLElement} place */
export function createResultsTable(place) {
  const body = element("tbody");
  const head = element("tr", { role: "row" });
  const nobody = element("p", { hidden: true });
  // The roles are said once more, because on a phone the rows are laid out as cards.
  const table = element(
    "table",
    { class: "results", role: "table" },
    element("caption", {}, "What became of each contender"),
    element("thead", {}, head),
    body,
  );
  place.append(table, nobody);

  return {
    /** @param {Results|null} results @param {{slot: number, color: string, dash: string}[]} contenders */
    show(results, contenders) {
      const rows = results?.rows ?? [];
      table.hidden = rows.length === 0;
      nobody.hidden = results === null || rows.length > 0;
      nobody.textContent = results?.nobody ?? "";
      head.replaceChildren(
        ...(results?.columns ?? []).map((name) => element("th", { scope: "col", role: "columnheader" }, name)),
      );
      body.replaceChildren(...rows.map((row) => line(row, results.columns, contenders)));
    },
    destroy() {
      table.remove();
      nobody.remove();
    },
  };
}

function line({ slot, words: [name, ...words] }, [, ...columns], contenders) {
  const drawn = contenders.find((contender) => contender.slot === slot);
  const first = element("th", { scope: "row", role: "rowheader" }, swatch(drawn), name);
  const cells = words.map((text, k) => element("td", { role: "cell", "data-name": columns[k] }, text));
  return element("tr", { role: "row" }, first, ...cells);
}
