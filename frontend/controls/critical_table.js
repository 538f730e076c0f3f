// The table of critical points: what each is, where, and how the loss curves there. A click on a place shows it on the map.

import { element, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { important, markOf } from "../map/critical_points.js";

/**
 * @typedef {import("../data/picture.js").SurfaceFacts} SurfaceFacts
 * @typedef {import("../data/picture.js").CriticalPoint} CriticalPoint
 */

const ABOUT =
  "Here the gradient is zero. The eigenvalues of the Hessian are the least and the greatest curvature: both " +
  "are positive at a minimum, both negative at a maximum, and at a saddle one of them is negative. Where one is zero, " +
  "the point is degenerate, and they do not tell its kind.";

const PLURALS = { minimum: "minima", saddle: "saddles", maximum: "maxima" };

/**
 * @param {HTMLElement} place @param {(point: number[]) => void} onPoint wants to see a point on the map
 */
export function createCriticalTable(place, onPoint) {
  const summary = element("summary");
  const [head, body] = [element("tr"), element("tbody")];
  const table = element("table", { class: "figures critical-points" }, element("thead", {}, head), body);
  const [lowest, unlisted] = [element("p"), element("p")];
  const details = element("details", { hidden: true }, summary, element("p", {}, ABOUT), table, lowest, unlisted);
  place.append(details);
  let shown = "";

  return {
    /** Shows those of a surface; the rows of the same points stay, and with them the keyboard. @param {SurfaceFacts} surface */
    show({ axes, critical_points: points, unlisted: rest }) {
      const facts = JSON.stringify([axes, points, rest]);
      if (facts === shown) return;
      shown = facts;
      const listed = important(points);
      details.hidden = false;
      setText(summary, `Critical points: ${counted(points)}`);
      table.hidden = points.length === 0;
      head.replaceChildren(...columnsOf(axes).map((name) => element("th", { scope: "col" }, name)));
      body.replaceChildren(...listed.map((point) => rowOf(point, axes, onPoint)));
      setText(lowest, listed.length < points.length ? "Listed are the lowest of each kind." : "");
      setText(unlisted, rest ?? "");
      for (const words of [lowest, unlisted]) words.hidden = words.textContent === "";
    },
    /** @param {boolean} isPending whether the picture has gone ahead of the rows */
    setPending(isPending) {
      table.classList.toggle("results-pending", isPending);
    },
    destroy() {
      details.remove();
    },
  };
}

/** @param {string[]} axes */
const columnsOf = (axes) => ["Kind", `Place (${axes.join(", ")})`, "Loss", "Eigenvalues"];

/** "4 minima, 4 saddles, 1 maximum". @param {CriticalPoint[]} points */
export function counted(points) {
  const counts = Object.entries(PLURALS).flatMap(([kind, plural]) => {
    const count = points.filter((point) => point.kind.endsWith(kind)).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? kind : plural}`];
  });
  return counts.join(", ") || "none in this window";
}

/** @param {CriticalPoint} critical @param {string[]} axes @param {(point: number[]) => void} onPoint */
function rowOf({ kind, point, value, eigenvalues }, axes, onPoint) {
  const numbers = point.map((coordinate) => significant(coordinate));
  const show = element("button", { type: "button", title: "Show it on the map" }, `(${numbers.join(", ")})`);
  show.addEventListener("click", () => onPoint(point));
  const words = eigenvalues.includes(0) ? `${kind}, degenerate` : kind;
  const cells = [show, significant(value), eigenvalues.map((eigenvalue) => significant(eigenvalue)).join(", ")];
  const names = columnsOf(axes).slice(1);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, markOf(kind), words),
    ...cells.map((cell, k) => element("td", { "data-name": names[k] }, cell)),
  );
}
