// The switches of what the picture shows beside paths and curves, in a menu: each with a line that says what it is.

import { element, setAttribute, setText } from "../dom/elements.js";

/**
 * @typedef {Object} Kind of switch
 * @property {string} name @property {string} help a sentence without its full stop
 * @property {boolean} isOfMap whether it is of the map, without which it is not there
 * @property {boolean} isWalked whether kernels are needed for what it shows
 * @property {boolean} isTelling whether what it shows tells of a race whose results are still to be predicted
 *
 * @typedef {"arrows"|"eigenvectors"|"cloud"|"fan"|"probe"|"gauges"} Key
 * @typedef {{input: HTMLInputElement, label: HTMLElement, said: HTMLElement}} Switch
 */

/** @type {Record<Key, Kind>} */
const KINDS = {
  arrows: {
    name: "Arrows",
    help: "\u2212g and the next step \u0394w of the optimizer in focus",
    isOfMap: true,
    isWalked: false,
    isTelling: false,
  },
  eigenvectors: {
    name: "Eigenvectors",
    help: "The directions in which the loss curves most and least, at its critical points",
    isOfMap: true,
    isWalked: false,
    isTelling: false,
  },
  cloud: {
    name: "Cloud",
    help: "Where SGD on mini-batches must wander, predicted before it does",
    isOfMap: true,
    isWalked: true,
    isTelling: false,
  },
  fan: {
    name: "Fan",
    help: "Every path that the slider you last moved can give the optimizer in focus",
    isOfMap: true,
    isWalked: true,
    isTelling: true,
  },
  probe: {
    name: "Probe",
    help: "Paths from the point under the pointer, or under your finger (hold x)",
    isOfMap: true,
    isWalked: true,
    isTelling: true,
  },
  gauges: {
    name: "Gauge",
    help:
      "How near every optimizer is to its limit of stability: \u03b1 times the sharpness at its head, in percent of " +
      "the product above which it would run away",
    isOfMap: false,
    isWalked: true,
    isTelling: true,
  },
};

/** A menu with all switches. */
export class Switches {
  #button = element("summary", { class: "downhill-menu-button" }, "Show");
  /** The button that opens it, and the menu. */
  node;
  /** @type {Record<string, Switch>} by key */
  #made = {};

  /** @param {Record<Key, (on: boolean) => void>} listeners hear what is switched on and off */
  constructor(listeners) {
    for (const [key, kind] of Object.entries(KINDS)) this.#made[key] = createSwitch(kind, listeners[key]);
    const labels = Object.values(this.#made).map(({ label }) => label);
    const menu = element("div", { class: "downhill-menu-items", role: "group", "aria-label": "Show" }, ...labels);
    this.node = element("details", { class: "downhill-menu" }, this.#button, menu);
    this.node.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !this.node.open) return;
      event.stopPropagation(); // it ends nothing else
      this.#close();
      this.#button.focus();
    });
    document.addEventListener("pointerdown", this.#closeElsewhere);
  }

  /** @param {Key} key @param {boolean} isOn */
  set(key, isOn) {
    this.#made[key].input.checked = isOn;
  }

  /** @param {boolean} isShown whether the map is */
  setMap(isShown) {
    for (const [{ label }] of this.#where("isOfMap")) label.hidden = !isShown;
  }

  /** @param {boolean} isPredictable whether clouds are */
  setCloudFits(isPredictable) {
    this.#made.cloud.label.classList.toggle("downhill-unfit", !isPredictable);
  }

  /** What tells of the race waits until its results are revealed. @param {boolean} isConcealed */
  setConcealed(isConcealed) {
    for (const [made, { help }] of this.#where("isTelling")) {
      made.input.disabled = isConcealed;
      made.label.classList.toggle("downhill-switch-waiting", isConcealed);
      describe(made, isConcealed ? "Once the results are revealed" : help);
    }
  }

  destroy() {
    document.removeEventListener("pointerdown", this.#closeElsewhere);
    this.node.remove();
  }

  /** The switches of which something holds, each with its kind. @param {"isOfMap"|"isTelling"} what @returns {[Switch, Kind][]} */
  #where(what) {
    return Object.entries(KINDS).filter(([, kind]) => kind[what]).map(([key, kind]) => [this.#made[key], kind]);
  }

  #close() {
    this.node.open = false;
  }

  /** @param {PointerEvent} event */
  #closeElsewhere = (event) => {
    if (this.node.open && !event.composedPath().includes(this.node)) this.#close();
  };
}

/** @param {Kind} kind @param {(on: boolean) => void} onChange @returns {Switch} */
function createSwitch({ name, help, isWalked }, onChange) {
  const input = element("input", { type: "checkbox", "aria-label": name });
  input.addEventListener("change", () => onChange(input.checked));
  const said = element("span", { class: "downhill-switch-help" });
  const kind = isWalked ? "downhill-switch downhill-walked" : "downhill-switch";
  const made = { input, said, label: element("label", { class: kind }, input, element("span", {}, name, said)) };
  describe(made, help);
  return made;
}

/** Says what a switch is, to the eye and to a screen reader. @param {Switch} made @param {string} words */
function describe({ input, said }, words) {
  setAttribute(input, "aria-description", words);
  setText(said, words);
}
