// The page in a frame of another: that one may have it go to a step, play and pause, and hears which step is shown
// (docs/embedding.md).

/**
 * @typedef {{downhill: "step", step: number}|{downhill: "play"}|{downhill: "pause"}|{downhill: "state"}} Asked
 *
 * @typedef {Object} Frame the window of the page
 * @property {any} parent @property {(type: "message", listener: (event: any) => void) => void} addEventListener
 */

/** The origin of a file on a disk; a message to it can name none. */
const OF_A_FILE = "null";

export class Embedding {
  #player;
  #parent;
  /** @type {string|null} the origin that is answered: that of the last message */
  #origin = null;
  /** @type {Asked|null} what has been asked for before the picture was there */
  #waiting = null;

  /**
   * Obeys the parent of a frame, and nobody else: which pages may be that, the policy of this one says.
   * @param {HTMLElement} player the element that says what is shown @param {Frame} frame
   */
  constructor(player, frame) {
    [this.#player, this.#parent] = [player, frame.parent];
    if (frame.parent === frame) return;
    frame.addEventListener("message", ({ source, origin, data }) => {
      if (source !== this.#parent || typeof data?.downhill !== "string") return;
      this.#origin = origin;
      this.#obey(data);
    });
    const seen = ["data-step", "data-steps", "data-playing", "data-revision"];
    new MutationObserver(() => this.#follow()).observe(player, { attributeFilter: seen });
  }

  #follow() {
    const asked = this.#waiting;
    this.#waiting = null;
    if (asked) this.#obey(asked);
    else this.#tell();
  }

  /** @param {Asked} asked */
  #obey(asked) {
    if (this.#player.dataset.revision === "0") {
      this.#waiting = asked;
      return;
    }
    // The controls themselves are used: they hold back while a question waits for its answer.
    const isPlaying = this.#player.dataset.playing === "true";
    if (asked.downhill === "step" && Number.isInteger(asked.step)) this.#goTo(asked.step);
    if (asked.downhill === (isPlaying ? "pause" : "play")) this.#control(".downhill-play").click();
    this.#tell();
  }

  /** @param {number} step */
  #goTo(step) {
    const scrubber = /** @type {HTMLInputElement} */ (this.#control(".downhill-scrubber"));
    scrubber.value = String(step); // which keeps to its range
    scrubber.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** @param {string} selector @returns {HTMLElement} */
  #control(selector) {
    return this.#player.querySelector(selector);
  }

  #tell() {
    if (this.#origin === null) return;
    const { step, steps, playing } = this.#player.dataset;
    const state = { downhill: "state", step: Number(step), steps: Number(steps), playing: playing === "true" };
    this.#parent.postMessage(state, this.#origin === OF_A_FILE ? "*" : this.#origin);
  }
}
