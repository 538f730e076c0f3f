// The map: contours and critical points in one graph that stays as it is, and above it a transparent graph with the
// same axes that holds the paths for hover, zoom and pan. Between and above them lie the moving lines and heads
// (trails.js).

import { arrowKey, createArrows } from "./arrows.js";
import { element, setText } from "../dom/elements.js";
import { createExits } from "./offscreen.js";
import { contourTraces, frameIn, inShapeOf, mapLayout, reachOf, stillContours } from "./contours.js";
import { markHover, markKey } from "./critical_points.js";
import { CONFIG, frameOf, isDrawn } from "../dom/plotly.js";
import { cutAt } from "../paths/polyline.js";
import { pathTrace, stillPaths } from "../paths/traces.js";
import { readPointer } from "./pointer.js";
import { createSize } from "../dom/size.js";
import { createTrails, focusOnTop } from "../paths/trails.js";

const SOON = 400; // ms after a first picture in which the graph above it is not missed

/**
 * @param {Object} Plotly
 * @param {{plot: HTMLElement, stack: HTMLElement, title: HTMLElement, readout: HTMLElement}} parts
 * @param {{onPoint: (x: number, y: number) => void, onFocus: (id: string) => void, onLook: () => void}} listener
 *   what a plain click means, a point of the surface or the contender whose path it hits, and that someone has zoomed
 */
