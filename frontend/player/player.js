// The player: shows the scenes of its host, and keeps what the person chose: step, speed, zoom, who is hidden or in focus.

import { Concealment } from "./concealment.js";
import { Contenders } from "./contenders.js";
import { createControls } from "../controls/controls.js";
import { readingOf } from "../controls/gauge.js";
import { composePicture } from "../data/picture.js";
import { SceneLoader } from "../data/scene_loader.js";
import { afterPaint } from "../dom/after_paint.js";
import { setAttribute } from "../dom/elements.js";
import { answers } from "../host/answers.js";
import { telling } from "../live/fan.js";
import { reveal } from "../host/reveal.js";
import { ViewReporter } from "../host/view_reporter.js";
import { Follower } from "./follower.js";
import { KeptInSight } from "./kept_in_sight.js";
import { LAYOUTS } from "./layouts.js";
import { movesUnlessAsked } from "./moves.js";
import { Playback } from "./playback.js";
import { Questioner } from "./questioner.js";
import { createSkeleton } from "./skeleton.js";
import { Stage } from "./stage.js";
import { readView, showView } from "./view.js";
import { Hand } from "./hand.js";
import { PictureMarks } from "./picture_marks.js";

/**
 * @typedef {import("./view.js").View} View
 * @typedef {import("../data/scene_loader.js").Scene} Scene
 * @typedef {import("../data/picture.js").Picture} Picture
 *
 * @typedef {Object} Host what the page around the player gives it
 * @property {string} plotlyUrl where Plotly.js is, unless the document has it already
 * @property {string|null} cssUrl where the style sheet is, unless the document has it already
 * @property {(name: string, value: any) => void} emit reports what the person asked for, ("start", [x, y]), or that blobs
 *   did not arrive: ("lost", true)
 * @property {(view: View) => void} [onView] takes the view whenever it has changed and nothing moves
 * @property {{on: boolean, onToggle: (view: View) => void}|null} [presentation] whether this is a presentation, and what
 *   switches it; null where it cannot be switched
 * @property {string} [kernelsUrl] where the kernels are, unless the document has them already
 * @property {Promise<import("../data/sliders.js").Sliders|null>} [sliders] without which there is no fan
 * @property {() => boolean} [isMoving] whether a hand is on one of the page's controls
 * @property {() => void} [onDrawn] hears that the first picture can be seen
 * @property {() => void} [onHold] hears that a hand takes a start, or lets it go
 * @property {(picture: Picture, isOriginal: boolean) => void} [onPicture] hears of every picture that is shown, and
 *   whether all of it is as the scene had it, or some has been walked here
 * @property {boolean} [undoes] whether the page around the player undoes changes
 * @property {boolean} [branches] whether it adds branches, where they are asked for: ("branch", [slot, step])
 * @property {boolean} [fill] whether the player fills its container, as an element with `data-fill` asks too
 */

/**
 * Puts a player into an element. Nothing is drawn before the first `update`.
 *
 * `change` takes one value that is to differ from the picture of the last scene, and draws what follows from it in the
 * next frame, without a server. `show` takes a picture that none of the scenes has, until the next scene; `reset` shows the
 * last scene again as it was at first. `moveTo` shows a point of the surface on the map.
 * @param {HTMLElement} root @param {Host} host
 * @returns {{update: (scene: Scene) => void, change: (path: string[], value: any) => void,
 *   show: (picture: Picture) => void, reset: () => void, moveTo: (point: number[]) => void, destroy: () => void}}
 */
export function mount(root, host) {
  const player = new Player(root, host);
  return {
    update: (scene) => player.update(scene),
    change: (path, value) => player.turn(path, value),
    show: (picture) => player.show(picture),
    reset: () => player.reset(),
    moveTo: (point) => player.moveTo(point),
    destroy: () => player.destroy(),
  };
}

class Player {
  #host;
  #skeleton = createSkeleton();
  #playback = new Playback();
  #controls;
  #contenders;
  #hand;
  #stage;
  #questioner;
  #reporter;
  #loader;
  /** @type {import("../data/picture.js").Picture|null} */
  #picture = null;
  /** @type {import("../data/picture.js").Picture|null} the same with its outcomes, which may be hidden */
  #whole = null;
  #keptInSight = new KeptInSight(this.#skeleton.parts.map.panel, this.#skeleton.room);
  #concealment;
  #stopReveal = reveal.listen(() => this.#whole?.predict && this.#show(this.#whole, null));
  #stopAnswers = answers.listen(() => this.#show(this.#whole, null));
  /** @type {import("../data/picture.js").Picture|null} that of the last scene */
  #scene = null;
  /** @type {Partial<View>} in which the last scene is to be seen */
  #sceneView = {};
  #revision = 0;
  #marks;
  #isProbeOn = false; // by its switch
  #isBranching = false; // until the branch that was asked for is there
  #isAlive = true;

