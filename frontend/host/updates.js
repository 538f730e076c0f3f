// The latest update of the page, for everything that shows a part of it. Several components may publish the same update,
// and a page may publish an old one again: the version decides.

/**
 * @typedef {Object} Update everything that follows from the lecture
 * @property {string} session @property {number} version in one session, greater than that of every update before it
 * @property {string} link the lecture without "?"
 * @property {import("../data/scene_loader.js").Scene} scene for the player
 * @property {Object<string, string>} distinctions what tells contenders apart that go by the same title, by slot
 * @property {any} results what the table of results shows
 * @property {Object<string, string|null>} [sentences] by name, if the page has any
 */

export class Updates {
  /** @type {Set<(update: Update) => void>} */
  #listeners = new Set();
  /** @type {Set<string>} earlier sessions */
  #past = new Set();
  /** @type {Update|null} */
  #latest = null;

  /** Passes an update to all listeners, unless it is an old one. @param {Update} update */
  publish(update) {
    if (this.#isOld(update)) return;
    if (this.#latest && this.#latest.session !== update.session) this.#past.add(this.#latest.session);
    this.#latest = update;
    for (const listener of this.#listeners) listener(update);
  }

  /**
   * Calls a listener with the latest update, if any, and with every later one.
   * @param {(update: Update) => void} listener @returns {() => void} stops
   */
  listen(listener) {
    this.#listeners.add(listener);
    if (this.#latest) listener(this.#latest);
    return () => this.#listeners.delete(listener);
  }

  /** @param {Update} update */
  #isOld({ session, version }) {
    const latest = this.#latest;
    return this.#past.has(session) || (session === latest?.session && version < latest.version);
  }
}

/** The document's only instance: the components that publish and those that show share nothing else. */
export const updates = new Updates();
