// One number of every contender against the step, with the head of each path riding on its curve.

import { departureMarks, departureNames, departures } from "./off_axis.js";
import { element, setAttribute, setText } from "../dom/elements.js";
import { pathTrace, stillPaths } from "../paths/traces.js";
import { axis, CONFIG, frameOf, layout } from "../dom/plotly.js";
import { cutAt } from "../paths/polyline.js";
import { disclosure } from "./series.js";
import { createSize } from "../dom/size.js";
import { createTrails, focusOnTop } from "../paths/trails.js";

const LOW = 230; // px
const POWER = 1.25; // Plotly sets powers of ten so much larger than the size it is given
const REACH = 20; // heights of the axis above and below it within which curves are exact

/**
 * @param {Object} Plotly @param {{stack: HTMLElement, title: HTMLElement, readout: HTMLElement}} parts
 * @param {(picture: import("../data/picture.js").Picture) => import("./series.js").Series} first what is drawn at first
 */
export function createCurves(Plotly, { stack, title, readout }, first) {
  const graph = element("div", { class: "downhill-graph" });
  const canvasLayer = element("div", { class: "downhill-layer" });
  const headLayer = element("div", { class: "downhill-layer" });
  const cursor = element("div", { class: "downhill-cursor" });
  headLayer.append(cursor);
  stack.append(graph, canvasLayer, headLayer);
  const trails = createTrails(canvasLayer, headLayer);
  const size = createSize(stack);
  let seriesOf = first;
  let picture = null;
  let theme = null;
  let series = null;
  let scale = null;
  let lines = [];
  let hidden = new Set();
  let focus = null;
  let frame = null;
  let at = 0;
  let axes = ""; // the layout that is drawn, as text

  function drawGraph() {
    const shape = layoutNow();
    axes = JSON.stringify(shape);
    return Plotly.react(graph, [...curves(), leavingMarks()], withNames(shape), CONFIG);
  }

  /** Fits the axes alone, if they have changed at all; the graph takes its curves over when it settles. */
  function fitAxes() {
    const next = JSON.stringify(layoutNow());
    if (next === axes) return Promise.resolve();
    axes = next;
    return Plotly.react(graph, [], layoutNow(), CONFIG);
  }

  function layoutNow() {
    return curvesLayout(theme, size.now(), scale, picture.steps);
  }

  function curves() {
    return picture.runs.map((run, k) =>
      pathTrace(run, lines[k], at, { theme, shown: !hidden.has(run.id), toData: scale.toData, told: told(series, k) })
    );
  }

  /** What has left the axis by the step that is shown. */
  const gone = () => departures(picture.runs, series).filter(({ run, exit }) => !hidden.has(run.id) && exit.step <= at);

  const leavingMarks = (colors = theme) => departureMarks(gone(), series, colors, at);

  /** The names of those that have left, which only a graph at rest has. */
  function withNames(shape) {
    const { xaxis: { range }, width, height, margin } = shape;
    const area = { width: width - margin.l - margin.r, height: height - margin.t - margin.b, range };
    return { ...shape, annotations: departureNames(gone(), theme, area, at) };
  }

  function align() {
    frame = frameOf(graph);
    trails.setFrame(frame);
    trails.draw(at, true);
    moveCursor();
  }

  function moveCursor() {
    const left = (at - frame.u.from) * frame.u.perUnit;
    cursor.style.transform = `translateX(${left.toFixed(2)}px)`;
  }

  const trailsOf = () =>
    picture.runs.map((run, k) => (
      { line: lines[k], contender: run, shown: !hidden.has(run.id), start: false }
    ));

  function setTrails() {
    trails.setTrails(focusOnTop(trailsOf(), focus), theme);
  }

  return {
    /**
     * What is drawn from the next `show` on.
     * @param {(picture: Object) => import("./series.js").Series} next @returns {boolean} whether it is something else
     */
    setSeries(next) {
      const changed = seriesOf !== next;
      seriesOf = next;
      return changed;
    },
    /** As for the map. @param {import("../data/picture.js").Picture} next @param {number} step @returns {Promise<unknown>} */
    show(next, step, { theme: colors, hidden: without, focus: chosen, light }) {
      [picture, theme, hidden, focus, at] = [next, colors, without, chosen, step];
      series = seriesOf(picture);
      scale = series.scale;
      lines = series.values.map((values) => curve(values, scale, picture.steps));
      setText(title, scale.title);
      const words = disclosure(picture, series);
      setText(readout, words);
      setAttribute(readout, "title", words); // where there is no room for it
      if (!light) size.forget();
      const drawn = fitAxes();
      setTrails();
      align();
      return drawn;
    },
    draw(step) {
      at = step;
      trails.draw(step, false);
      moveCursor();
    },
    settle: () => drawGraph(),
    setHidden(without) {
      hidden = without;
      setTrails();
      trails.draw(at, true);
    },
    /** The curves in the colours of a still. @param {import("../host/theme.js").Theme} colors */
    still(colors) {
      const { xaxis, yaxis } = curvesLayout(theme, { width: 0, height: LOW }, scale, picture.steps);
      const trailsNow = focusOnTop(trailsOf(), focus);
      return {
        kind: "curves",
        title: scale.title,
        traces: [...stillPaths(trailsNow, at, colors, scale.toData), leavingMarks(colors)],
        xaxis: { title: "step", range: xaxis.range, showgrid: false, ...stepTicks(picture.steps) },
        yaxis: { type: yaxis.type, range: yaxis.range },
        ticks: (count) => valueTicks(scale, count),
        names: (area) => departureNames(gone(), colors, { ...area, range: xaxis.range }, at),
        cursor: at,
      };
    },
    setFocus(id) {
      focus = id;
      setTrails();
      trails.draw(at, true);
    },
    resize() {
      if (!size.changed()) return;
      drawGraph();
      align();
    },
    destroy() {
      size.destroy();
      trails.destroy();
      Plotly.purge(graph);
      stack.replaceChildren();
    },
  };
}

