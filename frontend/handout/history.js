// The pictures that a handout has shown, for undo and redo: it has no address that would keep them.

const REST_MS = 500; // without another picture after which a change is over: a drag is one, not fifty

/** @typedef {import("../data/picture.js").Picture} Picture */

export class PictureHistory {
  #show;
  /** @type {Picture[]} */
  #entries = [];
  #at = 0; // the entry that is shown, or that was shown before the change that is not over yet
  /** @type {Picture|null} */
  #latest = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #rest;

  /** @param {(picture: Picture) => void} show */
  constructor(show) {
    this.#show = show;
  }

  /** Takes every picture that is shown. @param {Picture} picture */
  take(picture) {
    this.#latest = picture;
    if (this.#entries.length === 0) this.#entries.push(picture);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.part(), REST_MS);
  }

  /** A change is over: what changes next is another one. */
  part() {
    clearTimeout(this.#rest);
    if (this.#latest === null || this.#latest === this.#entries[this.#at]) return;
    this.#entries = [...this.#entries.slice(0, this.#at + 1), this.#latest];
    this.#at += 1;
  }

  undo() {
    this.#move(-1);
  }

  redo() {
    this.#move(1);
  }

  /** @param {1|-1} by */
  #move(by) {
    this.part();
    const picture = this.#entries[this.#at + by];
    if (!picture) return;
    this.#at += by;
    this.#latest = picture;
    this.#show(picture);
  }
}
