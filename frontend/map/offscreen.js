// The arrows at the edge of the map, each pointing to a head outside it.

import { drawing, element, setAttribute, setHidden } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { typeScale } from "../host/theme.js";
import { turned } from "../paths/outlines.js";
import { pixel } from "../paths/strokes.js";

const INSET = 13; // px between an arrow's middle and the edge of the map
const ROOM = 21; // px between two arrows
const MIDDLE = 11; // px from the left and the top of an arrow's drawing to its middle
/** @type {import("../paths/outlines.js").Place[]} */
const SHAPE = [[-8, -7], [9, 0], [-8, 7], [-4, 0]]; // px, pointing to the right

/**
 * @typedef {import("../paths/trails.js").Trail} Trail
 * @typedef {import("../paths/trails.js").Frame} Frame
 * @typedef {{left: number, top: number, angle: number}} Edge px in the frame; the angle clockwise from right, radians
 */

/** Draws an arrow for each head that is off the map. */
export class OffscreenArrows {
  #layer;
  /** @type {{run: import("../data/picture.js").Run, node: HTMLElement}[]} */
  #arrows = [];
  #arrowsOf = ""; // for whom they are: while a hand moves, their paths change, but not they
  /** @type {Trail[]} */
  #trails = []; // lowest first
  #step = 0;

  /** @param {HTMLElement} layer above the heads */
  constructor(layer) {
    this.#layer = layer;
  }

  /** @param {Trail[]} trails topmost first */
  setTrails(trails) {
    this.#trails = [...trails].reverse();
    const arrowsOf = JSON.stringify(this.#trails.map(({ contender: { id, slot, color } }) => [id, slot, color]));
    if (arrowsOf === this.#arrowsOf) {
      this.#arrows = this.#arrows.map(({ node }, k) => ({ run: this.#trails[k].contender, node }));
      return;
    }
    this.destroy();
    this.#arrowsOf = arrowsOf;
    this.#arrows = this.#trails.map(({ contender: run }) => {
      const node = element("div", { class: "downhill-exit", hidden: true }, symbol(run));
      node.addEventListener("pointerenter", this.#describe);
      this.#layer.append(node);
      return { run, node };
    });
  }

  /** @param {number} step @param {Frame} frame */
  draw(step, frame) {
    this.#step = step;
    const edges = edgesAt(this.#trails, step, frame, 1);
    for (const [k, { node }] of this.#arrows.entries()) {
      const edge = edges[k];
      setHidden(node, !edge);
      if (!edge) continue;
      const [left, top] = [edge.left - MIDDLE, edge.top - MIDDLE];
      node.style.transform = `translate(${left}px, ${top}px) rotate(${edge.angle.toFixed(3)}rad)`;
    }
  }

  /**
   * Gives the arrows as a still shows them, larger with its type.
   * @param {number} step @param {Frame} frame @param {import("../host/theme.js").Theme} theme
   * @returns {import("../paths/outlines.js").Outline[]}
   */
  outlines(step, frame, theme) {
    const scale = typeScale(theme);
    const line = { color: theme.casing, width: 1.8 * scale };
    return edgesAt(this.#trails, step, frame, scale).flatMap((edge, k) => (
      edge ? [{ lines: [turned(SHAPE, edge, scale)], fill: this.#trails[k].contender.color, line }] : []
    ));
  }

  destroy() {
    for (const { node } of this.#arrows) {
      node.removeEventListener("pointerenter", this.#describe);
      node.remove();
    }
    this.#arrows = [];
    this.#arrowsOf = "";
  }

  /** @param {PointerEvent} event */
  #describe = ({ currentTarget }) => {
    const { node, run } = this.#arrows.find((arrow) => arrow.node === currentTarget);
    setAttribute(node, "title", sentence(run, this.#step));
  };
}

/**
 * Finds the place of each trail's arrow: null where its head is inside the map or hidden. Those that come first choose
 * first.
 * @param {Pick<Trail, "contender"|"shown">[]} trails @param {number} step @param {Frame} frame
 * @param {number} scale times as large as on the screen @returns {(Edge|null)[]}
 */
export function edgesAt(trails, step, frame, scale) {
  const taken = [];
  return trails.map(({ contender: run, shown }) => {
    const last = Math.min(step, run.x.length - 1);
    const edge = shown
      ? edgeTowards(pixel(run.x[last], frame.u), pixel(run.y[last], frame.v), frame, INSET * scale)
      : null;
    if (edge) makeRoom(edge, taken, frame, scale);
    return edge;
  });
}

/** Finds where the line from the middle of the map to a place outside it meets the edge; null for a place inside. */
function edgeTowards(left, top, { width, height }, inset) {
  if (left >= 0 && top >= 0 && left <= width && top <= height) return null;
  const [wide, tall] = [width / 2, height / 2];
  const far = Math.max(Math.abs(left - wide), Math.abs(top - tall));
  if (Number.isNaN(far)) return null;
  const part = (value) => (far === Infinity ? Math.sign(value) * Number(Math.abs(value) === Infinity) : value / far);
  const [right, down] = [part(left - wide), part(top - tall)];
  const reach = Math.min((wide - inset) / Math.abs(right), (tall - inset) / Math.abs(down));
  return {
    left: Math.round(wide + right * reach),
    top: Math.round(tall + down * reach),
    angle: Math.atan2(down, right),
  };
}

/** Moves an arrow along its edge to the nearest free place, if any; inward before outward. */
function makeRoom(edge, taken, { width, height }, scale) {
  const [inset, room] = [INSET * scale, ROOM * scale];
  const along = edge.left <= Math.ceil(inset) || edge.left >= Math.floor(width - inset) - 1 ? "top" : "left";
  const [wished, far] = [edge[along], along === "top" ? height : width];
  const inward = wished > far / 2 ? -room : room;
  const meets = (other) => Math.hypot(edge.left - other.left, edge.top - other.top) < room;
  for (let tries = 1; tries <= 2 * taken.length && taken.some(meets); tries += 1) {
    const next = wished + (tries % 2 ? 1 : -1) * Math.ceil(tries / 2) * inward;
    if (next >= inset && next <= far - inset) edge[along] = next;
  }
  taken.push(edge);
}

function sentence(run, step) {
  const last = Math.min(step, run.x.length - 1);
  const [x, y] = [run.x[last], run.y[last]].map((value) => significant(value));
  return `${run.label} is outside the map: at step ${last} at x ${x}, y ${y}`;
}

const symbol = ({ color }) =>
  drawing(
    "svg",
    { width: 22, height: 22, viewBox: "-11 -11 22 22", "aria-hidden": "true" },
    drawing("path", { d: `M${SHAPE.join("L")}Z`, fill: color, class: "downhill-head-shape" }),
  );
