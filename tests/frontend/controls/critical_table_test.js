import { deepEqual, equal, ok } from "node:assert/strict";
import { counted, createCriticalTable } from "../../../frontend/controls/critical_table.js";
import { fakeElement, installDocument } from "../fake_document.js";

installDocument();

/** @returns {any} */
const critical = (kind, point, eigenvalues) => ({ kind, point, value: 1, eigenvalues, angle: 0 });

const SADDLE = critical("saddle", [0.5, -1], [-2, 3]);
const MINIMUM = critical("local minimum", [0, 0], [0, 3]);

/** A table, and what its buttons ask for. */
function tableOf(surface) {
  const [place, asked] = [fakeElement(), []];
  const table = createCriticalTable(place, (point) => asked.push(point));
  table.show(surface);
  const [details] = place.children;
  const [summary, , shown, lowest, unlisted] = details.children;
  return { table, asked, summary, rows: () => shown.children[1].children, lowest, unlisted };
}

Deno.test("each kind is counted in its own words", () => {
  equal(counted([MINIMUM, MINIMUM, SADDLE, critical("maximum", [1, 1], [-1, -1])]), "2 minima, 1 saddle, 1 maximum");
  equal(counted([]), "none in this window");
});

Deno.test("a row says kind, place, loss and eigenvalues, and its button asks for the place", () => {
  const { rows, asked, summary, unlisted } = tableOf({
    axes: ["x", "y"],
    critical_points: [MINIMUM, SADDLE],
    unlisted: null,
  });
  equal(summary.textContent, "Critical points: 1 minimum, 1 saddle");
  const [[kind], [, place, loss, eigenvalues]] = [rows()[0].children, rows()[1].children];
  ok(kind.textContent.endsWith("local minimum, degenerate"));
  deepEqual([place, loss, eigenvalues].map((cell) => cell.textContent), ["(0.5, \u22121)", "1", "\u22122, 3"]);
  place.children[0].send("click");
  deepEqual(asked, [[0.5, -1]]);
  ok(unlisted.hidden);
});

Deno.test("of many points the lowest are listed, and what is not listed is said", () => {
  const many = Array.from({ length: 20 }, (_, k) => critical("local minimum", [k, 0], [1, 2]));
  const { rows, lowest, unlisted } = tableOf({ axes: ["x", "y"], critical_points: many, unlisted: "And a curve." });
  equal(rows().length, 4);
  deepEqual([lowest.hidden, unlisted.textContent], [false, "And a curve."]);
});

Deno.test("rows of the same points stay, with the keyboard on them", () => {
  const { table, rows } = tableOf({ axes: ["x", "y"], critical_points: [SADDLE] });
  const [before] = rows();
  table.show(/** @type {any} */ ({ axes: ["x", "y"], critical_points: [{ ...SADDLE }] }));
  equal(rows()[0], before);
  table.show(/** @type {any} */ ({ axes: ["x", "y"], critical_points: [MINIMUM] }));
  ok(rows()[0] !== before);
});