function curve(values, scale, steps) {
  const [low, high] = scale.range;
  const tall = REACH * (high - low);
  const box = { u0: -1, u1: Math.max(steps, values.length) + 1, v0: low - tall, v1: high + tall };
  return cutAt(Float64Array.from(values, (_, step) => step), values.map(scale.toAxis), box);
}

/** The line of a hover label that says what is drawn. */
function told({ name, values }, k) {
  return { name, at: (step) => values[k][Math.min(step, values[k].length - 1)] };
}

/** Steps are whole. */
const stepTicks = (steps) => (steps <= 8 ? { dtick: 1, tick0: 0 } : { nticks: 8 });

/** On a logarithmic axis powers of ten alone. */
function valueTicks({ log, range: [low, high] }, count) {
  const format = { exponentformat: "power", minexponent: 4 };
  return log
    ? { ...format, dtick: Math.max(1, Math.ceil((high - low) / count)), tick0: 0 }
    : { ...format, nticks: count };
}

function curvesLayout(theme, size, scale, steps) {
  const low = size.height < LOW; // no room for a title below the ticks
  const margin = {
    l: Math.round(theme.size * 4),
    r: 14,
    t: Math.round(theme.size * 0.75),
    b: Math.round(theme.size * (low ? 1.8 : 3.1)),
  };
  const pad = Math.max(0.3, 0.022 * steps);
  return layout(theme, size, margin, {
    dragmode: false,
    xaxis: axis(theme, low ? "" : "step", {
      range: [-pad, Math.max(1, steps) + pad],
      fixedrange: true,
      showgrid: false,
      ...stepTicks(steps),
    }),
    yaxis: axis(theme, "", {
      ...(scale.log && { tickfont: { size: (theme.size - 1) / POWER } }),
      type: scale.log ? "log" : "linear",
      range: [...scale.range],
      fixedrange: true,
      ...valueTicks(scale, low ? 4 : 7),
    }),
  });
}
