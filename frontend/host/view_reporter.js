// The reporter of the view: it tells the page how the picture is looked at, so that a link can hold it.

const QUIET_MS = 300; // without a change after which the page is told

/**
 * @template View
 * @typedef {Object} Ends
 * @property {(moving: boolean) => View|null} read null for what is not to be reported, as a view that moves unless that
 *   is asked for
 * @property {(view: View) => void} report
 */

/**
 * Reports a view once it has been left alone for a while, and never the same one twice. A click beside the player does
 * not wait, because what it opens may show the address.
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
    root.ownerDocument.addEventListener("click", this.#click, true);
  }

  /** Takes the view that is shown as one that the page knows. */
  markKnown() {
    clearTimeout(this.#timer);
    this.#known = JSON.stringify(this.#ends.read(false));
  }

  /** Reports a change of the view, once it rests. */
  reportSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#report(false), QUIET_MS);
  }

  destroy() {
    clearTimeout(this.#timer);
    this.#root.ownerDocument.removeEventListener("click", this.#click, true);
  }

  #click = ({ target }) => {
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
