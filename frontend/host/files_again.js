// Files that are asked for while the script runs. At the end of a run Streamlit forgets what the buttons from before were
// to make, a moment before the page has their successors; it then says that the file has failed. It is asked for again.

const FAILURE = "[data-testid='stDownloadButtonError']";
const AROUND = "[data-testid='stDownloadButton']";
const PAUSE_MS = 150; // in which the page mostly has the button's successor, once the script is at rest
const MOST = 4; // times that a file is asked for again, each after twice the pause: it may have failed by itself

/** Asks again for files, after a press by hand a few times. */
export class FilesAgain {
  #isRunning;
  #times = 0;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #pause;

  /** @param {() => boolean} isRunning whether the script runs */
  constructor(isRunning) {
    this.#isRunning = isRunning;
  }

  /** A hand has pressed a button: what comes of it is new. */
  begin() {
    clearTimeout(this.#pause);
    this.#times = 0;
  }

  /** Presses a button again that has given no file. @param {() => void} press @returns {boolean} whether it will */
  take(press) {
    if (this.#times === MOST) return false;
    this.#wait(press, PAUSE_MS * 2 ** this.#times);
    this.#times += 1;
    return true;
  }

  destroy() {
    clearTimeout(this.#pause);
  }

  /** @param {() => void} press @param {number} ms */
  #wait(press, ms) {
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#isRunning() ? this.#wait(press, ms) : press(), ms);
  }
}

/** Minds the buttons of a document that give files. @param {Document} document @returns {() => void} stops */
export function mindFiles(document) {
  const again = new FilesAgain(() => document.querySelector("[data-test-script-state='running']") !== null);
  const note = (/** @type {Event} */ { isTrusted, target }) => {
    if (isTrusted && target instanceof Element && target.closest(AROUND)) again.begin();
  };
  const watch = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (!(node instanceof HTMLElement) || !node.matches(FAILURE)) continue;
      const button = node.closest(AROUND)?.querySelector("button");
      if (button) node.hidden = again.take(() => button.click());
    }
  });
  watch.observe(document.body, { childList: true, subtree: true });
  document.addEventListener("click", note, true);
  return () => {
    watch.disconnect();
    again.destroy();
    document.removeEventListener("click", note, true);
  };
}
