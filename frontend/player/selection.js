// The selection: who is hidden and who is in focus, remembered when a contender is removed and re-added.

/** @typedef {{id: string, slot: number}} Selectable */

export class Selection {
  /** @type {Set<string>} replaced, never changed: panels keep it */
  #hidden = new Set();
  /** @type {string|null} the id of the contender that was put in focus */
  #chosen = null;

  /** The ids of the hidden contenders. */
  get hidden() {
    return this.#hidden;
  }

  /** The slots of the hidden contenders that take part, in order; null if there are none. @param {Selectable[]} runs */
  hiddenSlots(runs) {
    const slots = runs.filter(({ id }) => this.#hidden.has(id)).map(({ slot }) => slot).sort((a, b) => a - b);
    return slots.length > 0 ? slots.map(String) : null;
  }

  /** @param {Selectable[]} runs @param {string[]} slots the only ones that are hidden from now on */
  setHiddenSlots(runs, slots) {
    this.#hidden = new Set(runs.filter(({ slot }) => slots.includes(String(slot))).map(({ id }) => id));
  }

  /**
   * The contender in focus: the chosen one while it takes part, else the first.
   * @template {Selectable} Run
   * @param {Run[]} runs @returns {Run|null}
   */
  focused(runs) {
    return runs.find(({ id }) => id === this.#chosen) ?? runs[0] ?? null;
  }

  /** The id of the contender in focus. @param {Selectable[]} runs @returns {string|null} */
  focus(runs) {
    return this.focused(runs)?.id ?? null;
  }

  /** The slot that was chosen, or null if none was. @param {Selectable[]} runs @returns {number|null} */
  slot(runs) {
    return runs.find(({ id }) => id === this.#chosen)?.slot ?? null;
  }

  /** @param {string} id */
  setFocus(id) {
    this.#chosen = id;
  }

  /** @param {Selectable[]} runs @param {number|null} slot null chooses none */
  setSlot(runs, slot) {
    this.#chosen = runs.find((run) => run.slot === slot)?.id ?? null;
  }

  /** Hides a contender, or shows it again. @param {string} id */
  toggle(id) {
    const others = [...this.#hidden].filter((hidden) => hidden !== id);
    this.#hidden = new Set(this.#hidden.has(id) ? others : [...others, id]);
  }

  /** Shows one contender alone; if it is alone already, shows all. @param {string} id @param {Selectable[]} runs */
  isolate(id, runs) {
    const others = runs.filter((run) => run.id !== id);
    const alone = !this.#hidden.has(id) && others.every((run) => this.#hidden.has(run.id));
    this.#hidden = new Set(alone ? [] : others.map((run) => run.id));
  }
}
