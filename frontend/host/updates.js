// The latest update of the page, handed to everyone who shows some of it. Several components may publish the same
// update, and a page may publish an old one again: what counts is the version.

/**
 * @typedef {Object} Update everything that follows from the lecture
 * @property {string} session @property {number} version in one session, greater than that of every update before it
 * @property {string} link the lecture without "?"
 * @property {Object} scene for the player
 * @property {import("../controls/results_table.js").Results|null} results null while the results are hidden
 * @property {Object<string, string|null>} sentences by name
 */

function createUpdates() {
  const listeners = new Set();
  const past = new Set(); // sessions that another one has followed
  let latest = null; // Update

  function isOld({ session, version }) {
    return past.has(session) || (session === latest?.session && version < latest.version);
  }

  return {
    /** @param {Update} update */
    publish(update) {
      if (isOld(update)) return;
      if (latest && latest.session !== update.session) past.add(latest.session);
      latest = update;
      for (const listener of listeners) listener(latest);
    },
    /** Calls now, if there is an update, and with all that follow. @param {(update: Update) => void} listener @returns {() => void} stops */
    listen(listener) {
      listeners.add(listener);
      if (latest) listener(latest);
      return () => listeners.delete(listener);
    },
  };
}

/** The one of a document: the components that publish and those that show are separate and meet only here. */
export const updates = createUpdates();
