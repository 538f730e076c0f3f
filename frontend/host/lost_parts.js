// Parts of Streamlit's page that a browser could not fetch, as while the server restarts, stay broken for as long as the
// page is open. It is loaded again when the server is there: its address has everything.

const LOST = "vite:preloadError"; // by which the program that loads Streamlit's parts says so
const PAUSE_MS = 600; // in which what was said last reaches the server, and the address
const APART_MS = 60_000; // between two loads: some part may be missing for good

/** Loads a page again that has lost a part, once nothing is going on there. */
export class LostParts {
  #page;
  #isLost = false;
  #isAtRest = false;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #pause;

  /**
   * @param {{age: () => number, isAgain: boolean, isFree: () => Promise<boolean>, reload: () => void}} page ms that it is
   *   open; whether it was loaded again already; whether it may be now: the server is there, and no hand moves anything
   */
  constructor(page) {
    this.#page = page;
  }

  /** Hears whether the page is connected to a server whose script is at rest. @param {boolean} isAtRest */
  see(isAtRest) {
    this.#isAtRest = isAtRest;
    this.#wait();
  }

  /** A part could not be fetched. */
  lose() {
    this.#isLost = true;
    this.#wait();
  }

  destroy() {
    clearTimeout(this.#pause);
    this.#isLost = false;
  }

  #wait() {
    clearTimeout(this.#pause);
    if (!this.#isLost || !this.#isAtRest) return;
    const rest = this.#page.isAgain ? APART_MS - this.#page.age() : 0;
    this.#pause = setTimeout(this.#reloadIfFree, Math.max(PAUSE_MS, rest));
  }

  #reloadIfFree = async () => {
    const isFree = await this.#page.isFree();
    if (isFree && this.#isLost && this.#isAtRest) this.#page.reload();
    else this.#wait();
  };
}

/**
 * Minds the parts of a page.
 * @param {Document} document @param {string} health the address at which the server says that it is there
 * @param {() => boolean} isMoving whether a hand moves something @returns {() => void} stops
 */
export function mindParts(document, health, isMoving) {
  const app = document.querySelector("[data-testid=stApp]");
  if (!(app instanceof HTMLElement)) return () => {};
  const [entry] = performance.getEntriesByType("navigation");
  const parts = new LostParts({
    age: () => performance.now(),
    isAgain: /** @type {PerformanceNavigationTiming|undefined} */ (entry)?.type === "reload",
    isFree: async () => !isMoving() && await fetch(health, { cache: "no-store" }).then(({ ok }) => ok, () => false),
    reload: () => location.reload(),
  });
  const see = () =>
    parts.see(app.dataset.testConnectionState === "CONNECTED" && app.dataset.testScriptState === "notRunning");
  const lose = () => parts.lose();
  const watch = new MutationObserver(see);
  watch.observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  addEventListener(LOST, lose);
  see();
  return () => {
    watch.disconnect();
    removeEventListener(LOST, lose);
    parts.destroy();
  };
}
