// The page of the averages: shows the scenes of its host, and keeps what the person chose: day, speed, focus.

import { Chart } from "./chart.js";
import { DayHandle } from "./handle.js";
import { AveragesLegend } from "./legend.js";
import { beforeAnswer, composePicture, questioned, withDay, withTerms } from "./picture.js";
import { ChartPointer } from "./pointer.js";
import { createSkeleton } from "./skeleton.js";
import { saveStill } from "./still.js";
import { ThreeNumbers } from "./three_numbers.js";
import { WorkedDay } from "./worked_day.js";
import { createHelp } from "../controls/help.js";
import { listenToKeys } from "../controls/keys.js";
import { nearestSpeed, Transport } from "../controls/transport.js";
import { SceneLoader } from "../data/scene_loader.js";
import { afterPaint } from "../dom/after_paint.js";
import { setAttribute, setText } from "../dom/elements.js";
import { significant, toPixel } from "../dom/format.js";
import { answers } from "../host/answers.js";
import { loadStyle } from "../host/stylesheet.js";
import { ViewReporter } from "../host/view_reporter.js";
import { movesUnlessAsked } from "../player/moves.js";
import { Playback } from "../player/playback.js";
import { keepForPrint } from "../player/print.js";
import { Questioner } from "../player/questioner.js";

/**
 * @typedef {import("./picture.js").Picture} Picture
 * @typedef {import("./view.js").View} View
 * @typedef {import("../player/player.js").Host} Host
 */

/**
 * Puts the page into an element. Nothing is drawn before the first `update`. `change` takes one value that is to differ
 * from the last scene's, and draws what follows from it, without a server.
 * @param {HTMLElement} root @param {Omit<Host, "onView"|"presentation"> & {onView?: (view: View) => void,
 *   presentation?: {on: boolean, onToggle: (view: View) => void}|null}} host
 * @returns {{update: (scene: import("../data/scene_loader.js").Scene) => void,
 *   change: (path: string[], value: any) => void, destroy: () => void}}
 */
export function mount(root, host) {
  const page = new AveragesPage(root, host);
  return {
    update: (scene) => page.update(scene),
    change: (path, value) => page.turn(path, value),
    destroy: () => page.destroy(),
  };
}

const WORDS = { step: "day", all: "in all" };

class AveragesPage {
  #host;
  #parts = createSkeleton();
  #playback = new Playback();
  #questioner;
  #stopAnswers;
  #moves; // of the playback, which a question holds back
  #transport;
  #help;
  #stopKeys;
  #stopPrint;
  #reporter;
  #loader;
  #chart;
  #legend;
  #worked;
  #numbers;
  #pointer;
  #handle;
  /** @type {Picture|null} that of the last scene */
  #scene = null;
  /** @type {Picture|null} as it is shown, with what a hand has moved */
  #picture = null;
  /** @type {Object<string, number>} the settings that a hand is changing, by their fields */
  #turned = {};
  /** @type {Picture|null} as it was when a hand took a day */
  #before = null;
  /** @type {import("./glow.js").Pointed|null} */
  #pointed = null;
  /** @type {number|null} the slot of the average that was put in focus */
  #slot = null;
  #revision = 0;
  #frame = 0; // the animation frame in which it is drawn
  #isAlive = true;

