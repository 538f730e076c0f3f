// A server that comes back knows nothing of the page until its first run is over: till then Streamlit drops what a slider
// or an entry asks for, and nobody hears what the picture says. While it is gone, nobody hears it either.

const PATIENCE_MS = 10_000; // after which that run is no longer waited for
const CONNECTED = "CONNECTED";
const AT_REST = "notRunning";
const TOUCHES = ["pointerdown", "pointerup", "keydown"];

/** Holds back what is said to a server that is gone or has just come back, and asks it again for what it has not heard. */
export class Reconnection {
  #again;
  #isConnected = true;
  /** @type {"none"|"asked"|"runs"} how far the first run is that is waited for */
  #run = "none";
  #isTouched = false;
  /** @type {(() => void)[]} */
  #held = [];
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #patience;

  /** @param {() => void} again has the whole page run once more, with what its controls hold */
  constructor(again) {
    this.#again = again;
  }

  /** Hears the states that Streamlit writes on its page. @param {string|undefined} connection @param {string|undefined} script */
  see(connection, script) {
    const isConnected = connection === CONNECTED;
    if (isConnected && !this.#isConnected) this.#begin();
    if (!isConnected) clearTimeout(this.#patience);
    this.#isConnected = isConnected;
    if (!isConnected || this.#run === "none") return;
    if (script !== AT_REST) this.#run = "runs";
    else if (this.#run === "runs") this.#end();
  }

  /** Hears that somebody uses the page, who may have changed what a control holds. */
  touch() {
    this.#isTouched = true;
  }

  /** Says something to the server, at once or when it can hear it. @param {() => void} say */
  say(say) {
    if (this.#isConnected && this.#run === "none") say();
    else this.#held.push(say);
  }

  destroy() {
    clearTimeout(this.#patience);
  }

  #begin() {
    this.#run = "asked";
    this.#isTouched = false;
    clearTimeout(this.#patience);
    this.#patience = setTimeout(() => this.#end(), PATIENCE_MS);
  }

  #end() {
    clearTimeout(this.#patience);
    this.#run = "none";
    const held = this.#held.splice(0);
    for (const say of held) say();
    // Whatever is said takes along what the controls hold.
    if (held.length === 0 && this.#isTouched) this.#again();
  }
}

/**
 * Tells of the states of Streamlit's page, and that it is used. Where it does not say them, nothing is held back.
 * @param {Document} document @param {Reconnection} reconnection @returns {() => void} stops
 */
export function watchConnection(document, reconnection) {
  const app = document.querySelector("[data-testid=stApp]");
  if (!(app instanceof HTMLElement)) return () => {};
  const see = () => reconnection.see(app.dataset.testConnectionState, app.dataset.testScriptState);
  const touch = () => reconnection.touch();
  const watch = new MutationObserver(see);
  watch.observe(app, { attributeFilter: ["data-test-connection-state", "data-test-script-state"] });
  for (const kind of TOUCHES) document.addEventListener(kind, touch, true);
  return () => {
    watch.disconnect();
    for (const kind of TOUCHES) document.removeEventListener(kind, touch, true);
    reconnection.destroy();
  };
}
