// The relief panel: the surface in three dimensions, drawn in WebGL only while visible, and the paths over it.

import { ReliefCamera } from "./camera.js";
import { headingOf, heightScale } from "./height_scale.js";
import { joined, projector } from "./projection.js";
import { frameOf, linesIn, pathsOf, ReliefPaths } from "./relief_paths.js";
import { readReliefPointer } from "./relief_pointer.js";
import { reliefLayout, stillMatrices, surfaceTrace } from "./surface_trace.js";
import { WebGLScene } from "./webgl_scene.js";
import { hasWebGL } from "./webgl.js";
import { createSize } from "../dom/size.js";
import { element, setText } from "../dom/elements.js";
import { outlinesOf } from "../paths/outlines.js";
import { NOTHING_SHOWN } from "../paths/panel.js";
import { trailsOf } from "../paths/trails.js";

const MISSING = "This browser has no WebGL, which the relief needs. The map shows the same paths.";
const TAKEN = "The browser keeps stopping the WebGL that the relief needs. The map shows the same paths.";

/** @typedef {import("../paths/panel.js").Panel} Panel */

/** @implements {Panel} */
export class ReliefPanel {
  #parts;
  #size;
  #scene;
  #camera;
  #paths;
  #watch;
  #stopPointer;
  #words = element("span", { class: "downhill-panel-words" });
  #missing = element("p", { class: "downhill-missing", role: "status" });
  #shown = NOTHING_SHOWN;
  /** @type {import("./height_scale.js").HeightScale|null} */
  #scale = null;
  #isSeen = true; // whether any part is on the screen
  #isStale = false; // whether the graph is out of date: redrawing it costs a whole scene

  /**
   * @param {import("../paths/panel.js").Plotly} Plotly @param {import("../paths/panel.js").Parts} parts
   * @param {import("../paths/panel.js").Listener} listener
   */
  constructor(Plotly, parts, { onView, onFocus }) {
    this.#parts = parts;
    parts.title.after(this.#words);
    this.#paths = new ReliefPaths(parts.stack);
    this.#size = createSize(parts.stack);
    this.#camera = new ReliefCamera(parts.plot, () => {
      if (this.#scene.exists) this.#drawAll();
      onView();
    });
    this.#scene = new WebGLScene(Plotly, parts.stack, {
      onTurn: (camera) => {
        this.#camera.set(camera);
        onView();
      },
      onDrawn: () => this.#placePaths(),
      onRemake: () => this.#drawAll(),
      onTaken: () => this.#say(TAKEN),
    });
    this.#watch = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1).isIntersecting;
      this.#drawIfStale();
    });
    this.#watch.observe(parts.stack);
    this.#stopPointer = readReliefPointer(parts, () => ({ ...this.#shown, ...this.#paths.seen }), {
      onFocus,
      camera: () => this.#scene.camera,
      onTurning: (camera) => this.#scene.turn(camera),
      onTurned: () => this.#scene.reportCamera(),
    });
  }

  show(shown, light) {
    const { surface } = shown.picture;
    const before = this.#shown.picture?.surface;
    this.#shown = shown;
    this.#scene.forgive();
    this.#camera.setSurface(surface.key);
    if (before?.identity !== surface.identity) this.#scale = heightScale(surface);
    this.#paths.setRuns(shown, this.#scale);
    setText(this.#parts.title, surface.title);
    setText(this.#words, headingOf(this.#scale, surface));
    if (!hasWebGL()) return this.#say(MISSING);
    this.#missing.remove();
    this.#size.forget();
    if (!this.#scene.exists) return this.#drawAll();
    const stays = light && !this.#size.changed();
    this.#placePaths();
    return stays ? undefined : this.#redraw();
  }

  draw(step) {
    this.#shown = { ...this.#shown, step };
    this.#paths.draw(step);
  }

  settle() {
    this.#paths.finish();
    this.#drawIfStale();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#placePaths();
  }

  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
    this.#placePaths();
  }

  setView({ camera }) {
    if (camera !== undefined) this.#camera.setView(camera);
  }

  view() {
    return { camera: this.#camera.view() };
  }

  still(theme) {
    const { title } = this.#scale;
    if (!this.#scene.exists) return { title, words: this.#missing.textContent };
    const { picture: { surface } } = this.#shown;
    const camera = structuredClone(this.#camera.now);
    return {
      title,
      traces: [surfaceTrace(surface, theme, this.#scale)],
      scene: (area) => reliefLayout(theme, area, surface, this.#scale, camera).scene,
      over: (area) => this.#outlines(theme, area, camera),
    };
  }

  resize() {
    if (this.#scene.exists && this.#size.changed()) this.#redraw();
  }

  /** Releases the scene; the camera is remembered. */
  release() {
    this.#paths.clear();
    this.#scene.release();
  }

  destroy() {
    this.#watch.disconnect();
    this.#stopPointer();
    this.#paths.destroy();
    this.#size.destroy();
    this.#scene.destroy();
    this.#camera.destroy();
    this.#missing.remove();
    this.#words.remove();
    this.#parts.stack.replaceChildren();
  }

  #drawAll() {
    const { picture: { surface }, theme } = this.#shown;
    const { now, turns } = this.#camera;
    this.#isStale = false;
    return this.#scene.draw({
      traces: [surfaceTrace(surface, theme, this.#scale)],
      layout: reliefLayout(theme, this.#size.now(), surface, this.#scale, now, turns),
    });
  }

  /** Draws the paths where the camera sees them now. */
  #placePaths() {
    const seen = this.#scene.matrix;
    if (seen) this.#paths.place(this.#shown, projector(seen, this.#size.now()), this.#size.now());
  }

  /** Gives the paths as a still shows them. */
  #outlines(theme, area, camera) {
    const { picture: { surface }, step } = this.#shown;
    const matrix = joined(stillMatrices(theme, area, surface, this.#scale, camera), [1, 1, 1]);
    const lines = linesIn(pathsOf(this.#shown, this.#scale), projector(matrix, area), area, 0);
    return outlinesOf(trailsOf(lines, this.#shown, true), step, frameOf(area), theme);
  }

  #drawIfStale() {
    if (this.#isSeen && this.#scene.exists && this.#isStale) return this.#drawAll();
  }

  #redraw() {
    this.#isStale = true;
    return this.#drawIfStale();
  }

  /** Text goes beside the stack, which is an image: screen readers do not read what is inside one. */
  #say(words) {
    setText(this.#missing, words);
    if (!this.#missing.isConnected) this.#parts.plot.prepend(this.#missing);
  }
}
