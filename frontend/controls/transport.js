// Playback controls: first, previous, play, next, last; scrubber, counter, speed.

import { closestTo, drawing, element, setAttribute, setText } from "../dom/elements.js";
import { SPEEDS, STEPS_PER_SECOND } from "./speeds.js";

const AUTO = ""; // the value of the choice that has the whole race take ten seconds

const ICONS = {
  start: "M5,4H7.5V20H5ZM20,4V20L9,12Z",
  back: "M17,4V20L6,12Z",
  play: "M6,3.5V20.5L20,12Z",
  pause: "M5.5,4H10V20H5.5ZM14,4H18.5V20H14Z",
  forward: "M7,4V20L18,12Z",
  branch: "M5,11H11.5L17,5.5H13V3.5H20.5V11H18.5V7L12.9,12.5L18.5,17.5V13.5H20.5V21H13V19H17L11.5,13H5Z",
  save: "M12,3V13.5L16,9.5L17.5,11L12,16.5L6.5,11L8,9.5L11,12.5V3ZM4,15H6V19H18V15H20V21H4Z",
  end: "M16.5,4H19V20H16.5ZM4,4V20L15,12Z",
  leave: "M9,3V9H3V7H7V3ZM15,3H17V7H21V9H15ZM3,15H9V21H7V17H3ZM15,15H21V17H17V21H15Z",
};

/**
 * @typedef {Object} Words what a transport calls its steps
 * @property {string} step one of them @property {string} all what takes ten seconds
 */

/** @type {Words} */
const OF_A_RACE = { step: "step", all: "race" };

/**
 * @typedef {Object} TransportListener
 * @property {() => void} onStart @property {(by: number) => void} onMove @property {() => void} onToggle
 * @property {() => void} onEnd @property {(step: number) => void} onScrub @property {(factor: number|null) => void} onSpeed
 * @property {() => void} onHelp @property {() => void} onSave
 * @property {(() => void)|null} [onBranch] null where nobody can branch
 * @property {(() => void)|null} onLeave null outside a presentation
 */

export class Transport {
  #bar;
  #listener;
  #steps = 0;
  #playIcon = createIcon("play");
  #playWord = element("span", { class: "downhill-play-word" }, "Play");
  #play = createIconButton("Play", this.#playIcon, "downhill-play");
  #words;
  #scrubber;
  #counter = createCounter();
  #speed;
  /** @type {Map<HTMLButtonElement, () => void>} what each button does */
  #presses;

