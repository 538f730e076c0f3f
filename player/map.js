// The map: contours and critical points in one graph that stays as it is, and above it a transparent graph with the
// same axes that holds the paths for hover, zoom and pan. Between and above them lie the moving lines and heads
// (trails.js).

import { arrowKey, createArrows } from "./arrows.js";
import { element, setText } from "./elements.js";
import { toPixel } from "./format.js";
import { groundLayout, groundTraces, inShapeOf, markHover, nearestNode } from "./ground.js";
import { readGesture } from "./gesture.js";
import { CONFIG, frameOf } from "./plotly.js";
import { cutAt } from "./polyline.js";
import { pathTrace, stillPaths } from "./paths.js";
import { trailAt } from "./reach.js";
import { createTrails, focusOnTop } from "./trails.js";

const REACH = 20; // windows around the window within which lines are exact

/**
 * @param {Object} Plotly
 * @param {{plot: HTMLElement, stack: HTMLElement, title: HTMLElement, readout: HTMLElement}} parts
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void}} listener what a plain click means:
 *   a point of the surface, or the contender whose path it hits
 */
export function createMap(Plotly, { plot, stack, title, readout }, { onPoint, onFocus }) {
  const base = element("div", { class: "downhill-graph" });
  const canvasLayer = element("div", { class: "downhill-layer" });
  const overlay = element("div", { class: "downhill-graph downhill-overlay" });
  const headLayer = element("div", { class: "downhill-layer" });
  const reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Whole map");
  stack.append(base, canvasLayer, overlay, headLayer);
  const key = arrowKey();
  plot.append(reset);
  title.after(key);
  const trails = createTrails(canvasLayer, headLayer);
  const arrows = createArrows(headLayer);
  let withArrows = false;
  const touch = globalThis.matchMedia("(pointer: coarse)").matches; // there a drag scrolls the page
  let picture = null;
  let theme = null;
  let lines = []; // one Polyline for each run
  let zoom = null; // {x: [from, to], y: [from, to]} or null for the whole window
  let hidden = new Set();
  let focus = null;
  let frame = null;
  let drawn = []; // the trails as they lie above each other, topmost first
  let at = 0;
  let following = 0; // the animation frame in which the ground follows a drag

  const size = () => ({ width: stack.clientWidth, height: stack.clientHeight });
  const ranges = () => zoom ?? { x: picture.ground.window[0], y: picture.ground.window[1] };

  function drawBase() {
    const { ground } = picture;
    const shape = groundLayout(theme, size(), ranges());
    return Plotly.react(base, groundTraces(ground, theme), shape, { ...CONFIG, staticPlot: true });
  }

  function drawOverlay() {
    const shape = groundLayout(theme, size(), ranges());
    const bare = { showgrid: false, showticklabels: false, title: { text: "" } };
    Object.assign(shape.xaxis, bare);
    Object.assign(shape.yaxis, bare);
    shape.dragmode = touch ? false : "zoom";
    const paths = picture.runs.map((run, k) =>
      pathTrace(run, lines[k], at, { theme, shown: !hidden.has(run.id), place: "x %{x:.5g}, y %{y:.5g}" }),
    );
    return Plotly.react(overlay, [...paths, markHover(picture.ground, theme)], shape, CONFIG);
  }

  function alignTrails() {
    frame = frameOf(overlay);
    trails.setFrame(frame);
    redraw();
  }

  function redraw() {
    trails.draw(at, true);
    arrows.draw(at, frame);
  }

  function setTrails() {
    const starts = new Set();
    const all = picture.runs.map((run, k) => {
      const key = `${run.x[0]} ${run.y[0]}`;
      const shown = !hidden.has(run.id);
      const start = shown && !starts.has(key);
      if (shown) starts.add(key);
      return { line: lines[k], contender: run, shown, start };
    });
    drawn = focusOnTop(all, focus);
    trails.setTrails(drawn, theme);
    const inFocus = picture.runs.find(({ id }) => id === focus && !hidden.has(id)) ?? null;
    arrows.setRun(withArrows ? inFocus : null);
    key.hidden = !withArrows || inFocus === null;
    if (inFocus) key.style.setProperty("--downhill-run", inFocus.color);
  }

  function zoomTo(next) {
    zoom = next;
    reset.hidden = zoom === null;
    drawOverlay();
    moveBase();
    alignTrails();
  }

  function moveBase() {
    const { x, y } = ranges();
    Plotly.relayout(base, { "xaxis.range": [...x], "yaxis.range": [...y] });
  }

  /** The person has zoomed or is panning the upper graph; lines follow at once, the ground once in a frame. */
  function followDrag() {
    const { xaxis, yaxis } = overlay._fullLayout;
    const drawn = { x: xaxis.range.map(Number), y: yaxis.range.map(Number) };
    if (JSON.stringify(drawn) === JSON.stringify(ranges())) return;
    zoom = inShapeOf(picture.ground.window, drawn);
    reset.hidden = false;
    alignTrails();
    cancelAnimationFrame(following);
    following = requestAnimationFrame(moveBase);
  }

  /** A box of any shape has been drawn: both axes keep one scale, so more than the box may be seen. */
  function followZoom() {
    followDrag();
    drawOverlay();
    alignTrails();
  }

  /** Where in the plot area a pointer is, in px, or null outside it. */
  function inPlot(event) {
    const { left, top } = overlay.getBoundingClientRect();
    const { xaxis, yaxis } = overlay._fullLayout;
    const [right, down] = [event.clientX - left - xaxis._offset, event.clientY - top - yaxis._offset];
    return right < 0 || down < 0 || right > xaxis._length || down > yaxis._length ? null : [right, down];
  }

  function toPoint([right, down]) {
    const { xaxis, yaxis } = overlay._fullLayout;
    return [xaxis.p2d(right), yaxis.p2d(down)].map((value, k) => toPixel(value, pixelWidths()[k]));
  }

  const hit = (place) => trailAt(drawn, frame, at, ...place);

  const pixelWidths = () => ["xaxis", "yaxis"].map((name) => {
    const { range, _length } = overlay._fullLayout[name];
    return Math.abs(range[1] - range[0]) / _length;
  });

  function tellPlace(event) {
    const place = picture && inPlot(event);
    const run = place && picture.runs.find(({ id }) => id === hit(place));
    overlay.classList.toggle("downhill-on-path", Boolean(run));
    const node = () => (place ? nearestNode(picture.ground, toPoint(place)) : "");
    setText(readout, run ? `${run.label}: a click puts it in focus` : node());
  }

  const stopGesture = readGesture(overlay, {
    doubleMeans: () => zoom !== null,
    onClick(event) {
      const place = picture && inPlot(event);
      if (!place) return;
      const id = hit(place);
      if (id !== null) onFocus(id);
      else onPoint(...toPoint(place));
    },
    onDouble: () => zoomTo(null),
  });
  const resetZoom = () => zoomTo(null);
  const clearReadout = () => setText(readout, "");
  reset.addEventListener("click", resetZoom);
  overlay.addEventListener("pointermove", tellPlace);
  overlay.addEventListener("pointerleave", clearReadout);

  return {
    /**
     * Shows a picture at a step. A light change is one of the runs alone: it moves only what the canvas shows, and
     * the graph takes it over when it settles.
     * @param {import("./picture.js").Picture} next @param {number} step
     * @param {{theme: import("./theme.js").Theme, hidden: Set<string>, focus: string|null, light: boolean}} options
     * @returns {Promise<unknown>}
     */
    show(next, step, { theme: colors, hidden: without, focus: chosen, light }) {
      const sameWindow = picture && next.ground.key === picture.ground.key
        && String(next.ground.window) === String(picture.ground.window);
      const first = picture === null;
      [picture, theme, hidden, focus, at] = [next, colors, without, chosen, step];
      if (!sameWindow) zoom = null;
      reset.hidden = zoom === null;
      setText(title, picture.ground.title);
      lines = picture.runs.map((run) => cutAt(run.x, run.y, around(picture.ground.window)));
      const graphs = light ? [] : [drawBase(), drawOverlay()];
      if (first) {
        overlay.on("plotly_relayout", followZoom);
        overlay.on("plotly_relayouting", followDrag);
      }
      setTrails();
      alignTrails();
      return Promise.all(graphs);
    },
    /** Moves to a step on the moving layer alone. */
    draw(step) {
      at = step;
      trails.draw(step, false);
      arrows.draw(step, frame);
    },
    /** Lets the graph hold the step that is shown. */
    settle: () => drawOverlay(),
    setHidden(without) {
      hidden = without;
      setTrails();
      redraw();
    },
    setFocus(id) {
      focus = id;
      setTrails();
      redraw();
    },
    /** The map in the colours of a still. @param {import("./theme.js").Theme} colors */
    still(colors) {
      const { x, y } = ranges();
      return {
        kind: "map",
        shape: (x[1] - x[0]) / (y[1] - y[0]),
        traces: [...groundTraces(picture.ground, colors), ...stillPaths(drawn, at, colors)],
        xaxis: { title: "x", range: [...x], showgrid: false, nticks: 9 },
        yaxis: { title: "y", range: [...y], showgrid: false, nticks: 7 },
      };
    },
    /** Whether −g and Δw are drawn at the head of the contender in focus. @param {boolean} wanted */
    setArrows(wanted) {
      withArrows = wanted;
      if (!frame) return;
      setTrails();
      redraw();
    },
    resize() {
      drawBase();
      drawOverlay();
      alignTrails();
    },
    destroy() {
      cancelAnimationFrame(following);
      stopGesture();
      trails.destroy();
      reset.removeEventListener("click", resetZoom);
      overlay.removeEventListener("pointermove", tellPlace);
      overlay.removeEventListener("pointerleave", clearReadout);
      for (const graph of [base, overlay]) Plotly.purge(graph);
      arrows.destroy();
      key.remove();
      reset.remove();
      stack.replaceChildren();
    },
  };
}

function around([[x0, x1], [y0, y1]]) {
  const [wide, tall] = [REACH * (x1 - x0), REACH * (y1 - y0)];
  return { u0: x0 - wide, u1: x1 + wide, v0: y0 - tall, v1: y1 + tall };
}