  /** @param {HTMLElement} root @param {Host} host */
  constructor(root, host) {
    this.#host = host;
    this.#questioner = new Questioner(this.#skeleton, {
      onAnswered: (isSkipped) => isSkipped ? this.#playback.toEnd() : this.#playback.toggle(),
      onPin: () => this.#stage.setPin(this.#questioner.pin),
    });
    this.#concealment = new Concealment(this.#playback, this.#questioner, reveal, () => this.#show(this.#whole, null));
    this.#controls = this.#createControls();
    this.#contenders = new Contenders(this.#skeleton, this.#controls.legend, {
      onHidden: (hidden) => this.#showHidden(hidden),
      onFocus: (id) => this.#showFocus(id),
      read: (run, step) => this.#read(run, step),
    });
    this.#stage = this.#createStage(Boolean(host.fill) || root.hasAttribute("data-fill"));
    this.#hand = new Hand({
      ...host,
      read: () => this.#whole,
      show: (picture) => this.#followHand(picture),
    });
    this.#marks = new PictureMarks(this.#skeleton.root, (picture, isOriginal) => host.onPicture?.(picture, isOriginal));
    root.append(this.#skeleton.root);
    this.#reporter = new ViewReporter(this.#skeleton.root, {
      read: (moving) => this.#currentView(moving),
      report: (view) => host.onView?.(view),
    });
    this.#follow();
    host.sliders?.then((sliders) => {
      this.#hand.setSliders(sliders);
      this.#renewFan();
      if (this.#picture) this.#playback.settleSoon(); // a sweep had to wait, too
    });
    const ready = this.#stage.load(host.plotlyUrl, host.cssUrl, () => this.#isAlive);
    ready.catch((error) => this.#stage.showFault(error));
    this.#loader = new SceneLoader(ready, {
      onScene: (content, blobs, view) => {
        this.#scene = composePicture(content, blobs);
        this.#sceneView = view ?? this.#sceneView;
        return this.#show(this.#scene, view);
      },
      onView: (view) => this.#show(this.#whole, view),
      onLost: () => host.emit("lost", true),
      onError: (error) => this.#stage.showFault(error),
    });
  }

  /** Shows a picture that is no scene's, or that of the last scene again. @param {Picture} picture */
  show(picture) {
    this.#questioner.leave();
    this.#hand.forget();
    this.#show(picture, null);
  }

  /** Shows the last scene as it was at first, in its view. */
  reset() {
    this.#questioner.leave();
    this.#hand.forget();
    this.#show(this.#scene, this.#sceneView);
  }

  /** Shows a point of the surface on the map. @param {number[]} point */
  moveTo(point) {
    if (this.#picture) this.#stage.moveTo(point);
  }

  /** Takes the next scene. @param {Scene} scene */
  update(scene) {
    this.#loader.update(scene);
  }

  destroy() {
    this.#isAlive = false;
    this.#stopReveal();
    this.#stopAnswers();
    const parts = [
      this.#hand,
      this.#keptInSight,
      this.#loader,
      this.#playback,
      this.#controls,
      this.#contenders,
      this.#questioner,
      this.#reporter,
      this.#stage,
    ];
    for (const part of parts) part.destroy();
    this.#skeleton.root.remove();
  }

  /** Has every part follow the playback. */
  #follow() {
    const { root } = this.#skeleton;
    const { transport } = this.#controls;
    const parts = { ...this.#viewParts(), root, transport, reporter: this.#reporter };
    this.#playback.follow(new Follower(parts, (step) => this.#concealment.reach(this.#whole, step)));
  }

  #createControls() {
    const { presentation } = this.#host;
    const moves = movesUnlessAsked(this.#playback, this.#questioner, Boolean(presentation?.on));
    return createControls(this.#skeleton, moves, LAYOUTS, {
      isReady: () => this.#picture !== null,
      stillSource: () => this.#stillSource(),
      onToggle: (id) => this.#contenders.toggle(id),
      onIsolate: (id) => this.#contenders.isolate(id),
      onFocus: (id) => this.#contenders.setFocus(id, this.#playback.step),
      onFocusAt: (index) => {
        if (this.#questioner.isOpen) this.#questioner.press(index);
        else this.#contenders.setFocusAt(index, this.#playback.step);
      },
      onSpeed: (factor) => this.#playback.setSpeed(factor),
      onLayout: (key) => this.#stage.setLayout(key),
      onCurve: (key) => this.#stage.setCurve(key),
      onReveal: () => this.#concealment.toggle(this.#whole),
      onNext: () => this.#questioner.reveal(),
      onAxis: (key) => this.#stage.setAxis(key),
      switches: this.#switchListeners(),
      onProbeKey: (isHeld) => this.#stage.setProbe(isHeld || this.#isProbeOn),
      undoes: Boolean(this.#host.undoes),
      onBranch: this.#host.branches ? () => this.#branchHere() : null,
      presentation: presentation
        ? { on: presentation.on, onToggle: () => presentation.onToggle(this.#currentView(true)) }
        : null,
    });
  }

  /** What the switches do; all but the probe's are of the view. */
  #switchListeners() {
    const reports = (/** @type {(wanted: boolean) => void} */ act) => (/** @type {boolean} */ wanted) => {
      act(wanted);
      this.#reporter.reportSoon();
    };
    const marks = (/** @type {import("../paths/panel.js").Mark} */ mark) =>
      reports((wanted) => this.#stage.setMark(mark, wanted));
    return {
      arrows: marks("arrows"),
      eigenvectors: marks("eigenvectors"),
      cloud: marks("cloud"),
      gauges: reports((wanted) => this.#showGauges(wanted)),
      fan: reports((wanted) =>
        this.#showFan(wanted ? telling(this.#contenders.shown, this.#hand.touched, this.#contenders.chosen) : null)
      ),
      probe: (/** @type {boolean} */ isOn) => this.#stage.setProbe(this.#isProbeOn = isOn),
    };
  }

  /** @param {boolean} fill */
  #createStage(fill) {
    const listener = {
      onPoint: (x, y) => this.#startAt(x, y),
      onFocus: (id) => this.#contenders.setFocus(id, this.#playback.step),
      onView: () => this.#reporter.reportSoon(),
      onStart: (id, point, isDone) => {
        this.#questioner.leave();
        this.#hand.moveStart(id, point, isDone);
      },
      onExample: (index, place, isDone) => {
        this.#questioner.leave();
        this.#hand.moveExample(index, place, isDone);
      },
      onPutBack: (rows) => {
        this.#questioner.leave();
        this.#hand.putBack(rows);
      },
      onSettings: (values, isDone) => {
        this.#questioner.leave();
        this.#hand.moveSettings(values, isDone);
      },
      sliders: () => this.#hand.sliders,
      onPin: (point) => this.#questioner.setPin(point),
      onLayer: (layer) => {
        this.#stage.setLayer(layer);
        this.#reporter.reportSoon();
      },
      onLayout: (layout, curve) => {
        this.#controls.views.setLayout(layout);
        this.#controls.views.setCurve(curve);
      },
      onData: (isOfData, isQuadratic) => this.#controls.views.setData(isOfData, isQuadratic),
      onAxis: (axis) => this.#controls.views.setAxis(axis),
      onAxes: (axes) => this.#controls.views.setAxes(axes),
      onMark: (mark, shown) => this.#controls.views.switches.set(mark, shown),
      onFan: (shown) => {
        this.#controls.views.switches.set("fan", shown);
        if (!shown) setAttribute(this.#skeleton.root, "data-fan", "");
      },
      probe: (point) => this.#probe(point),
      fan: (picture, id, field) => this.#fan(picture, id, field),
      survey: (surface) => this.#hand.survey(surface, this.#concealment.conceals(this.#whole)),
      ask: (name, surface, settings) => this.#hand.ask(name, surface, settings),
    };
    return new Stage(this.#skeleton, this.#playback, listener, fill);
  }

  /**
   * Shows a picture in a view.
   * @param {import("../data/picture.js").Picture} whole @param {Partial<View>|null} view null keeps the one there is
   */
  async #show(whole, view) {
    const before = this.#picture;
    const shown = this.#hand.over(whole);
    this.#whole = whole;
    this.#questioner.take(shown, shown === this.#scene);
    const asked = this.#concealment.begun(whole, view ?? (before === null ? {} : null));
    const next = this.#concealment.shownOf(shown);
    this.#showConcealed();
    const light = before?.surface.identity === next.surface.identity && !view; // the runs alone have changed
    this.#picture = next;
    this.#contenders.setRuns(next.runs);
    const branch = this.#isBranching && next.runs.find(({ id }) => before.runs.every((run) => run.id !== id));
    if (branch) this.#contenders.setFocusSlot(branch.slot);
    this.#isBranching = false;
    this.#stage.fit(next);
    this.#fitControls(next.steps, asked);
    if (!asked && before.surface.key !== next.surface.key) this.#playback.openAt(next.firstSight);
    this.#contenders.show(this.#playback.step);
    this.#marks.mark(shown, shown === this.#scene);
    await this.#stage.show(next, this.#contenders, light);
    if (!this.#isAlive) return;
    if (asked) this.#reporter.markKnown();
    else this.#reporter.reportSoon(); // another surface ends the zoom
    this.#playback.settleSoon();
    await afterPaint();
    if (!this.#isAlive) return;
    this.#revision += 1;
    setAttribute(this.#skeleton.root, "data-revision", this.#revision);
    if (this.#revision > 1) return;
    this.#host.onDrawn?.();
    await this.#hand.load(this.#skeleton.root);
    if (!this.#isAlive) return;
    this.#renewFan();
    this.#contenders.setStep(this.#playback.step); // gauges had to wait
    this.#playback.settleSoon(); // what a model predicts had to wait, too
  }

  /** Shows a picture within an animation frame, while a hand changes it. @param {Picture} whole */
  #followHand(whole) {
    const before = this.#picture;
    this.#questioner.take(whole, whole === this.#scene);
    const next = this.#concealment.shownOf(whole);
    this.#picture = next;
    this.#contenders.change(next.runs, this.#playback.step);
    if (next.steps !== before.steps) this.#fitControls(next.steps, null);
    const light = before.surface.identity === next.surface.identity;
    this.#stage.follow(next, this.#contenders, light);
    this.#keptInSight.hold();
    this.#marks.mark(whole, whole === this.#scene);
    this.#playback.settleSoon();
  }

  #showConcealed() {
    this.#controls.revealBar.show(this.#whole.predict, reveal.on);
    this.#controls.views.switches.setConcealed(this.#concealment.conceals(this.#whole));
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
    if (this.#questioner.isOpen) this.#playback.begin(0);
  }

  /** A control of the page moves: with a fan, that of what it changes. @param {string[]} path @param {any} value */
  turn(path, value) {
    this.#questioner.leave();
    if (this.#hand.turn(path, value) && this.#stage.fan !== null) this.#showFan(this.#hand.touched);
  }

  /** Shows every path that a number of a contender can make. @param {{id: string, field: string}|null} number null shows none */
  #showFan(number) {
    if (number && number.id !== this.#contenders.focus) this.#contenders.setFocus(number.id, this.#playback.step);
    const field = number?.field ?? null;
    if (field !== this.#stage.fan || field === null) this.#stage.setFan(field);
  }

  /** Shows how near every rule is to its limit of stability. @param {boolean} wanted */
  #showGauges(wanted) {
    this.#contenders.setGauges(wanted);
    this.#skeleton.root.toggleAttribute("data-gauged", wanted);
    this.#contenders.setStep(this.#playback.step);
    this.#controls.views.switches.set("gauges", wanted);
  }

  /** What the gauge of a contender says: nothing of a race that is to be predicted. @type {import("./contenders.js").ContendersListener["read"]} */
  #read(run, step) {
    if (!this.#picture || this.#concealment.conceals(this.#whole)) return null;
    return readingOf((...asked) => this.#hand.ask(...asked), this.#picture.surface, run, step);
  }

  /** Draws the fan again, which may have waited for kernels or sliders. */
  #renewFan() {
    if (this.#stage.fan !== null) this.#stage.setFan(this.#stage.fan);
  }

  /** Gives the paths from a point, unless they are to be predicted. @param {number[]|null} point */
  #probe(point) {
    const runs = point && !this.#concealment.conceals(this.#whole) ? this.#hand.walkFrom(point) : [];
    setAttribute(this.#skeleton.root, "data-probe", point && runs.length > 0 ? point.join(",") : "");
    return runs;
  }

  /** @type {import("../paths/panel.js").Listener["fan"]} */
  #fan(picture, id, field) {
    const fan = this.#concealment.conceals(this.#whole) ? null : this.#hand.fan(picture, id, field);
    setAttribute(this.#skeleton.root, "data-fan", fan ? field : "");
    return fan;
  }

  #viewParts() {
    const [playback, contenders] = [this.#playback, this.#contenders];
    const showGauges = (wanted) => this.#showGauges(wanted);
    return { playback, contenders, stage: this.#stage, questioner: this.#questioner, showGauges };
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

  /** Asks for a branch of the one in focus at the step that is shown: it will be the next one in focus. */
  #branchHere() {
    if (this.#questioner.isOpen) return; // the race has no steps yet
    this.#playback.pause();
    const run = this.#picture.runs.find(({ id }) => id === this.#contenders.focus);
    if (!run) return;
    this.#isBranching = true;
    this.#host.emit("branch", [run.slot, this.#playback.step]);
  }

  /** A click on the map starts there, and ends the playing first. @param {number} x @param {number} y */
  #startAt(x, y) {
    if (this.#questioner.isOpen) return this.#questioner.setPin([x, y]);
    this.#playback.pause();
    this.#hand.moveStart(null, [x, y], true);
  }
}
