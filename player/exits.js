// Heads that are outside the map: an arrow at its edge for each, which points to where the head is.

import { drawing, element, setAttribute } from "./elements.js";
import { significant } from "./format.js";
import { pixel } from "./strokes.js";

const INSET = 13; // px between an arrow's middle and the edge of the map
const ROOM = 21; // px between two arrows
const SHAPE = "M-8,-7L9,0L-8,7L-4,0Z";

/** @param {HTMLElement} layer above the heads */
export function createExits(layer) {
  let arrows = []; // {run, shown, node}
  let at = 0;

  const told = (event) => {
    const arrow = arrows.find(({ node }) => node === event.currentTarget);
    setAttribute(arrow.node, "title", sentence(arrow.run, at));
  };

  function clear() {
    for (const { node } of arrows) {
      node.removeEventListener("pointerenter", told);
      node.remove();
    }
    arrows = [];
  }

  return {
    /** @param {import("./trails.js").Trail[]} trails topmost first */
    setTrails(trails) {
      clear();
      arrows = [...trails].reverse().map(({ contender, shown }) => {
        const node = element("div", { class: "downhill-exit", hidden: true }, symbol(contender));
        node.addEventListener("pointerenter", told);
        layer.append(node);
        return { run: contender, shown, node };
      });
    },
    /** @param {number} step @param {import("./trails.js").Frame} frame */
    draw(step, frame) {
      at = step;
      const taken = [];
      for (const { run, shown, node } of arrows) {
        const last = Math.min(step, run.x.length - 1);
        const edge = shown ? edgeTowards(pixel(run.x[last], frame.u), pixel(run.y[last], frame.v), frame) : null;
        if (node.hidden === Boolean(edge)) node.hidden = !edge;
        if (edge) makeRoom(edge, taken, frame);
        if (edge) node.style.transform = `translate(${edge.left - 11}px, ${edge.top - 11}px) rotate(${edge.angle}rad)`;
      }
    },
    destroy: clear,
  };
}

/** Where the line from the middle of the map to a place outside it meets the edge; null for a place inside. */
function edgeTowards(left, top, { width, height }) {
  if (left >= 0 && top >= 0 && left <= width && top <= height) return null;
  const [wide, tall] = [width / 2, height / 2];
  const far = Math.max(Math.abs(left - wide), Math.abs(top - tall));
  if (Number.isNaN(far)) return null;
  const part = (value) => (far === Infinity ? Math.sign(value) * Number(Math.abs(value) === Infinity) : value / far);
  const [right, down] = [part(left - wide), part(top - tall)];
  const reach = Math.min((wide - INSET) / Math.abs(right), (tall - INSET) / Math.abs(down));
  return { left: Math.round(wide + right * reach), top: Math.round(tall + down * reach), angle: Math.atan2(down, right).toFixed(3) };
}

/** Moves an arrow along its edge, away from those that are there. */
function makeRoom(edge, taken, { width, height }) {
  const along = edge.left <= INSET || edge.left >= width - INSET - 1 ? "top" : "left";
  const inward = edge[along] > (along === "top" ? height : width) / 2 ? -1 : 1;
  const meets = (other) => Math.hypot(edge.left - other.left, edge.top - other.top) < ROOM;
  for (let tries = 0; tries < taken.length && taken.some(meets); tries += 1) edge[along] += inward * ROOM;
  taken.push(edge);
}

function sentence(run, step) {
  const last = Math.min(step, run.x.length - 1);
  const [x, y] = [run.x[last], run.y[last]].map((value) => significant(value));
  return `${run.label} is outside the map: at step ${last} at x ${x}, y ${y}`;
}

const symbol = ({ color }) => drawing(
  "svg",
  { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
  drawing("path", { d: SHAPE, fill: color, class: "downhill-head-shape" }),
);
