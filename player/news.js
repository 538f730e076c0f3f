// What the page has last told, handed to everyone who shows some of it. Several components may tell the same news, and
// a page may show old ones again: what counts is the version.

/**
 * @typedef {Object} News everything that follows from the lecture
 * @property {string} session @property {number} version in one session, greater than that of all news before it
 * @property {string} link the lecture without "?"
 * @property {Object} scene for the player
 * @property {import("./standings.js").Standings|null} standings null while the results are hidden
 * @property {Object<string, string|null>} words sentences by name
 */

function createNews() {
  const listeners = new Set();
  const past = new Set(); // sessions that another one has followed
  let latest = null; // News

  function isOld({ session, version }) {
    return past.has(session) || (session === latest?.session && version < latest.version);
  }

  return {
    /** @param {News} news */
    tell(news) {
      if (isOld(news)) return;
      if (latest && latest.session !== news.session) past.add(latest.session);
      latest = news;
      for (const listener of listeners) listener(latest);
    },
    /** Calls now, if there are news, and with all that follow. @param {(news: News) => void} listener @returns {() => void} stops */
    listen(listener) {
      listeners.add(listener);
      if (latest) listener(latest);
      return () => listeners.delete(listener);
    },
  };
}

/** The one of a document: those who tell and those who show are separate components that meet only here. */
export const news = createNews();
