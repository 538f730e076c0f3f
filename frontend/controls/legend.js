// Who runs: for each contender a swatch that hides and shows it, and a name that puts it in focus; a double click on
// either leaves it alone on the picture. Beside them stand the loss it is at and, in time, what became of it.

import { element, setAttribute, setText } from "../dom/elements.js";
import { knownFrom, outcomeNote } from "../data/outcome.js";
import { significant } from "../dom/format.js";
import { lossAt } from "../data/picture.js";
import { swatch } from "../dom/symbols.js";

/**
 * @param {HTMLElement} list
 * @param {{onToggle: (id: string) => void, onIsolate: (id: string) => void, onFocus: (id: string) => void}} listener
 */
export function createLegend(list, { onToggle, onIsolate, onFocus }) {
  let entries = []; // {run, item, show, name, loss, fate, known}

  const pressed = (event) => event.target.closest("button[data-does]")?.dataset ?? {};
  const click = (event) => {
    const { does, contender } = pressed(event);
    // The second click of a double click has undone the first by then, so the two can be told apart without waiting.
    if (does === "show") onToggle(contender);
    if (does === "focus") onFocus(contender);
  };
  const double = (event) => {
    const { contender } = pressed(event);
    if (contender !== undefined) onIsolate(contender);
  };
  list.addEventListener("click", click);
  list.addEventListener("dblclick", double);

  return {
    /** @param {import("../data/picture.js").Run[]} runs @param {Set<string>} hidden @param {string|null} focus */
    setRuns(runs, hidden, focus) {
      const { does, contender } = list.contains(document.activeElement) ? document.activeElement.dataset : {};
      entries = runs.map(entry);
      list.style.setProperty("--downhill-contenders", runs.length);
      list.replaceChildren(...entries.map(({ item }) => item));
      this.setHidden(hidden);
      this.setFocus(focus);
      const before = entries.find(({ run }) => run.id === contender);
      if (before) (does === "show" ? before.show : before.name).focus();
    },
    /** @param {Set<string>} hidden */
    setHidden(hidden) {
      for (const { run, item, show } of entries) {
        const shown = !hidden.has(run.id);
        setAttribute(show, "aria-pressed", shown);
        setAttribute(show, "title", `${shown ? "Hide" : "Show"} ${run.label}; double click shows it alone`);
        item.classList.toggle("downhill-legend-hidden", !shown);
      }
    },
    /** @param {string|null} focus */
    setFocus(focus) {
      for (const { run, item, name } of entries) {
        setAttribute(name, "aria-pressed", run.id === focus);
        item.classList.toggle("downhill-legend-focus", run.id === focus);
      }
    },
    /** @param {number} step */
    setStep(step) {
      for (const { run, loss, fate, known } of entries) {
        setText(loss, significant(lossAt(run, step)));
        const seen = step >= known;
        if (fate && fate.classList.contains("downhill-unseen") === seen) {
          fate.classList.toggle("downhill-unseen", !seen);
        }
      }
    },
    destroy() {
      list.removeEventListener("click", click);
      list.removeEventListener("dblclick", double);
      list.replaceChildren();
    },
  };
}

/** Each value by itself, with the comma before it: where there is no room for one, both are left out and nothing is cut. */
const values = (summary) => summary.split(/(?=, (?![^(]*\)))/).map((value) => element("span", {}, value));

function entry(run, index) {
  const loss = element("span", { class: "downhill-legend-loss" });
  const words = outcomeNote(run);
  // Its room is kept from the start, so that nothing moves when the moment comes.
  const fate = words ? element("span", { class: "downhill-legend-fate downhill-unseen" }, words) : null;
  const label = element("span", { class: "downhill-legend-label" }, run.label);
  const own = { type: "button", "data-contender": run.id, "aria-pressed": "false" };
  const show = element(
    "button",
    { ...own, class: "downhill-legend-show", "data-does": "show", "aria-label": `Show ${run.label}` },
    swatch(run),
  );
  const name = element(
    "button",
    {
      ...own,
      class: "downhill-legend-name",
      "data-does": "focus",
      "aria-label": `Focus ${run.label}`,
      title: [
        `Focus ${run.label}${index < 9 ? ` (key ${index + 1})` : ""}.`,
        run.summary && `${run.summary}.`,
        run.outcome.sentence,
      ].filter(Boolean).join(" "),
    },
    label,
  );
  if (run.summary) name.append(element("span", { class: "downhill-legend-summary" }, ...values(run.summary)));
  const standing = element("span", { class: "downhill-legend-standing" }, loss, ...(fate ? [fate] : []));
  const item = element("li", { class: "downhill-legend-entry" }, show, name, standing);
  return { run, item, show, name, loss, fate, known: knownFrom(run) };
}
