// Which questions of lessons have been answered: until then nothing on the page tells what the race will.

/** @typedef {Pick<import("../data/picture.js").Lesson, "asked">} Asking */

export class Answers {
  /** @type {Set<string>} */
  #given = new Set();
  /** @type {Set<() => void>} */
  #listeners = new Set();

  /** Whether the question of a picture still waits for its answer. @param {Asking|null|undefined} lesson */
  isAwaited(lesson) {
    return Boolean(lesson?.asked) && !this.#given.has(lesson.asked);
  }

  /** The question has been answered, or skipped. @param {string} asked the name of its asking */
  give(asked) {
    this.#given.add(asked);
    for (const listener of this.#listeners) listener();
  }

  /** Calls a listener with every answer. @param {() => void} listener @returns {() => void} stops */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The document's only instance: picture, table and sentences wait for the same answer. */
export const answers = new Answers();
