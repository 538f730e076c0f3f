// Whether results that a link hides have been revealed: "predict first" ends for the picture and for what stands beside
// it at once.

export class Reveal {
  /** @type {Set<(on: boolean) => void>} */
  #listeners = new Set();
  #on = false;

  get on() {
    return this.#on;
  }

  toggle() {
    this.#on = !this.#on;
    for (const listener of this.#listeners) listener(this.#on);
  }

  /** Calls a listener with every change. @param {(on: boolean) => void} listener @returns {() => void} stops */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The document's only instance. */
export const reveal = new Reveal();
