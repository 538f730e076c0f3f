// The picture in the address bar: the link comes from the server, how the picture is looked at from the player.

const PUSH_PAUSE_MS = 1000; // a slider that is dragged makes one entry in the history, not fifty
const WRITE_PAUSE_MS = 250; // without another link before the address follows: to write it takes longer than to draw

/** What Streamlit reads of an address in a frame: no part of a picture's link, and never taken away. */
const OF_FRAME = /^embed(_options)?=/;

/** Links that lead elsewhere with the same picture: each says which fields are others there, as a query. */
const FOLLOWING = "a[data-fields]";

/** @typedef {Object<string, string>} Fields values of a link by their names, spelled as they stand in it */

/**
 * A link with other values for some of its fields; the order and all other fields stay.
 * @param {string} link without "?" @param {Fields} fields @returns {string}
 */
export function withFields(link, fields) {
  const pairs = link.split("&").map((pair) => {
    const name = pair.split("=", 1)[0];
    return Object.hasOwn(fields, name) ? `${name}=${fields[name]}` : pair;
  });
  return pairs.join("&");
}

/**
 * Whether two links differ in more than how the picture is looked at.
 * @param {string} link @param {string} other @param {string[]} viewNames the fields that say only that
 */
export function differsBeyondView(link, other, viewNames) {
  const blank = Object.fromEntries(viewNames.map((name) => [name, ""]));
  return withFields(link, blank) !== withFields(other, blank);
}

/**
 * The query of an address in two: what a link says, and what belongs to a frame.
 * @param {string} search with "?" or "" @returns {{link: string, frame: string[]}}
 */
export function splitQuery(search) {
  const pairs = search.slice(1).split("&").filter(Boolean);
  const link = pairs.filter((pair) => !OF_FRAME.test(pair)).join("&");
  return { link, frame: pairs.filter((pair) => OF_FRAME.test(pair)) };
}

/** The link that the address bar holds. */
const linkInBar = () => splitQuery(location.search).link;

/** The address of a link on this page. @param {string} link */
const addressOf = (link) => `?${[link, ...splitQuery(location.search).frame].join("&")}${location.hash}`;

/** Keeps the address bar at the picture, and reports when the person goes back or forward. */
export class Address {
  #viewNames;
  #onVisit;
  /** @type {string|null} what the page shows, as a link; null while it does not answer the address */
  #link = null;
  /** @type {Fields} how it is looked at */
  #fields = {};
  #pushedAt = -Infinity; // ms
  /** @type {string|null} the visit that the link belongs to, as the page names it */
  #visit = null;
  /** @type {string|null} the visit that the person has left, until the page answers */
  #leftVisit = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} writes what is shown, while there is something to write */
  #writing;

  /**
   * @param {string[]} viewNames the fields of a link that say how the picture is looked at
   * @param {(link: string) => void} onVisit the person has gone to another address
   */
  constructor(viewNames, onVisit) {
    this.#viewNames = viewNames;
    this.#onVisit = onVisit;
    addEventListener("popstate", this.#goToBar);
    document.addEventListener("click", this.#updateClicked, true);
  }

  /**
   * Takes the link of what the page shows.
   * @param {string} link without "?" @param {string} visit another one than before answers a visit
   */
  show(link, visit) {
    if (this.#leftVisit !== null && visit === this.#leftVisit) return; // sent before the page knew of the visit
    [this.#visit, this.#leftVisit] = [visit, null];
    if (link === this.#link) return;
    this.#link = link;
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), WRITE_PAUSE_MS);
  }

  /** Takes how the picture is looked at. @param {Fields} fields */
  setView(fields) {
    this.#fields = fields;
    this.#write();
  }

  /** Goes to the same picture as a presentation, or to the page around it. @param {boolean} on @param {Fields} fields */
  present(on, fields) {
    this.setView(fields);
    location.assign(addressOf(withFields(linkInBar(), { presentation: on ? "1" : "0" })));
  }

  destroy() {
    clearTimeout(this.#writing);
    removeEventListener("popstate", this.#goToBar);
    document.removeEventListener("click", this.#updateClicked, true);
  }

  #goToBar = () => {
    this.#fields = {}; // the address that is visited says itself how it is looked at
    [this.#link, this.#leftVisit] = [null, this.#visit]; // nothing of the picture that was left is written over it
    this.#onVisit(linkInBar());
  };

  /** Who leaves comes back to what was shown; and the page may have set a link anew since the address was written. */
  #updateClicked = ({ target }) => {
    if (this.#writing && target.closest?.("a")) this.#write();
    const anchor = target.closest?.(FOLLOWING);
    if (anchor && this.#link !== null) this.#lead(anchor);
  };

  /** @param {HTMLAnchorElement} anchor */
  #lead(anchor) {
    const others = Object.fromEntries(new URLSearchParams(anchor.dataset.fields));
    anchor.href = `?${withFields(withFields(this.#link, this.#fields), others)}`;
  }

  #write() {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    if (this.#link === null) return;
    const next = withFields(this.#link, this.#fields);
    document.querySelectorAll(FOLLOWING).forEach((anchor) => this.#lead(/** @type {HTMLAnchorElement} */ (anchor)));
    const before = linkInBar();
    if (next === before) return;
    const another = before !== "" && differsBeyondView(next, before, this.#viewNames);
    const now = performance.now();
    const push = another && now - this.#pushedAt > PUSH_PAUSE_MS;
    if (another) this.#pushedAt = now;
    history[push ? "pushState" : "replaceState"](history.state, "", addressOf(next));
  }
}
