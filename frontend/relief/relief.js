// The relief: the surface in three dimensions with the paths on it. Its WebGL scene is made when it is first seen, moves
// only while it can be seen, and is given back when the layout has no place for it. Where the browser takes the scene
// away, as it may when there are many or the graphics card is reset, it is made anew.

import { element, setText } from "../dom/elements.js";
import { heightScale } from "./height_scale.js";
import { reliefLayout, reliefTraces, sliced } from "./surface_trace.js";
import { CONFIG } from "../dom/plotly.js";
import { createSize } from "../dom/size.js";
import { cameraIn, cameraOut } from "./camera.js";
import { forgetWebGL, hasWebGL, loseContexts } from "./webgl.js";

const REST = 2.5; // times what a picture of the scene costs: how long map and loss then have the machine to themselves
const SHORTEST = 100; // ms between two pictures of the scene while it plays
const MOST_LOSSES = 3; // of scenes within LATELY; after more of them no other is made before there is another picture
const LATELY = 60_000; // ms
const MISSING = "This browser has no WebGL, which the relief needs. The map shows the same paths.";
const TAKEN = "The browser keeps taking away the WebGL that the relief needs. The map shows the same paths.";

/**
 * @param {Object} Plotly
 * @param {{plot: HTMLElement, stack: HTMLElement, title: HTMLElement, readout: HTMLElement}} parts
 * @param {{onLook: () => void}} listener
 */
