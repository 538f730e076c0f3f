// Who runs: a button for each contender, with the loss it stands at. Click hides or shows, double click isolates.

import { element, setAttribute, setText } from "./elements.js";
import { significant } from "./format.js";
import { lossAt } from "./picture.js";
import { swatch } from "./symbols.js";

/**
 * @param {HTMLElement} list
 * @param {{onToggle: (id: string) => void, onIsolate: (id: string) => void}} listener
 */
export function createLegend(list, { onToggle, onIsolate }) {
  let entries = []; // {run, button, loss, fate, ends}

  const idOf = (event) => event.target.closest("button[data-contender]")?.dataset.contender;
  const click = (event) => {
    const id = idOf(event);
    // The second click of a double click has undone the first by then, so the two can be told apart without waiting.
    if (id !== undefined) onToggle(id);
  };
  const double = (event) => {
    const id = idOf(event);
    if (id !== undefined) onIsolate(id);
  };
  list.addEventListener("click", click);
  list.addEventListener("dblclick", double);

  return {
    /** @param {import("./picture.js").Run[]} runs @param {Set<string>} hidden */
    setRuns(runs, hidden) {
      const focused = list.contains(document.activeElement) ? document.activeElement.dataset.contender : undefined;
      entries = runs.map((run) => entry(run));
      list.replaceChildren(...entries.map(({ item }) => item));
      this.setHidden(hidden);
      entries.find(({ run }) => run.id === focused)?.button.focus();
    },
    /** @param {Set<string>} hidden */
    setHidden(hidden) {
      for (const { run, button } of entries) setAttribute(button, "aria-pressed", !hidden.has(run.id));
    },
    /** @param {number} step */
    setStep(step) {
      for (const { run, loss, fate, ends } of entries) {
        setText(loss, significant(lossAt(run, step)));
        const known = step >= ends;
        if (fate && fate.classList.contains("downhill-unseen") === known) {
          fate.classList.toggle("downhill-unseen", !known);
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

function entry(run) {
  const loss = element("span", { class: "downhill-legend-loss" });
  const words = fateOf(run);
  // Its room is kept from the start, so that nothing moves when the moment comes.
  const fate = words ? element("span", { class: "downhill-legend-fate downhill-unseen" }, words) : null;
  const label = element("span", { class: "downhill-legend-label" }, run.label);
  const names = element("span", { class: "downhill-legend-names" }, label);
  if (run.summary) names.append(element("span", { class: "downhill-legend-summary" }, run.summary));
  const button = element(
    "button",
    {
      type: "button",
      class: "downhill-legend-entry",
      "data-contender": run.id,
      "aria-pressed": "true",
      title: run.outcome.sentence,
    },
    swatch(run),
    names,
    element("span", { class: "downhill-legend-standing" }, loss, ...(fate ? [fate] : [])),
  );
  // A run that diverges at step T + 1 has T + 1 points: it is known to have diverged one step after its last.
  const ends = run.values.length - (run.outcome.kind === "diverged" ? 0 : 1);
  return { run, button, loss, fate, ends, item: element("li", {}, button) };
}

/** The ends that a glance at the map does not tell: "diverged at step 12", "left the map". */
function fateOf({ outcome: { kind, sentence, step }, values }) {
  if (kind === "diverged") return `diverged at step ${step ?? sentence.match(/step\s+(\d+)/)?.[1] ?? values.length}`;
  return /left/.test(kind) ? "left the map" : "";
}
