// The relief: the surface in three dimensions with the paths on it. Its WebGL scene is made when it is first seen, moves
// only while it can be seen, and is given back when the layout has no place for it.

import { element, setText } from "./elements.js";
import { heightScale } from "./height.js";
import { reliefLayout, reliefTraces, sliced } from "./mountain.js";
import { CONFIG } from "./plotly.js";
import { createSize } from "./size.js";
import { cameraIn, cameraOut } from "./view.js";
import { hasWebGL, loseContexts } from "./webgl.js";

const REST = 2.5; // times what a picture of the scene costs: how long map and loss then have the machine to themselves
const SHORTEST = 100; // ms between two pictures of the scene while it plays

/**
 * @param {Object} Plotly
 * @param {{plot: HTMLElement, stack: HTMLElement, title: HTMLElement, readout: HTMLElement}} parts
 * @param {{onLook: () => void}} listener
 */
export function createRelief(Plotly, { plot, stack, title }, { onLook }) {
  const reset = element("button", { type: "button", class: "downhill-reset", hidden: true }, "Turn back");
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
  let busyUntil = 0;
  let cost = SHORTEST;
  let measuring = 0;
  const watch = new IntersectionObserver((entries) => {
    seen = entries.at(-1).isIntersecting;
    if (seen && graph) drawAll();
  });
  watch.observe(stack);

  const size = createSize(stack);

  function drawAll() {
    const traces = reliefTraces(picture, at, { ...options, scale });
    const layout = reliefLayout(options.theme, size.now(), picture.ground, scale, camera, turns);
    return Plotly.react(graph, traces, layout, CONFIG);
  }

  function begin() {
    graph = element("div", { class: "downhill-graph" });
    stack.append(graph);
    const drawn = drawAll();
    graph.on("plotly_relayout", turned);
    return drawn;
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

  reset.addEventListener("click", turnBack);

  return {
    show(next, step, given) {
      const surfaceChanged = picture?.ground.identity !== next.ground.identity;
      if (picture && picture.ground.key !== next.ground.key) [camera, reset.hidden] = [null, true];
      [picture, options, at] = [next, given, step];
      if (asked !== undefined) {
        [camera, asked] = [cameraIn(asked), undefined];
        turns += 1;
        reset.hidden = camera === null;
      }
      if (surfaceChanged || !scale) scale = heightScale(picture.ground);
      setText(title, scale.title);
      if (!hasWebGL()) return tellMissing();
      size.forget();
      if (!graph) return begin();
      return seen ? drawAll() : null;
    },
    /** A camera for the next `show`. */
    look(next) {
      asked = next;
    },
    looked: () => (asked === undefined ? cameraOut(camera) : asked),
    draw(step, playing) {
      at = step;
      if (!graph || !seen || (playing && performance.now() < busyUntil)) return;
      if (playing) measure();
      movePaths();
    },
    settle() {
      busyUntil = 0;
      if (graph && seen) drawAll();
    },
    setHidden() {
      if (graph) drawAll();
    },
    /** The relief in the colours of a still, as it is turned now. @param {import("./theme.js").Theme} colors */
    still(colors) {
      const turnedTo = graph?._fullLayout.scene.camera ?? camera;
      const { scene } = reliefLayout(colors, size.now(), picture.ground, scale, turnedTo && structuredClone(turnedTo));
      const traces = reliefTraces(picture, at, { ...options, theme: colors, scale });
      return { kind: "relief", title: scale.title, traces, scene };
    },
    setFocus(focus) {
      options = { ...options, focus };
    },
    resize() {
      if (graph && size.changed()) drawAll();
    },
    /** Gives the scene back; the camera is remembered. */
    release() {
      cancelAnimationFrame(measuring);
      busyUntil = 0;
      if (!graph) return;
      const canvases = [...graph.querySelectorAll("canvas")];
      Plotly.purge(graph);
      loseContexts(canvases);
      graph.remove();
      graph = null;
    },
    destroy() {
      watch.disconnect();
      size.destroy();
      reset.removeEventListener("click", turnBack);
      this.release();
      reset.remove();
      stack.replaceChildren();
    },
  };

  function tellMissing() {
    if (stack.childElementCount) return;
    stack.append(element("p", { class: "downhill-missing" }, "This browser has no WebGL, which the relief needs. The map shows the same paths."));
  }
}
