// The entry beside a slider, which says the slider's value while a hand moves it. Streamlit writes it when its server has
// answered, and until then writes what was there before; what it holds is in the attribute, and is there again at the end.

export class Beside {
  #isMoving;
  /** @type {{entry: HTMLInputElement, text: string}|null} */
  #said = null;
  #request = 0; // the animation frame that looks again

  /** @param {() => boolean} isMoving whether the value is still ahead of the server's */
  constructor(isMoving) {
    this.#isMoving = isMoving;
  }

  /** @param {HTMLInputElement} entry @param {number} value */
  say(entry, value) {
    if (this.#said?.entry !== entry) {
      this.#end();
      const isTyped = entry === entry.ownerDocument.activeElement;
      if (isTyped || entry.getAttribute("value") !== entry.value) return; // not as React keeps it: it will follow by itself
    }
    this.#said = { entry, text: asEntered(value) };
    this.#keep();
  }

  destroy() {
    cancelAnimationFrame(this.#request);
  }

  #keep = () => {
    const { entry, text } = this.#said;
    if (entry.value !== text) entry.value = text;
    cancelAnimationFrame(this.#request);
    this.#request = requestAnimationFrame(() => this.#isMoving() ? this.#keep() : this.#end());
  };

  #end() {
    cancelAnimationFrame(this.#request);
    if (!this.#said) return;
    const { entry } = this.#said;
    this.#said = null;
    const held = entry.getAttribute("value");
    if (held !== null && entry.value !== held) entry.value = held;
  }
}

/** A value as Streamlit writes it into an entry, by "%.10g". @param {number} value */
export const asEntered = (value) => String(Number(value.toPrecision(10)));
