// The pace at which a picture follows a hand: at once, but once a frame at most.

export class Pace {
  #draw;
  #request = 0; // the animation frame that ends the one in which it was drawn
  #isDue = false;

  /** @param {() => void} draw */
  constructor(draw) {
    this.#draw = draw;
  }

  /** Draws what has come first in a frame at once, so that the frame has it, and what follows within it in the next one. */
  soon() {
    this.#isDue = true;
    if (!this.#request) this.#now();
  }

  destroy() {
    cancelAnimationFrame(this.#request);
  }

  #now = () => {
    this.#request = 0;
    if (!this.#isDue) return;
    this.#isDue = false;
    this.#request = requestAnimationFrame(this.#now);
    this.#draw();
  };
}
