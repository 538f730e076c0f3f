// Hidden contenders and the one in focus, shown in the legend, in the worked step, and to screen readers.

import { FEW } from "../controls/legend.js";
import { WorkedStep } from "../controls/worked_step.js";
import { hasBegun, lossAt } from "../data/picture.js";
import { element, setAttribute, setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { Selection } from "./selection.js";

/**
 * @typedef {import("../data/picture.js").Run} Run
 *
 * @typedef {Object} ContendersListener
 * @property {(hidden: Set<string>) => void} onHidden @property {(id: string) => void} onFocus
 * @property {(run: Run, step: number) => import("../controls/gauge.js").Reading|null} read what the gauge of a contender says
 */

export class Contenders {
  #skeleton;
  #legend;
  #listener;
  #worked;
  #selection = new Selection();
  /** @type {Run[]} */
  #runs = [];
  #hasGauges = false;

  /**
   * @param {import("./skeleton.js").Skeleton} skeleton @param {import("../controls/legend.js").Legend} legend
   * @param {ContendersListener} listener
   */
  constructor(skeleton, legend, listener) {
    this.#skeleton = skeleton;
    this.#legend = legend;
    this.#listener = listener;
    this.#worked = new WorkedStep(skeleton.worked);
  }

  /** The ids of the hidden contenders. */
  get hidden() {
    return this.#selection.hidden;
  }

  /** The runs that are not hidden. */
  get shown() {
    return this.#runs.filter(({ id }) => !this.hidden.has(id));
  }

  /** The id of the contender in focus, if there is one. */
  get focus() {
    return this.#selection.focus(this.#runs);
  }

  /** The id of the contender that was put in focus, or null if none was. */
  get chosen() {
    return this.focusSlot === null ? null : this.focus;
  }

  /** The slot of the contender that was put in focus, or null if none was. */
  get focusSlot() {
    return this.#selection.slot(this.#runs);
  }

  /** The slots of the hidden contenders, or null if there are none. */
  get hiddenSlots() {
    return this.#selection.hiddenSlots(this.#runs);
  }

  /** Sets the hidden contenders, which `show` will hide. @param {string[]} slots */
  setHiddenSlots(slots) {
    this.#selection.setHiddenSlots(this.#runs, slots);
  }

  /** Whether gauges are shown. */
  get gauges() {
    return this.#hasGauges;
  }

  /** Shows gauges from the next step on, or none. @param {boolean} wanted */
  setGauges(wanted) {
    this.#hasGauges = wanted;
    this.#legend.setGauges(wanted ? this.#listener.read : null);
  }

  /** Takes the runs of another picture, which `show` will show. @param {Run[]} runs */
  setRuns(runs) {
    this.#runs = runs;
  }

  /** Sets the focus, which `show` will show. @param {number|null} slot null is the default */
  setFocusSlot(slot) {
    this.#selection.setSlot(this.#runs, slot);
  }

  /** @param {number} step */
  show(step) {
    this.#skeleton.root.style.setProperty("--downhill-contenders", String(this.#runs.length));
    this.#skeleton.root.toggleAttribute("data-crowded", this.#runs.length > FEW);
    this.#legend.setRuns(this.#runs, this.hidden, this.focus);
    this.#legend.setStep(step);
    setAttribute(this.#skeleton.root, "data-focus", this.focus ?? "");
    this.#tellOutcomes();
    this.#worked.show(this.#selection.focused(this.#runs), step);
  }

  /** Takes runs of the same contenders with other paths. @param {Run[]} runs @param {number} step */
  change(runs, step) {
    this.#runs = runs;
    this.#legend.changeRuns(runs);
    this.#legend.setHidden(this.hidden); // whose names are said on the buttons too
    this.#legend.setStep(step);
    this.#tellOutcomes();
    this.#worked.show(this.#selection.focused(runs), step);
  }

  /** @param {number} step */
  setStep(step) {
    this.#legend.setStep(step);
  }

  /** Says the loss of everyone at a step to screen readers: so only at rest. @param {number} step */
  announce(step) {
    const running = this.shown.filter((run) => hasBegun(run, step));
    const losses = running.map((run) => `${run.label} ${significant(lossAt(run, step))}`);
    setText(this.#skeleton.spoken, `Step ${step}: loss ${losses.join(", ")}`);
  }

  /** Draws what follows the step within an animation frame. @param {number} step @param {boolean} playing */
  draw(step, playing) {
    this.#worked.draw(step, playing);
  }

  /** Puts a contender in focus. @param {string} id @param {number} step that is shown */
  setFocus(id, step) {
    this.#selection.setFocus(id);
    setAttribute(this.#skeleton.root, "data-focus", id);
    this.#legend.setFocus(id);
    this.#worked.show(this.#selection.focused(this.#runs), step);
    this.#listener.onFocus(id);
  }

  /** Puts a contender in focus by its place in the legend, if there is one. @param {number} index @param {number} step */
  setFocusAt(index, step) {
    if (this.#runs[index]) this.setFocus(this.#runs[index].id, step);
  }

  /** Hides a contender, or shows it again. @param {string} id */
  toggle(id) {
    this.#selection.toggle(id);
    this.#showHidden();
  }

  /** Shows a contender alone, or all again. @param {string} id */
  isolate(id) {
    this.#selection.isolate(id, this.#runs);
    this.#showHidden();
  }

  destroy() {
    this.#worked.destroy();
  }

  /** Says the outcomes that are known to screen readers: none of a path that has been walked here. */
  #tellOutcomes() {
    const told = this.#runs.filter(({ outcome }) => outcome.sentence);
    const sentences = told.map(({ label, outcome }) => `${label}: ${outcome.sentence}`);
    const { outcomes } = this.#skeleton;
    if (sentences.join("") === outcomes.textContent) return;
    outcomes.replaceChildren(...sentences.map((sentence) => element("li", {}, sentence)));
  }

  #showHidden() {
    this.#legend.setHidden(this.hidden);
    this.#listener.onHidden(this.hidden);
  }
}