export function createMap(Plotly, { plot, stack, title, readout }, { onPoint, onFocus, onLook }) {
  const base = element("div", { class: "downhill-graph" });
  const canvasLayer = element("div", { class: "downhill-layer" });
  const overlay = element("div", { class: "downhill-graph downhill-overlay" });
  const headLayer = element("div", { class: "downhill-layer" });
  const reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Whole map");
  stack.append(base, canvasLayer, overlay, headLayer);
  const key = arrowKey();
  const signs = element("span", { class: "downhill-mark-key" });
  plot.append(reset);
  title.after(signs, key);
  const trails = createTrails(canvasLayer, headLayer);
  const arrows = createArrows(headLayer);
  const exits = createExits(headLayer);
  let withArrows = false;
  const touch = globalThis.matchMedia("(pointer: coarse)").matches; // there a drag scrolls the page
  let picture = null;
  let theme = null;
  let lines = []; // one Polyline for each run
  let asked; // a zoom for the next picture, while there is one
  let zoom = null; // {x: [from, to], y: [from, to]} or null for the whole window
  let hidden = new Set();
  let focus = null;
  let frame = null;
  let drawn = []; // the trails as they lie above each other, topmost first
  let at = 0;
  let following = 0; // the animation frame in which the surface follows a drag
  let waiting = 0; // the timer that draws the upper graph if nothing else has

  const size = createSize(stack);
  const ranges = () => zoom ?? { x: picture.surface.window[0], y: picture.surface.window[1] };

  function drawBase() {
    const { surface } = picture;
    const shape = mapLayout(theme, size.now(), ranges());
    return Plotly.react(base, contourTraces(surface, theme), shape, { ...CONFIG, staticPlot: true });
  }

  /** With what is hovered, or with the axes alone until the graph settles. */
  function drawOverlay(whole = true) {
    const shape = mapLayout(theme, size.now(), ranges());
    const bare = { showgrid: false, showticklabels: false, title: { text: "" } };
    Object.assign(shape.xaxis, bare);
    Object.assign(shape.yaxis, bare);
    shape.dragmode = touch ? false : "zoom";
    const first = !isDrawn(overlay);
    const drawn = Plotly.react(overlay, whole ? [...paths(), markHover(picture.surface, theme)] : [], shape, CONFIG);
    if (first) {
      overlay.on("plotly_relayout", followZoom);
      overlay.on("plotly_relayouting", followDrag);
    }
    return drawn;
  }

  /** A first picture does not wait for the upper graph, and neither does the upper graph for the end of a playback. */
  function drawOverlaySoon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => isDrawn(overlay) || drawOverlay(false), SOON);
  }

  function paths() {
    const place = "x %{x:.5g}, y %{y:.5g}";
    return picture.runs.map((run, k) => pathTrace(run, lines[k], at, { theme, shown: !hidden.has(run.id), place }));
  }

  function alignTrails() {
    frame = frameOf(isDrawn(overlay) ? overlay : base);
    trails.setFrame(frame);
    redraw();
  }

  function redraw() {
    trails.draw(at, true);
    exits.draw(at, frame);
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
    exits.setTrails(drawn);
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
    onLook();
  }

  function moveBase() {
    const { x, y } = ranges();
    Plotly.relayout(base, { "xaxis.range": [...x], "yaxis.range": [...y] });
  }

  /** The person has zoomed or is panning the upper graph; lines follow at once, the surface once in a frame. */
  function followDrag() {
    const { xaxis, yaxis } = overlay._fullLayout;
    const drawn = { x: xaxis.range.map(Number), y: yaxis.range.map(Number) };
    if (JSON.stringify(drawn) === JSON.stringify(ranges())) return;
    zoom = inShapeOf(picture.surface.window, drawn);
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
    onLook();
  }

  const look = () => ({ picture, trails: drawn, frame, step: at, zoomed: zoom !== null });
  const whole = () => zoomTo(null);
  const stopPointer = readPointer(overlay, readout, look, { onPoint, onFocus, onWhole: whole });
  reset.addEventListener("click", whole);

  return {
    /**
     * Shows a picture at a step, on the canvas alone: the graph takes the paths over when it settles. A light change is
     * one of the runs alone and leaves the surface.
     * @param {import("../data/picture.js").Picture} next @param {number} step
     * @param {{theme: import("../host/theme.js").Theme, hidden: Set<string>, focus: string|null, light: boolean}} options
     * @returns {Promise<unknown>}
     */
    show(next, step, { theme: colors, hidden: without, focus: chosen, light }) {
      const sameWindow = picture && next.surface.key === picture.surface.key &&
        String(next.surface.window) === String(picture.surface.window);
      [picture, theme, hidden, focus, at] = [next, colors, without, chosen, step];
      if (asked !== undefined) zoom = asked && inShapeOf(picture.surface.window, { x: asked[0], y: asked[1] });
      else if (!sameWindow) zoom = null;
      asked = undefined;
      reset.hidden = zoom === null;
      setText(title, picture.surface.title);
      if (!light) signs.replaceChildren(...markKey(picture.surface));
      lines = picture.runs.map((run) => cutAt(run.x, run.y, reachOf(picture.surface.window)));
      if (!light) size.forget();
      const graphs = light ? [] : [drawBase(), isDrawn(overlay) ? drawOverlay(false) : drawOverlaySoon()];
      setTrails();
      alignTrails();
      return Promise.all(graphs);
    },
    /** A zoom for the next `show`. @param {number[][]|null} next */
    look(next) {
      asked = next;
    },
    looked: () => (asked === undefined ? zoom && [[...zoom.x], [...zoom.y]] : asked),
    /** Moves to a step on the moving layer alone. */
    draw(step) {
      at = step;
      trails.draw(step, false);
      exits.draw(step, frame);
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
    /** The map in the colours of a still. @param {import("../host/theme.js").Theme} colors */
    still(colors) {
      const { x, y } = ranges();
      const surface = stillContours(picture.surface, colors);
      return {
        kind: "map",
        shape: (x[1] - x[0]) / (y[1] - y[0]),
        key: surface.key,
        traces: [...surface.traces, ...stillPaths(drawn, at, colors)],
        over: (area) => [exits, arrows].flatMap((part) => part.outlines(at, frameIn(area, ranges()), colors)),
        entries: arrows.entries(colors),
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
      if (!size.changed()) return;
      drawBase();
      drawOverlay();
      alignTrails();
    },
    destroy() {
      cancelAnimationFrame(following);
      clearTimeout(waiting);
      size.destroy();
      stopPointer();
      trails.destroy();
      reset.removeEventListener("click", whole);
      for (const graph of [base, overlay]) Plotly.purge(graph);
      arrows.destroy();
      exits.destroy();
      signs.remove();
      key.remove();
      reset.remove();
      stack.replaceChildren();
    },
  };
}
