// Keeps the address bar in sync: link from the server, view from the player.

const PUSH_PAUSE_MS = 1000; // a slider that is dragged makes one entry in the history, not fifty
const WRITE_PAUSE_MS = 250; // without another link before the address follows: to write it takes longer than to draw

/** What Streamlit reads in the address of a frame: no part of a link, and never removed. */
const OF_FRAME = /^embed(_options)?=/;

/** Anchors to the same picture elsewhere; the attribute holds, as a query, the fields that differ there. */
const FOLLOWING = "a[data-fields]";

/** The name under which an entry of the history holds which one it is, beside what Streamlit keeps there. */
const STEP = "downhill";

/** @param {any} state of the history @returns {number} */
const stepOf = (state) => state?.[STEP] ?? 0;

/** @typedef {Object<string, string>} Fields values of a link by their names, spelled as in the link */

/**
 * A link with other values for some of its fields; the order and all other fields stay. A field without a value goes without
 * saying, and one that the link lacks comes last.
 * @param {string} link without "?" @param {Fields} fields @returns {string}
 */
export function withFields(link, fields) {
  const nameOf = (/** @type {string} */ pair) => pair.split("=", 1)[0];
  const before = link.split("&");
  const names = new Set(before.map(nameOf));
  const others = Object.keys(fields).filter((name) => !names.has(name));
  const spelled = (/** @type {string} */ name) => (fields[name] === "" ? [] : [`${name}=${fields[name]}`]);
  const pairs = before.flatMap((pair) => (Object.hasOwn(fields, nameOf(pair)) ? spelled(nameOf(pair)) : [pair]));
  return [...pairs, ...others.flatMap(spelled)].join("&");
}

/**
 * Whether two links differ in more than their views.
 * @param {string} link @param {string} other @param {string[]} viewNames the fields of a view
 */
export function differsBeyondView(link, other, viewNames) {
  const blank = Object.fromEntries(viewNames.map((name) => [name, ""]));
  return withFields(link, blank) !== withFields(other, blank);
}

/**
 * Splits the query of an address into the link and what belongs to a frame.
 * @param {string} search with "?" or "" @returns {{link: string, frame: string[]}}
 */
export function splitQuery(search) {
  const pairs = search.slice(1).split("&").filter(Boolean);
  const link = pairs.filter((pair) => !OF_FRAME.test(pair)).join("&");
  return { link, frame: pairs.filter((pair) => OF_FRAME.test(pair)) };
}

/** The link in the address bar. */
const linkInBar = () => splitQuery(location.search).link;

/** The address of a link on this page. @param {string} link */
const addressOf = (link) => `?${[link, ...splitQuery(location.search).frame].join("&")}${location.hash}`;

/** Keeps the address bar in sync with the picture, and reports when the person goes back or forward. */
export class Address {
  #viewNames;
  #onOpenLink;
  /** @type {string|null} what the page shows, as a link; null until it answers the address */
  #link = null;
  /** @type {Fields} its view */
  #fields = {};
  #pushedAt = -Infinity; // ms
  #entry = stepOf(history.state); // which of the entries in the history that this page has made is shown; 0 is the first
  #entries = this.#entry; // how many come after the first
  /** @type {string|null} of the view that the link belongs to; the page gives another one with every link it opens */
  #viewToken = null;
  /** @type {string|null} the token when the person went to another address, until the page answers */
  #leftToken = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} pending while the address is out of date */
  #writing;

  /**
   * @param {string[]} viewNames the fields of a link that are its view
   * @param {(link: string) => void} onOpenLink the person has gone back or forward to a link
   */
  constructor(viewNames, onOpenLink) {
    this.#viewNames = viewNames;
    this.#onOpenLink = onOpenLink;
    addEventListener("popstate", this.#goToBar);
    document.addEventListener("click", this.#updateClicked, true);
  }

  /**
   * Takes the link of what the page shows.
   * @param {string} link without "?" @param {string} viewToken a new one says that the page has opened a link
   */
  show(link, viewToken) {
    if (this.#leftToken !== null && viewToken === this.#leftToken) return; // sent before the page opened the link
    [this.#viewToken, this.#leftToken] = [viewToken, null];
    if (link === this.#link) return;
    this.#link = link;
    clearTimeout(this.#writing);
    this.#writing = setTimeout(() => this.#write(), WRITE_PAUSE_MS);
  }

  /** A hand takes something, or lets it go: what changes next is another change than what changed before. */
  part() {
    this.#writeNow();
    this.#pushedAt = -Infinity;
  }

  /** Takes the view. @param {Fields} fields */
  setView(fields) {
    this.#fields = fields;
    this.#write();
  }

  /** Opens the same picture as a presentation, or within the page. @param {boolean} on @param {Fields} fields */
  present(on, fields) {
    this.setView(fields);
    location.assign(addressOf(withFields(linkInBar(), { presentation: on ? "1" : "0" })));
  }

  /** Goes back to what was shown before the last change, as the browser's own button does, but never off this page. */
  undo() {
    this.#writeNow();
    if (this.#entry > 0) history.back();
  }

  /** Takes back an `undo`. */
  redo() {
    this.#writeNow();
    if (this.#entry < this.#entries) history.forward();
  }

  destroy() {
    clearTimeout(this.#writing);
    removeEventListener("popstate", this.#goToBar);
    document.removeEventListener("click", this.#updateClicked, true);
  }

  #goToBar = () => {
    this.#entry = stepOf(history.state);
    this.#fields = {}; // the link that is opened holds its own view
    [this.#link, this.#leftToken] = [null, this.#viewToken]; // nothing of the picture before is written over it
    this.#onOpenLink(linkInBar());
  };

  /** Writes the address before the page is left, and updates the anchor: the page may have set its href since. */
  #updateClicked = ({ target }) => {
    if (target.closest?.("a")) this.#writeNow();
    const anchor = target.closest?.(FOLLOWING);
    if (anchor && this.#link !== null) this.#lead(anchor);
  };

  /** @param {HTMLAnchorElement} anchor */
  #lead(anchor) {
    const others = Object.fromEntries(new URLSearchParams(anchor.dataset.fields));
    anchor.href = `?${withFields(withFields(this.#link, this.#fields), others)}`;
  }

  /** Writes what waits to be written. */
  #writeNow() {
    if (this.#writing) this.#write();
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
    if (push) this.#entries = this.#entry += 1;
    history[push ? "pushState" : "replaceState"]({ ...history.state, [STEP]: this.#entry }, "", addressOf(next));
  }
}
