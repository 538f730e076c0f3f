// The page's own sliders and entries, read while a hand moves them. Streamlit tells its server after the release only,
// and tells nobody in the page: what it writes for screen readers is read here. Should it write nothing one day, the
// picture follows after the release, as it would without this.

import { ahead } from "./ahead.js";
import { Beside } from "./beside.js";
import { isDisabled, letGoAgain, takeSlider } from "./grip.js";
import { readSignificant } from "../dom/format.js";

const REST_MS = 1000; // without a change after which no hand is on a control
const ENTRY = "input[type='number']";
const SLIDER = "[class*='-slider']";
const EVENTS = ["input", "keydown", "keyup", "click"]; // after which an entry may hold another value

/**
 * @typedef {[path: string[], low: number, high: number, slider: string]} Control where its value is, its range, and
 *   the name of its slider
 * @typedef {import("../data/sliders.js").Sliders} Sliders
 */

/** Reads the controls of a page. */
export class Widgets {
  #document;
  #onValue;
  #onHold;
  #whenHeard;
  /** @type {Map<string, Control>} by the class of the element around a slider or an entry */
  #controls = new Map();
  /** @type {Map<string, string>} the class around the entry beside a slider, by that around the slider */
  #entries = new Map();
  #beside = new Beside(() => this.isMoving || ahead.on);
  #isDown = false;
  /** @type {((clientX: number) => number)|null} the value at a place of the pointer that holds a slider */
  #valueAt = null;
  /** @type {Sliders} */
  #sliders = {};
  /** @type {Element|null} the slider that a hand has taken: others move because the server says so */
  #held = null;
  #pressedAt = -Infinity; // ms, by a key
  #changedAt = -Infinity;
  #watch = new MutationObserver((changes) => {
    for (const { target } of changes) this.#readSlider(/** @type {Element} */ (target));
  });

  /**
   * @param {Document} document @param {(path: string[], value: number|null) => void} onValue takes every new value; null puts it back
   * @param {() => void} onHold hears that a hand takes a slider, or lets it go
   * @param {(act: () => void) => void} whenHeard acts when there is a server that hears it
   */
  constructor(document, onValue, onHold, whenHeard) {
    [this.#document, this.#onValue, this.#onHold, this.#whenHeard] = [document, onValue, onHold, whenHeard];
    const filter = ["aria-valuetext", "aria-valuenow"];
    this.#watch.observe(document.body, { subtree: true, attributes: true, attributeFilter: filter });
    for (const kind of EVENTS) document.addEventListener(kind, this.#readSoon, true);
    for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
      document.addEventListener(kind, this.#press, true);
    }
    document.addEventListener("pointermove", this.#move, true);
  }

  /** @param {Sliders} sliders */
  setSliders(sliders) {
    this.#sliders = sliders;
  }

  /** @param {Object<string, Control>} controls by the key of the widget, without its last word */
  setControls(controls) {
    const named = Object.entries(controls).flatMap(([key, control]) =>
      ["slider", "entry"].map((word) => /** @type {const} */ ([classOf(`${key} ${word}`), control]))
    );
    this.#controls = new Map(named);
    const pairs = Object.keys(controls).map((key) => /** @type {const} */ ([`${key} slider`, `${key} entry`]));
    this.#entries = new Map(pairs.map(([slider, entry]) => [classOf(slider), classOf(entry)]));
  }

  /** Whether a hand is on a control, or was a moment ago. */
  get isMoving() {
    return this.#isDown || performance.now() - this.#changedAt < REST_MS;
  }

  destroy() {
    this.#watch.disconnect();
    this.#beside.destroy();
    for (const kind of EVENTS) this.#document.removeEventListener(kind, this.#readSoon, true);
    for (const kind of ["pointerdown", "pointerup", "pointercancel"]) {
      this.#document.removeEventListener(kind, this.#press, true);
    }
    this.#document.removeEventListener("pointermove", this.#move, true);
  }

  /** @param {PointerEvent} event */
  #press = ({ type, target, clientX }) => {
    const isOn = target instanceof Element && this.#controlOf(target) !== undefined;
    if (this.#isDown || (isOn && target.closest(SLIDER))) this.#onHold();
    if (this.#isDown && type !== "pointerdown" && this.#held) this.#letGo(this.#held);
    this.#isDown = type === "pointerdown" && isOn;
    if (this.#isDown) this.#hold(/** @type {Element} */ (target), clientX);
    if (type === "pointerdown" && !isOn) this.rest();
  };

  /** @param {Element} target @param {number} clientX */
  #hold(target, clientX) {
    this.#held = aroundOf(target);
    const slider = this.#sliders[this.#controlOf(target)?.[3] ?? ""];
    const stops = Array.isArray(slider) ? slider : null;
    this.#valueAt = target.closest(SLIDER) ? takeSlider(target, clientX, stops) : null;
  }

  /** @param {Element} slider that stands still without a server, and does not notice that it is let go */
  #letGo(slider) {
    if (isDisabled(slider)) this.#whenHeard(() => letGoAgain(slider));
  }

  /** Streamlit draws a slider in the frame after the pointer has moved it: the paths need not wait for that. @param {PointerEvent} event */
  #move = ({ clientX }) => {
    const [slider, valueAt] = [this.#held, this.#valueAt];
    if (this.#isDown && slider && valueAt && !isDisabled(slider)) this.#take(slider, valueAt(clientX));
  };

  /** Takes the hand off: what the server says next holds. */
  rest() {
    this.#changedAt = -Infinity;
  }

  /** An entry has its new value when Streamlit has drawn it. @param {Event} event */
  #readSoon = ({ type, target }) => {
    if (!(target instanceof Element) || !this.#controlOf(target)) return;
    if (type === "keydown") [this.#held, this.#pressedAt] = [aroundOf(target), performance.now()];
    const entry = target.closest("[class*='st-key-']")?.querySelector(ENTRY);
    if (!(entry instanceof HTMLInputElement)) return;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => this.#take(entry, entry.value === "" ? NaN : Number(entry.value)))
    );
  };

  /** @param {Element} slider */
  #readSlider(slider) {
    const isPressed = this.#isDown || performance.now() - this.#pressedAt < REST_MS;
    if (!isPressed || aroundOf(slider) !== this.#held) return;
    const text = slider.getAttribute("aria-valuetext") ?? slider.getAttribute("aria-valuenow");
    if (text !== null) this.#take(slider, readSignificant(text));
  }

  /** @param {Element} widget @param {number} value */
  #take(widget, value) {
    const control = this.#controlOf(widget);
    if (!control) return;
    const [path, low, high] = control;
    this.#changedAt = performance.now();
    this.#sayBeside(widget, value);
    // What is refused is put back, with what was typed on the way to it; the server says why.
    this.#onValue(path, value >= low && value <= high ? value : null);
  }

  /** @param {Element} widget @param {number} value */
  #sayBeside(widget, value) {
    const beside = this.#entries.get(this.#classAround(widget) ?? "");
    const entry = beside && this.#document.querySelector(`.${beside} ${ENTRY}`);
    if (entry instanceof HTMLInputElement) this.#beside.say(entry, value);
  }

  /** @param {Element} element @returns {Control|undefined} */
  #controlOf(element) {
    return this.#controls.get(this.#classAround(element) ?? "");
  }

  /** @param {Element} element @returns {string|undefined} */
  #classAround(element) {
    return Array.from(aroundOf(element)?.classList ?? []).find((each) => this.#controls.has(each));
  }
}

/** The element around a widget that has its key. @param {Element} element */
const aroundOf = (element) => element.closest("[class*='st-key-widget']");

/** The class that Streamlit makes of the key of a widget. @param {string} key */
const classOf = (key) => `st-key-${key.replace(/[^a-zA-Z0-9_-]/g, "-")}`;
