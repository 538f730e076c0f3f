// Reports step, zoom, camera, … to the page for the link.

const PRESSES = ["pointerdown", "click"]; // a key presses with a click alone
const QUIET_MS = 300; // without a change after which a view is reported

/**
 * @template View
 * @typedef {Object} Ends
 * @property {(moving: boolean) => View|null} read null if there is nothing to report; with `moving`, also reads during
 *   playback
 * @property {(view: View) => void} report
 */

/**
 * Reports a view once it has not changed for a while, and never the same one twice. A press outside the player does not
 * wait, because what it opens may show the address, and may open before the click.
 * @template View
 */
export class ViewReporter {
  #root;
  #ends;
  #known = ""; // the view that the page knows, as text
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {HTMLElement} root the player @param {Ends<View>} ends */
  constructor(root, ends) {
    this.#root = root;
    this.#ends = ends;
    for (const kind of PRESSES) root.ownerDocument.addEventListener(kind, this.#press, true);
  }

  /** Marks the current view as known to the page. */
  markKnown() {
    clearTimeout(this.#timer);
    this.#known = JSON.stringify(this.#ends.read(false));
  }

  /** Reports the view soon, if it has changed. */
  reportSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#report(false), QUIET_MS);
  }

  destroy() {
    clearTimeout(this.#timer);
    for (const kind of PRESSES) this.#root.ownerDocument.removeEventListener(kind, this.#press, true);
  }

  #press = ({ target }) => {
    if (!this.#root.contains(target)) this.#report(true);
  };

  #report(moving) {
    const view = this.#ends.read(moving);
    const text = JSON.stringify(view);
    if (view === null || text === this.#known) return;
    this.#known = text;
    this.#ends.report(view);
  }
}
