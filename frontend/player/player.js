// The player: shows the scenes of its host, and keeps what the person chose: step, speed, zoom, who is hidden or in focus.

import { Contenders } from "./contenders.js";
import { createControls } from "../controls/controls.js";
import { concealed } from "../data/outcome.js";
import { composePicture } from "../data/picture.js";
import { SceneLoader } from "../data/scene_loader.js";
import { afterPaint } from "../dom/after_paint.js";
import { setAttribute } from "../dom/elements.js";
import { reveal } from "../host/reveal.js";
import { ViewReporter } from "../host/view_reporter.js";
import { Follower } from "./follower.js";
import { LAYOUTS } from "./layouts.js";
import { Playback } from "./playback.js";
import { createSkeleton } from "./skeleton.js";
import { Stage } from "./stage.js";
import { readView, showView } from "./view.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("../data/scene_loader.js").Scene} Scene
 *
 * @typedef {Object} Host what the page around the player gives it
 * @property {string} plotlyUrl where Plotly.js is, unless the document has it already
 * @property {string|null} cssUrl where the style sheet is, unless the document has it already
 * @property {(name: string, value: any) => void} emit reports what the person asked for, ("start", [x, y]), or that blobs
 *   did not arrive: ("lost", true)
 * @property {(view: View) => void} [onView] takes the view whenever it has changed and nothing moves
 * @property {{on: boolean, onToggle: (view: View) => void}|null} [presentation] whether this is a presentation, and what
 *   switches it; null where it cannot be switched
 * @property {boolean} [fill] whether the player fills its container, as an element with `data-fill` asks too
 */

/**
 * Puts a player into an element. Nothing is drawn before the first `update`.
 * @param {HTMLElement} root @param {Host} host @returns {{update: (scene: Scene) => void, destroy: () => void}}
 */
export function mount(root, host) {
  const player = new Player(root, host);
  return { update: (scene) => player.update(scene), destroy: () => player.destroy() };
}

class Player {
  #host;
  #skeleton = createSkeleton();
  #playback = new Playback();
  #controls;
  #contenders;
  #stage;
  #reporter;
  #loader;
  /** @type {import("../data/picture.js").Picture|null} */
  #picture = null;
  /** @type {import("../data/picture.js").Picture|null} the same with its outcomes, which may be hidden */
  #whole = null;
  #stopReveal = reveal.listen(() => this.#whole?.predict && this.#show(this.#whole, null));
  #revision = 0;
  #isAlive = true;