  /** @param {HTMLElement} root @param {any} host as for `mount` */
  constructor(root, host) {
    this.#host = host;
    const { root: section, stack, plot, legend, transport, below } = this.#parts;
    root.append(section);
    this.#chart = new Chart(section, stack, () => this.#showHandle());
    this.#legend = new AveragesLegend(legend, (slot) => this.#setFocus(slot));
    this.#questioner = new Questioner(this.#parts, {
      onAnswered: (isSkipped) => isSkipped ? this.#playback.toEnd() : this.#playback.toggle(),
      onPin: () => {}, // there is no map to put one on
    });
    this.#stopAnswers = answers.listen(() => this.#scene && this.#take(this.#picture));
    this.#moves = movesUnlessAsked(this.#playback, this.#questioner, Boolean(host.presentation?.on));
    this.#transport = this.#createTransport(transport);
    this.#worked = new WorkedDay(below);
    this.#numbers = new ThreeNumbers(below);
    this.#help = createHelp(section, keysOf(host.presentation, Boolean(host.undoes)));
    this.#stopKeys = this.#listenToKeys(section);
    this.#stopPrint = keepForPrint({ ...this.#parts, stacks: [stack] });
    this.#pointer = new ChartPointer(stack, this.#pointerListener());
    this.#handle = new DayHandle(plot, {
      frames: () => this.#chart.frames,
      onDrag: (day, value, isDone) => this.#moveDay(day, value, isDone),
    });
    this.#reporter = new ViewReporter(section, {
      read: (moving) => (this.#picture && (moving || !this.#playback.playing) ? this.#view() : null),
      report: (view) => host.onView?.(view),
    });
    this.#follow();
    this.#loader = new SceneLoader(loadStyle(host.cssUrl), {
      onScene: (content, blobs, view) => this.#show(composePicture(content, blobs), view),
      onView: (view) => Promise.resolve(this.#showView(/** @type {any} */ (view))),
      onLost: () => host.emit("lost", true),
      onError: (error) => setText(this.#parts.readout, error.message),
    });
  }

  /** @param {import("../data/scene_loader.js").Scene} scene */
  update(scene) {
    this.#loader.update(scene);
  }

  /** A control of the page moves. @param {string[]} path of its value @param {number|null} value null puts it back */
  turn([section, field], value) {
    if (section !== "terms" || !this.#scene) return;
    if (value === this.#turned[field]) return; // said by the pointer first, and then by Streamlit
    this.#questioner.leave();
    if (value === null || value === this.#scene.terms[field]) delete this.#turned[field];
    else this.#turned[field] = value;
    const isAsBefore = !this.#isTurned && this.#picture.values === this.#scene.values;
    const terms = { ...this.#scene.terms, ...this.#turned };
    this.#take(isAsBefore ? this.#scene : withTerms(this.#picture, terms));
    this.#drawSoon();
  }

  destroy() {
    this.#isAlive = false;
    cancelAnimationFrame(this.#frame);
    this.#stopKeys();
    this.#stopAnswers();
    this.#stopPrint();
    const parts = [this.#loader, this.#playback, this.#questioner, this.#transport, this.#help, this.#reporter];
    for (const part of parts) part.destroy();
    for (const part of [this.#pointer, this.#handle, this.#legend, this.#worked, this.#numbers, this.#chart]) {
      part.destroy();
    }
    this.#parts.root.remove();
  }

  /** Shows the picture of a scene. @param {Picture} scene @param {any} view null keeps the one there is */
  async #show(scene, view) {
    const isFirst = this.#scene === null;
    this.#scene = scene;
    this.#turned = this.#host.isMoving?.() ? differing(this.#turned, scene.terms) : {};
    this.#parts.fitRoom();
    this.#take(this.#isTurned ? withTerms(scene, { ...scene.terms, ...this.#turned }) : scene);
    this.#before = null;
    const { root } = this.#parts;
    root.toggleAttribute("data-fill", scene.fill || root.parentElement.hasAttribute("data-fill"));
    setText(this.#parts.title, scene.title);
    const days = scene.values.length;
    this.#transport.setEnabled(days > 0);
    setAttribute(root, "data-steps", days);
    this.#transport.setSteps(days);
    if (view || isFirst) this.#showView(view ?? {});
    else this.#playback.fit(days);
    this.#draw();
    this.#playback.settleSoon();
    await afterPaint();
    if (!this.#isAlive) return;
    this.#revision += 1;
    setAttribute(root, "data-revision", this.#revision);
    if (this.#revision === 1) this.#host.onDrawn?.();
  }

  /** @param {Partial<View>} view */
  #showView({ step = null, speed = null, focus = null }) {
    this.#playback.setSteps(this.#picture.values.length);
    this.#playback.setSpeed(speed === null ? null : nearestSpeed(speed));
    this.#slot = focus;
    this.#playback.begin(this.#questioner.isOpen ? 0 : step);
    this.#draw();
    this.#reporter.markKnown();
  }

  /** @returns {View} */
  #view() {
    const { stepBeforeEnd: step, speed } = this.#playback;
    return { step, speed, focus: this.#slot, ask: this.#questioner.isOpen };
  }

  /** The average whose weights are shown: the one in focus, or the first. */
  get #average() {
    const { averages } = this.#picture;
    return averages.find(({ slot }) => slot === this.#slot) ?? averages[0] ?? null;
  }

  get #isTurned() {
    return Object.keys(this.#turned).length > 0;
  }

  /** Takes the picture that is to be shown. @param {Picture} picture */
  #take(picture) {
    this.#picture = picture;
    this.#questioner.take(questioned(picture), picture === this.#scene);
  }

  /** What may be shown now: before a question is answered nothing but the series. @returns {import("./chart.js").Shown} */
  get #shown() {
    const [picture, day, pointed, before] = [this.#picture, this.#playback.step, this.#pointed, this.#before];
    if (!this.#questioner.isOpen) return { picture, day, focus: this.#average, pointed, before };
    return { picture: beforeAnswer(picture), day, focus: null, pointed: null, before: null };
  }

  #drawSoon() {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    const shown = this.#shown;
    const { picture, day, focus } = shown;
    this.#chart.show(shown);
    this.#legend.show(picture, focus?.slot ?? null, day);
    this.#worked.show(picture, focus, day, this.#playback.playing);
    this.#numbers.show(picture, focus);
    this.#showHandle();
    setText(this.#parts.readout, this.#words(day, focus));
    this.#parts.empty.hidden = picture.values.length > 0;
    const { root } = this.#parts;
    setAttribute(root, "data-pictures", Number(root.dataset.pictures) + 1);
    setAttribute(root, "data-source", this.#picture === this.#scene ? "server" : "browser");
  }

  #showHandle() {
    const day = this.#playback.step;
    this.#handle.show(this.#picture, day, !this.#playback.playing && this.#mayMove(day));
  }

  /** What is pointed at, or the day, in words. @param {number} day @param {import("./picture.js").Average|null} focus */
  #words(day, focus) {
    const { values, unit } = this.#picture;
    const { what, day: at } = this.#pointed ?? { what: "average", day };
    if (at < 1 || at > values.length || !focus) return "";
    const value = `day ${at}: ${significant(values[at - 1])} ${unit}`.trim();
    const beta = `β ${significant(focus.beta)}`;
    return what === "value" ? `${value}; what it reaches at ${beta}` : `${value}; its weights at ${beta}`;
  }

  /** @param {number} slot */
  #setFocus(slot) {
    if (this.#questioner.isOpen) return this.#questioner.press(slot);
    if (!this.#picture?.averages.some((average) => average.slot === slot)) return;
    this.#slot = slot;
    this.#draw();
    this.#reporter.reportSoon();
  }

  /** @param {number} day counted from 1 */
  #mayMove(day) {
    const { fixed, room, moved } = this.#picture;
    return !this.#questioner.isOpen && !fixed && (room > 0 || moved.includes(day - 1));
  }

  /** A day's value follows the hand, and is asked for when the hand lets go. @param {number} day @param {number} value @param {boolean} isDone */
  #moveDay(day, value, isDone) {
    if (this.#before === null) this.#host.onHold?.();
    this.#before ??= this.#picture;
    this.#pointed = { what: "value", day };
    const rounded = toPixel(value, Math.abs(1 / this.#chart.frames.series.v.perUnit));
    this.#take(withDay(this.#picture, day - 1, rounded));
    this.#drawSoon();
    if (!isDone) return;
    [this.#pointed, this.#before] = [null, null];
    this.#host.onHold?.();
    this.#host.emit("day", [day - 1, rounded]);
  }

  /** @returns {import("./pointer.js").PointerListener} */
  #pointerListener() {
    return {
      read: () => ({
        frames: this.#chart.frames,
        picture: this.#picture,
        focus: this.#picture && this.#average,
      }),
      onPoint: (pointed) => {
        this.#pointed = pointed;
        this.#drawSoon();
      },
      onDay: (day) => this.#moves.goTo(day),
      mayMove: (day) => this.#mayMove(day),
      onDrag: (day, value, isDone) => this.#moveDay(day, value, isDone),
    };
  }

  /** @param {HTMLElement} bar */
  #createTransport(bar) {
    const { presentation } = this.#host;
    const listener = {
      onStart: () => this.#moves.goTo(0),
      onMove: (by) => this.#moves.moveBy(by),
      onToggle: () => this.#moves.toggle(),
      onEnd: () => this.#moves.toEnd(),
      onScrub: (step) => this.#moves.goTo(step),
      onSpeed: (factor) => this.#playback.setSpeed(factor),
      onHelp: () => this.#help.open(),
      onSave: () => this.#save(),
      onLeave: presentation?.on ? () => presentation.onToggle(this.#view()) : null,
    };
    const transport = new Transport(bar, listener, WORDS);
    transport.setEnabled(false);
    return transport;
  }

  #save() {
    return saveStill(this.#shown, this.#chart.theme);
  }

  /** @param {HTMLElement} section */
  #listenToKeys(section) {
    const { presentation } = this.#host;
    const actions = {
      onToggle: () => this.#moves.toggle(),
      onMove: (by) => this.#moves.moveBy(by),
      onStart: () => this.#moves.goTo(0),
      onEnd: () => this.#moves.toEnd(),
      onFocus: (index) => this.#setFocus(index),
      onHelp: () => this.#help.open(),
      onReveal: () => this.#questioner.reveal(),
      onNext: () => this.#questioner.reveal(),
      onProbe: () => {},
      onPresent: presentation ? () => presentation.onToggle(this.#view()) : undefined,
    };
    return listenToKeys(section, actions, presentation ?? null);
  }

  /** Has every part follow the playback. */
  #follow() {
    const { root } = this.#parts;
    this.#playback.follow({
      onStep: (step) => {
        this.#transport.setStep(step);
        this.#questioner.setStep(step, this.#playback.steps);
        setAttribute(root, "data-step", step);
        if (!this.#playback.playing) this.#transport.announceStep(step);
      },
      onDraw: () => this.#draw(),
      onPlaying: (playing, step) => {
        this.#transport.setPlaying(playing);
        this.#transport.announceStep(step);
        setAttribute(root, "data-playing", playing);
        if (playing) this.#pointed = null;
      },
      onSpeed: (factor) => {
        this.#transport.setSpeed(factor);
        this.#reporter.reportSoon();
      },
      onSettled: (settled) => {
        if (settled) {
          this.#draw();
          this.#reporter.reportSoon();
        }
        setAttribute(root, "data-settled", settled);
      },
    });
  }
}

/** The settings that a hand has changed further than a scene knows. @param {Object<string, number>} turned @param {import("./picture.js").Terms} terms */
const differing = (turned, terms) =>
  Object.fromEntries(Object.entries(turned).filter(([field, value]) => terms[field] !== value));

/** What each key does, in the words of the help. @param {{on: boolean}|null} presentation @param {boolean} undoes */
const keysOf = (presentation, undoes) => [
  ["Space", "play or pause"],
  ["\u2190  \u2192", "one day back, one day forward"],
  ["Home  End", "to the start, to the last day"],
  ["\u2191  \u2193", "on the handle of the day: its value up, down"],
  ["1  2  3", "bring an average into focus"],
  ["r", "reveal the answer, where a question is asked"],
  ...(presentation ? [["p", presentation.on ? "leave the presentation" : "show only the picture"]] : []),
  ...(undoes ? [["Ctrl Z  Ctrl Y", "undo, redo a change"]] : []),
  ["?", "show these keys"],
];
