// On a small screen the picture is above what changes it, and out of sight: while a hand moves a value, it comes along.

const LASTS_MS = 800; // after the last picture that a hand has made
const MARGIN = 8; // px between the picture and the edge of the window
const SEEN = 0.6; // the share of its height from which it counts as in sight
const ROOM = 0.6; // the share of the window that it may take

/**
 * Tells how far down an element has to move to be in sight.
 * @param {{top: number, height: number}} element where it is, in px from the top of the window
 * @param {{top: number, height: number}} window_ what of the window can be seen @param {number} hand px from its top
 * @returns {number} px, 0 where most of it is in sight or there is no room for it
 */
export function wayIntoSight({ top, height }, window_, hand) {
  const bottom = window_.top + window_.height;
  const seen = Math.min(top + height, bottom) - Math.max(top, window_.top);
  if (height === 0 || seen >= SEEN * height || height > ROOM * window_.height) return 0;
  const isHandHigh = hand - window_.top < height + 2 * MARGIN;
  return (isHandHigh ? bottom - MARGIN - height : window_.top + MARGIN) - top;
}

/** Whether there is nothing to bring: it is in sight, or the layout does not show it. @param {IntersectionObserverEntry} entry */
const isSeen = ({ intersectionRatio, boundingClientRect }) =>
  intersectionRatio >= SEEN || boundingClientRect.height === 0;

/** Keeps an element in sight while pictures follow a hand elsewhere on the page. Nothing else on the page moves. */
export class KeptInSight {
  #element;
  #place;
  #way = 0; // px that it has been moved down
  #isSeen = true; // where it is, or where it has been moved to
  #observer = new IntersectionObserver((entries) => this.#isSeen = isSeen(entries.at(-1)), { threshold: [0, SEEN] });
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /** @param {HTMLElement} element @param {HTMLElement} place around it, which is brought before the rest of the page */
  constructor(element, place) {
    [this.#element, this.#place] = [element, place];
    this.#observer.observe(element);
  }

  /** A hand has made another picture. To measure costs a layout: what is in sight where it belongs is not measured. */
  hold() {
    if (this.#isSeen && this.#way === 0) return;
    clearTimeout(this.#timer);
    const { top, height } = this.#element.getBoundingClientRect();
    const hand = document.activeElement?.getBoundingClientRect();
    const window_ = { top: visualViewport?.offsetTop ?? 0, height: visualViewport?.height ?? innerHeight };
    const way = hand ? wayIntoSight({ top: top - this.#way, height }, window_, (hand.top + hand.bottom) / 2) : 0;
    this.#move(way);
    if (way !== 0) this.#timer = setTimeout(() => this.#move(0), LASTS_MS);
  }

  destroy() {
    clearTimeout(this.#timer);
    this.#observer.disconnect();
  }

  /** @param {number} way */
  #move(way) {
    if (way === this.#way) return;
    this.#way = way;
    this.#element.style.translate = way ? `0 ${way}px` : "";
    this.#place.classList.toggle("downhill-before-the-page", way !== 0);
  }
}
