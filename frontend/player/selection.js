// Who is hidden and who is in focus: chosen by the person, and kept while a contender goes and comes back.

export function createChoice() {
  const hidden = new Set(); // ids
  let chosen = null; // the id of the contender in focus

  /** The contender in focus: the chosen one while it takes part, else the first. */
  const focused = (runs) => runs.find(({ id }) => id === chosen) ?? runs[0] ?? null;

  return {
    hidden,
    focused,
    /** @param {import("../data/picture.js").Run[]} runs @returns {string|null} */
    focus: (runs) => focused(runs)?.id ?? null,
    /** The slot that was chosen, or null where nobody chose. */
    slot: (runs) => runs.find(({ id }) => id === chosen)?.slot ?? null,
    setFocus(id) {
      chosen = id;
    },
    setSlot(runs, slot) {
      chosen = runs.find((run) => run.slot === slot)?.id ?? null;
    },
    toggle(id) {
      if (!hidden.delete(id)) hidden.add(id);
    },
    /** Shows one contender alone; asked again of the one that is alone, shows all. */
    isolate(id, runs) {
      const others = runs.filter((run) => run.id !== id);
      const alone = !hidden.has(id) && others.every((run) => hidden.has(run.id));
      hidden.clear();
      if (!alone) { for (const run of others) hidden.add(run.id); }
    },
  };
}
