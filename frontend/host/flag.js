// Something that is so or not for the whole document, and those who want to know.

export class Flag {
  /** @type {Set<(on: boolean) => void>} */
  #listeners = new Set();
  #on = false;

  get on() {
    return this.#on;
  }

  /** @param {boolean} on */
  set(on) {
    if (on === this.#on) return;
    this.#on = on;
    for (const listener of this.#listeners) listener(on);
  }

  toggle() {
    this.set(!this.#on);
  }

  /** Calls a listener with every change. @param {(on: boolean) => void} listener @returns {() => void} stops */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
