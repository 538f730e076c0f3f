// The pace at which a picture follows a hand: at once, but once a frame at most, and with as much rest as work where a
// picture takes long.

const SLOW_MS = 50; // of a picture after which as much time is left to the page before the next

export class Pace {
  #draw;
  #request = 0; // the animation frame that ends the one in which it was drawn
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #waiting;
  #isDue = false;
  #cost = 0; // ms that the last one took

  /** @param {() => void} draw */
  constructor(draw) {
    this.#draw = draw;
  }

  /** Draws what has come first in a frame at once, so that the frame has it, and what follows within it in the next one. */
  soon() {
    this.#isDue = true;
    if (this.#request || this.#waiting) return;
    if (this.#cost < SLOW_MS) this.#now();
    else this.#waiting = setTimeout(this.#now, this.#cost);
  }

  destroy() {
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#waiting);
  }

  #now = () => {
    this.#request = 0;
    this.#waiting = undefined;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#request = requestAnimationFrame(this.#now);
    const began = performance.now();
    this.#draw();
    this.#cost = performance.now() - began;
  };
}