export function createRelief(Plotly, { plot, stack, title }, { onLook }) {
  const reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Turn back");
  const missing = element("p", { class: "downhill-missing", role: "status" });
  plot.append(reset);
  let graph = null; // while there is a scene
  let picture = null;
  let options = null;
  let scale = null;
  let camera = null; // null is the view from the front
  let asked; // a camera for the next picture, while there is one
  let turns = 0; // cameras that were asked for: Plotly takes none over the person's own but with a new name
  let at = 0;
  let seen = true; // whether any of it is on the screen
  let stale = false; // whether the graph holds something else than is to be seen: to draw it anew costs a whole scene
  let busyUntil = 0;
  let cost = SHORTEST;
  let measuring = 0;
  let losses = []; // when the browser has taken a scene away since the last picture, in ms
  let away = false; // whether it has done so while nobody saw the page
  const watch = new IntersectionObserver((entries) => {
    seen = entries.at(-1).isIntersecting;
    drawIfStale();
  });
  watch.observe(stack);

  const size = createSize(stack);

  function drawAll() {
    const traces = reliefTraces(picture, at, { ...options, scale });
    const layout = reliefLayout(options.theme, size.now(), picture.surface, scale, camera, turns);
    stale = false;
    return Plotly.react(graph, traces, layout, CONFIG);
  }

  function drawIfStale() {
    return seen && graph && stale ? drawAll() : null;
  }

  function drawAnew() {
    stale = true;
    return drawIfStale();
  }

  function begin() {
    graph = element("div", { class: "downhill-graph" });
    stack.append(graph);
    const made = graph;
    const drawn = drawAll();
    graph.on("plotly_relayout", turned);
    return drawn.then(() => leaveLossToUs(made));
  }

  function turned(change) {
    if (!change["scene.camera"]) return;
    camera = structuredClone(change["scene.camera"]);
    reset.hidden = false;
    onLook();
  }

  function turnBack() {
    camera = null;
    reset.hidden = true;
    if (graph) drawAll();
    onLook();
  }

  /** Moves the paths alone: Plotly would send the whole surface to the graphics card again. */
  function movePaths() {
    const { traces, glplot } = graph._fullLayout.scene._scene;
    for (const full of graph._fullData) {
      const drawn = traces[full.uid];
      if (drawn && full.meta !== undefined) drawn.update(sliced(full, picture, at, { ...options, scale }));
    }
    glplot.redraw();
  }

  /** How long the browser takes until it draws again, by which the next picture of the scene waits. */
  function measure() {
    const begun = performance.now();
    cancelAnimationFrame(measuring);
    measuring = requestAnimationFrame(() => {
      measuring = requestAnimationFrame((now) => {
        cost = Math.max(SHORTEST / REST, 0.5 * cost + 0.5 * (now - begun));
        busyUntil = now + REST * cost;
      });
    });
    busyUntil = Infinity;
  }

  /** Plotly would wait for a context that was taken away, which is in vain where the browser keeps it. */
  function leaveLossToUs(made) {
    const glplot = made._fullLayout?.scene?._scene?.glplot;
    if (graph === made && glplot) glplot.oncontextloss = null;
  }

  /** The browser has taken the scene away. It may do so with every tab that nobody sees, and would do it again there. */
  function lost() {
    release();
    away = document.hidden;
    if (!away) remake();
  }

  function remake() {
    const now = performance.now();
    losses = [...losses.filter((then) => now - then < LATELY), now];
    forgetWebGL();
    if (losses.length > MOST_LOSSES || !hasWebGL()) tell(TAKEN);
    else begin().catch(() => tell(TAKEN));
  }

  function comeBack() {
    if (!away || document.hidden) return;
    away = false;
    remake();
  }

  function release() {
    away = false;
    cancelAnimationFrame(measuring);
    busyUntil = 0;
    if (!graph) return;
    const canvases = [...graph.querySelectorAll("canvas")];
    Plotly.purge(graph);
    graph.remove(); // before its contexts go, so that nobody hears of it
    loseContexts(canvases);
    graph = null;
  }

  reset.addEventListener("click", turnBack);
  stack.addEventListener("webglcontextlost", lost, { capture: true });
  document.addEventListener("visibilitychange", comeBack);

  return {
    show(next, step, given) {
      const surfaceChanged = picture?.surface.identity !== next.surface.identity;
      if (picture && picture.surface.key !== next.surface.key) [camera, reset.hidden] = [null, true];
      [picture, options, at, losses] = [next, given, step, []];
      if (asked !== undefined) {
        [camera, asked] = [cameraIn(asked), undefined];
        turns += 1;
        reset.hidden = camera === null;
      }
      if (surfaceChanged || !scale) scale = heightScale(picture.surface);
      setText(title, scale.title);
      if (!hasWebGL()) return tell(MISSING);
      missing.remove();
      size.forget();
      if (!graph) return begin();
      return drawAnew();
    },
    /** A camera for the next `show`. */
    look(next) {
      asked = next;
    },
    looked: () => (asked === undefined ? cameraOut(camera) : asked),
    draw(step, playing) {
      at = step;
      stale = true;
      if (!graph || !seen || (playing && performance.now() < busyUntil)) return;
      if (playing) measure();
      movePaths();
    },
    settle() {
      busyUntil = 0;
      drawIfStale();
    },
    setHidden: drawAnew,
    /** The relief in the colours of a still, as it is turned now. @param {import("../host/theme.js").Theme} colors */
    still(colors) {
      if (!graph) return { kind: "words", title: scale.title, words: missing.textContent };
      const scene = (area) =>
        reliefLayout(colors, area, picture.surface, scale, camera && structuredClone(camera)).scene;
      const traces = reliefTraces(picture, at, { ...options, theme: colors, scale });
      return { kind: "relief", title: scale.title, traces, scene };
    },
    setFocus(focus) {
      options = { ...options, focus };
    },
    resize() {
      if (graph && size.changed()) drawAnew();
    },
    /** Gives the scene back; the camera is remembered. */
    release,
    destroy() {
      watch.disconnect();
      size.destroy();
      reset.removeEventListener("click", turnBack);
      stack.removeEventListener("webglcontextlost", lost, { capture: true });
      document.removeEventListener("visibilitychange", comeBack);
      release();
      missing.remove();
      reset.remove();
      stack.replaceChildren();
    },
  };

  /** Beside the stack, which is an image: what is in an image is not read out. */
  function tell(words) {
    setText(missing, words);
    if (!missing.isConnected) plot.prepend(missing);
  }
}
