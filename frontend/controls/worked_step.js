// The worked step: one update of the contender in focus in numbers, beside the formula they belong to. Which rows there
// are is told by worked.py; every number is the run's own.

import { element, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { mathElement } from "../dom/mathml.js";

const DIGITS = 6; // as many as decimals.py keeps
const BEAT = 100; // ms between two changes while it plays

/** @param {HTMLElement} place */
export function createWorked(place) {
  const title = element("span", { class: "downhill-panel-title" }, "The step in numbers");
  const about = element("span", { class: "downhill-readout" });
  const body = element("tbody");
  const head = element(
    "tr",
    {},
    ...["formula", "symbol", "x", "y"].map((name) => element("th", { scope: "col" }, name)),
  );
  const table = element("table", { class: "downhill-numbers" }, element("thead", {}, head), body);
  const details = element(
    "details",
    { class: "downhill-worked" },
    element("summary", {}, title, about),
    element("div", {
      class: "downhill-worked-scroll",
      tabindex: 0,
      role: "region",
      "aria-label": "The step in numbers",
    }, table),
  );
  place.append(details);
  let run = null;
  let rows = []; // {array, before, after, cells: [x, y] or [both]}
  let built = null; // the run that the rows are of
  let at = 0;
  let last = 0;

  function build() {
    if (built === run) return;
    built = run;
    rows = [];
    body.replaceChildren(
      ...run.blob.header.lines.flatMap(({ formula, rows: numbers }) =>
        numbers.map((row, k) => line(row, k === 0 ? formula : null, numbers.length))
      ),
    );
  }

  function line({ symbol, array, before, after }, formula, span) {
    const vector = run.blob.arrays[array].shape.length === 2;
    const cells = vector ? [element("td"), element("td")] : [element("td", { colspan: 2 })];
    rows.push({ array, before, after, cells });
    const formed = mathElement(symbol);
    formed.setAttribute("aria-hidden", "true"); // MathML is not text to every reader
    const name = element(
      "th",
      { scope: "row" },
      element("span", { class: "downhill-spoken" }, formed.textContent),
      formed,
    );
    const first = formula === null ? [] : [element("td", { rowspan: span }, formula ? mathElement(formula) : "given")];
    const row = { "data-array": array, ...(formula !== null && { class: "downhill-numbers-first" }) };
    return element("tr", row, ...first, name, ...cells);
  }

  /** The update that led to the step; before the first, the first, and after the end of a run, its last. */
  function fill() {
    if (!details.open) setText(about, ""); // what is closed follows nothing, and must not stay beside another step
    if (!run || !details.open) return;
    build();
    const updates = run.values.length - 1;
    const t = Math.min(Math.max(at, 1), updates);
    setText(about, sentence(updates));
    table.hidden = updates === 0;
    if (updates === 0) return;
    for (const { array, before, after, cells } of rows) {
      const { data, shape } = run.blob.arrays[array];
      const length = shape[shape.length - 1];
      const number = (k, index) => significant(data[k * length + index], DIGITS);
      cells.forEach((cell, k) => {
        setText(cell, [before && number(k, t - 1), after && number(k, t)].filter(Boolean).join(" \u2192 "));
      });
    }
  }

  function sentence(updates) {
    if (updates === 0) return `${run.label} made no update.`;
    if (at === 0) return `${run.label}: step 0 is the start; this is update 1, which comes next.`;
    if (at > updates) return `${run.label}: update ${updates}, its last; then it diverged.`;
    return `${run.label}: update ${at}, from step ${at - 1} to step ${at}.`;
  }

  /** The panels make room (player.css). An attribute tells them: `:has()` would be asked again with every word. */
  function opened() {
    place.parentElement.toggleAttribute("data-numbers-open", details.open);
    fill();
  }

  details.addEventListener("toggle", opened);

  return {
    /** @param {import("../data/picture.js").Run|null} next the contender in focus @param {number} step */
    show(next, step) {
      details.hidden = next === null;
      if (next) run = next;
      at = step;
      fill();
    },
    /** @param {number} step @param {boolean} playing then it follows as fast as can be read */
    draw(step, playing) {
      at = step;
      const now = performance.now();
      if (playing && now - last < BEAT) return;
      last = now;
      fill();
    },
    destroy() {
      details.removeEventListener("toggle", opened);
      details.remove();
    },
  };
}