  /** @param {HTMLElement} root @param {Host} host */
  constructor(root, host) {
    this.#host = host;
    this.#controls = this.#createControls();
    this.#contenders = new Contenders(this.#skeleton, this.#controls.legend, {
      onHidden: (hidden) => this.#showHidden(hidden),
      onFocus: (id) => this.#showFocus(id),
    });
    this.#stage = this.#createStage(Boolean(host.fill) || root.hasAttribute("data-fill"));
    root.append(this.#skeleton.root);
    this.#reporter = new ViewReporter(this.#skeleton.root, {
      read: (moving) => this.#currentView(moving),
      report: (view) => host.onView?.(view),
    });
    this.#follow();
    const ready = this.#stage.load(host.plotlyUrl, host.cssUrl, () => this.#isAlive);
    ready.catch((error) => this.#stage.showFault(error));
    this.#loader = new SceneLoader(ready, {
      onScene: (content, blobs, view) => this.#show(composePicture(content, blobs), view),
      onView: (view) => this.#show(this.#whole, view),
      onLost: () => host.emit("lost", true),
      onError: (error) => this.#stage.showFault(error),
    });
  }

  /** Takes the next scene. @param {Scene} scene */
  update(scene) {
    this.#loader.update(scene);
  }

  destroy() {
    this.#isAlive = false;
    this.#stopReveal();
    const parts = [this.#loader, this.#playback, this.#controls, this.#contenders, this.#reporter, this.#stage];
    for (const part of parts) part.destroy();
    this.#skeleton.root.remove();
  }

  /** Has every part follow the playback. */
  #follow() {
    const { root } = this.#skeleton;
    const { transport } = this.#controls;
    this.#playback.follow(new Follower({ ...this.#viewParts(), root, transport, reporter: this.#reporter }));
  }

  #createControls() {
    const { presentation } = this.#host;
    return createControls(this.#skeleton, this.#playback, LAYOUTS, {
      isReady: () => this.#picture !== null,
      stillSource: () => this.#stillSource(),
      onToggle: (id) => this.#contenders.toggle(id),
      onIsolate: (id) => this.#contenders.isolate(id),
      onFocus: (id) => this.#contenders.setFocus(id, this.#playback.step),
      onFocusAt: (index) => this.#contenders.setFocusAt(index, this.#playback.step),
      onSpeed: (factor) => this.#playback.setSpeed(factor),
      onLayout: (key) => this.#stage.setLayout(key),
      onCurve: (key) => this.#stage.setCurve(key),
      onReveal: () => this.#whole.predict && reveal.toggle(),
      onArrows: (wanted) => {
        this.#stage.setArrows(wanted);
        this.#reporter.reportSoon();
      },
      presentation: presentation
        ? { on: presentation.on, onToggle: () => presentation.onToggle(this.#currentView(true)) }
        : null,
    });
  }

  /** @param {boolean} fill */
  #createStage(fill) {
    const listener = {
      onPoint: (x, y) => this.#askForStart(x, y),
      onFocus: (id) => this.#contenders.setFocus(id, this.#playback.step),
      onView: () => this.#reporter.reportSoon(),
      onLayout: (layout, curve) => {
        this.#controls.views.setLayout(layout);
        this.#controls.views.setCurve(curve);
      },
      onArrows: (shown) => this.#controls.views.setArrows(shown),
    };
    return new Stage(this.#skeleton, this.#playback, listener, fill);
  }

  /**
   * Shows a picture in a view.
   * @param {import("../data/picture.js").Picture} whole @param {Partial<View>|null} view null keeps the one there is
   */
  async #show(whole, view) {
    const before = this.#picture;
    const next = whole.predict && !reveal.on ? { ...whole, runs: whole.runs.map(concealed) } : whole;
    this.#whole = whole;
    this.#controls.revealBar.show(whole.predict, reveal.on);
    const light = before?.surface.identity === next.surface.identity && !view; // the runs alone have changed
    const asked = view ?? (before === null ? {} : null);
    this.#picture = next;
    this.#contenders.setRuns(next.runs);
    this.#stage.fit(next);
    this.#fitControls(next.steps, asked);
    this.#contenders.show(this.#playback.step);
    await this.#stage.show(next, this.#contenders, light);
    if (!this.#isAlive) return;
    if (asked) this.#reporter.markKnown();
    else this.#reporter.reportSoon(); // another surface ends the zoom
    this.#playback.settleSoon();
    await afterPaint();
    if (!this.#isAlive) return;
    this.#revision += 1;
    setAttribute(this.#skeleton.root, "data-revision", this.#revision);
  }

  /** @param {number} steps of the picture @param {Partial<View>|null} view to show */
  #fitControls(steps, view) {
    const { transport } = this.#controls;
    transport.setEnabled(true);
    setAttribute(this.#skeleton.root, "data-steps", steps);
    transport.setSteps(steps);
    if (view === null) {
      this.#playback.fit(steps);
    } else {
      this.#playback.setSteps(steps);
      showView(this.#viewParts(), view); // zoom, camera and focus are drawn with the picture
    }
  }

  #viewParts() {
    return { playback: this.#playback, contenders: this.#contenders, stage: this.#stage };
  }

  /** Reads the view; null before the first picture, and during playback unless asked for. @param {boolean} moving */
  #currentView(moving) {
    const isSteady = moving || !this.#playback.playing;
    return this.#picture && isSteady ? readView(this.#viewParts()) : null;
  }

  /** @param {Set<string>} hidden */
  #showHidden(hidden) {
    this.#stage.setHidden(hidden);
    this.#playback.settleSoon(); // which reports the view
  }

  /** @param {string} id */
  #showFocus(id) {
    this.#stage.setFocus(id);
    this.#reporter.reportSoon();
  }

  /** Gives what a still is made of. */
  #stillSource() {
    const runs = this.#contenders.shown;
    return { ...this.#stage.stillSource(), picture: this.#picture, step: this.#playback.step, runs };
  }

  /** A click on the map asks for another race, and ends the playing first. @param {number} x @param {number} y */
  #askForStart(x, y) {
    this.#playback.pause();
    this.#host.emit("start", [x, y]);
  }
}
