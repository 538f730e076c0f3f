// What somebody wants to see on the map: the table of critical points asks for it, and the picture beside it shows it.

export class Sight {
  /** @type {Set<(point: number[]) => void>} */
  #listeners = new Set();

  /** Asks for a point. @param {number[]} point in the coordinates of the surface */
  ask(point) {
    for (const listener of this.#listeners) listener(point);
  }

  /** Calls a listener with every point. @param {(point: number[]) => void} listener @returns {() => void} stops */
  listen(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The document's only instance. */
export const sight = new Sight();