  /** @param {HTMLElement} bar @param {TransportListener} listener @param {Words} [words] */
  constructor(bar, listener, words = OF_A_RACE) {
    this.#bar = bar;
    this.#listener = listener;
    this.#words = words;
    this.#scrubber = createScrubber(words);
    this.#speed = createSpeedSelect(words);
    this.#play.append(this.#playWord);
    const moves = this.#createMoves();
    const others = createOthers(listener);
    this.#presses = new Map([...moves, ...others]);
    bar.append(
      element("div", { class: "downhill-buttons" }, ...moves.keys()),
      this.#scrubber,
      this.#counter.whole,
      this.#speed,
      ...others.keys(),
    );
    bar.addEventListener("click", this.#press);
    this.#scrubber.addEventListener("input", this.#scrub);
    this.#speed.addEventListener("change", this.#chooseSpeed);
  }

  /** Controls are disabled until there is something to play. @param {boolean} enabled */
  setEnabled(enabled) {
    for (const control of [...this.#presses.keys(), this.#scrubber, this.#speed]) control.disabled = !enabled;
  }

  /** @param {number} count */
  setSteps(count) {
    this.#steps = count;
    setAttribute(this.#scrubber, "max", count);
    setText(this.#counter.all, `/ ${count}`);
    this.#counter.whole.style.setProperty("--digits", String(String(count).length));
  }

  /** @param {number} step */
  setStep(step) {
    setText(this.#counter.now, String(step));
    if (Number(this.#scrubber.value) !== step) this.#scrubber.value = String(step);
  }

  /** Names the step for screen readers, which read it out at every change: so only at rest. @param {number} step */
  announceStep(step) {
    setAttribute(this.#scrubber, "aria-valuetext", `${this.#words.step} ${step} of ${this.#steps}`);
  }

  /** @param {boolean} playing */
  setPlaying(playing) {
    const label = playing ? "Pause" : "Play";
    setAttribute(this.#play, "aria-label", label);
    setAttribute(this.#play, "title", label);
    setText(this.#playWord, label);
    setAttribute(this.#playIcon.firstElementChild, "d", ICONS[playing ? "pause" : "play"]);
  }

  /** @param {number|null} factor one of those on offer, or null for the whole race in ten seconds */
  setSpeed(factor) {
    this.#speed.value = factor === null ? AUTO : String(factor);
    setAttribute(this.#speed, "title", speedInWords(factor, this.#words));
  }

  destroy() {
    this.#bar.removeEventListener("click", this.#press);
    this.#scrubber.removeEventListener("input", this.#scrub);
    this.#speed.removeEventListener("change", this.#chooseSpeed);
    this.#bar.replaceChildren();
  }

  /** @returns {Map<HTMLButtonElement, () => void>} */
  #createMoves() {
    const { onStart, onMove, onToggle, onEnd } = this.#listener;
    const one = `One ${this.#words.step}`;
    return new Map([
      [createIconButton("To the start", createIcon("start")), onStart],
      [createIconButton(`${one} back`, createIcon("back")), () => onMove(-1)],
      [this.#play, onToggle],
      [createIconButton(`${one} forward`, createIcon("forward")), () => onMove(1)],
      [createIconButton("To the end", createIcon("end")), onEnd],
    ]);
  }

  #press = (event) => this.#presses.get(/** @type {HTMLButtonElement} */ (closestTo(event, "button")))?.();
  #scrub = () => this.#listener.onScrub(Number(this.#scrubber.value));
  #chooseSpeed = () => this.#listener.onSpeed(this.#speed.value === AUTO ? null : Number(this.#speed.value));
}

/** The speed on offer that is nearest to a wish. @param {number} wish @returns {number} */
export function nearestSpeed(wish) {
  const distance = (factor) => Math.abs(Math.log(factor / wish));
  const factors = SPEEDS.map(([factor]) => factor);
  return factors.reduce((best, factor) => distance(factor) < distance(best) ? factor : best);
}

/**
 * Says how fast a speed is.
 * @param {number|null} factor null is everything in ten seconds @param {Words} words @returns {string}
 */
export const speedInWords = (factor, { step, all }) =>
  factor === null ? `The whole ${all} takes about ten seconds` : `${STEPS_PER_SECOND * factor} ${step}s a second`;

/** The buttons beside the transport. @param {TransportListener} listener @returns {Map<HTMLButtonElement, () => void>} */
function createOthers({ onBranch, onSave, onHelp, onLeave }) {
  const names = { "aria-label": "Keys", title: "Keys (?)" };
  const branch = onBranch ? createIconButton("Branch here", createIcon("branch")) : null;
  if (branch) branch.title = "Branch here: another optimizer goes on from this step of the one in focus (b)";
  const buttons = new Map([
    ...(branch ? [/** @type {const} */ ([branch, onBranch])] : []),
    [createIconButton("Save a picture", createIcon("save")), onSave],
    [element("button", { type: "button", class: "downhill-button downhill-keys", ...names }, "?"), onHelp],
  ]);
  if (onLeave) buttons.set(createIconButton("Leave the presentation", createIcon("leave")), onLeave);
  return buttons;
}

/** @param {Words} words */
function createScrubber({ step }) {
  const range = { type: "range", min: 0, max: 0, step: 1, value: 0 };
  const label = step[0].toUpperCase() + step.slice(1);
  return element("input", { ...range, class: "downhill-scrubber", "aria-label": label });
}

function createCounter() {
  const now = element("span", { class: "downhill-counter-now" }, "0");
  const all = element("span", { class: "downhill-counter-all" }, "/ 0");
  const whole = element("span", { class: "downhill-counter", "data-testid": "player-counter" }, now, all);
  return { whole, now, all };
}

/** @param {Words} words */
function createSpeedSelect(words) {
  return element(
    "select",
    { class: "downhill-speed", "aria-label": "Speed" },
    element("option", { value: AUTO, title: speedInWords(null, words) }, `10 s ${words.all}`),
    ...SPEEDS.map(([factor, name]) => element("option", { value: factor, title: speedInWords(factor, words) }, name)),
  );
}

/** @param {keyof ICONS} name */
function createIcon(name) {
  const shape = drawing("path", { d: ICONS[name], fill: "currentColor" });
  return drawing("svg", { viewBox: "0 0 24 24", width: 22, height: 22, "aria-hidden": "true" }, shape);
}

/** @param {string} label @param {Element} icon @param {string} [extra] a further class */
function createIconButton(label, icon, extra = "") {
  const names = { "aria-label": label, title: label };
  return element("button", { type: "button", class: `downhill-button ${extra}`.trim(), ...names }, icon);
}
