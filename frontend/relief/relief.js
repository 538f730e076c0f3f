// The relief panel: the surface in three dimensions with the paths on it, drawn only while visible.

import { ReliefCamera } from "./camera.js";
import { heightScale } from "./height_scale.js";
import { reliefLayout, reliefTraces, sliced } from "./surface_trace.js";
import { WebGLScene } from "./webgl_scene.js";
import { hasWebGL } from "./webgl.js";
import { createSize } from "../dom/size.js";
import { element, setText } from "../dom/elements.js";
import { NOTHING_SHOWN } from "../paths/panel.js";

const MISSING = "This browser has no WebGL, which the relief needs. The map shows the same paths.";
const TAKEN = "The browser keeps stopping the WebGL that the relief needs. The map shows the same paths.";

/** @typedef {import("../paths/panel.js").Panel} Panel */

/** @implements {Panel} */
export class ReliefPanel {
  #parts;
  #size;
  #scene;
  #camera;
  #watch;
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
  constructor(Plotly, parts, { onView }) {
    this.#parts = parts;
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
      onRemake: () => this.#drawAll(),
      onTaken: () => this.#say(TAKEN),
    });
    this.#watch = new IntersectionObserver((entries) => {
      this.#isSeen = entries.at(-1).isIntersecting;
      this.#drawIfStale();
    });
    this.#watch.observe(parts.stack);
  }

  show(shown) {
    const { surface } = shown.picture;
    const before = this.#shown.picture?.surface;
    this.#shown = shown;
    this.#scene.forgive();
    this.#camera.setSurface(surface.key);
    if (before?.identity !== surface.identity) this.#scale = heightScale(surface);
    setText(this.#parts.title, this.#scale.title);
    if (!hasWebGL()) return this.#say(MISSING);
    this.#missing.remove();
    this.#size.forget();
    return this.#scene.exists ? this.#redraw() : this.#drawAll();
  }

  draw(step, playing) {
    this.#shown = { ...this.#shown, step };
    this.#isStale = true;
    if (!this.#scene.exists || !this.#isSeen) return;
    const { picture } = this.#shown;
    this.#scene.movePaths((trace) => sliced(trace, picture, step, this.#scale), playing);
  }

  settle() {
    this.#scene.rest();
    this.#drawIfStale();
  }

  setHidden(hidden) {
    this.#shown = { ...this.#shown, hidden };
    this.#redraw();
  }

  /** In three dimensions the depth decides which path hides another: none is drawn on top. */
  setFocus(focus) {
    this.#shown = { ...this.#shown, focus };
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
    const { picture } = this.#shown;
    const camera = structuredClone(this.#camera.now);
    return {
      title,
      traces: reliefTraces({ ...this.#shown, theme }, this.#scale),
      scene: (area) => reliefLayout(theme, area, picture.surface, this.#scale, camera).scene,
    };
  }

  resize() {
    if (this.#scene.exists && this.#size.changed()) this.#redraw();
  }

  /** Releases the scene; the camera is remembered. */
  release() {
    this.#scene.release();
  }

  destroy() {
    this.#watch.disconnect();
    this.#size.destroy();
    this.#scene.destroy();
    this.#camera.destroy();
    this.#missing.remove();
    this.#parts.stack.replaceChildren();
  }

  #drawAll() {
    const { picture: { surface }, theme } = this.#shown;
    const { now, turns } = this.#camera;
    this.#isStale = false;
    return this.#scene.draw({
      traces: reliefTraces(this.#shown, this.#scale),
      layout: reliefLayout(theme, this.#size.now(), surface, this.#scale, now, turns),
    });
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
