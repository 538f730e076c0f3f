// The way back for examples that have been moved: a button for all, a double click or Delete for one.

import { element, setText } from "../dom/elements.js";

const WORDS = "To where it was drawn. A double click on a moved example puts that one back, or Delete on its handle.";

export class PutBack {
  /** Goes beside the title of the panel. */
  button = element("button", {
    type: "button",
    class: "downhill-quiet-button downhill-put-back",
    hidden: true,
    title: WORDS,
  });
  #putBack;
  /** @type {number[][]} */
  #drawn = [];

  /** @param {import("../paths/panel.js").Listener["onPutBack"]} putBack */
  constructor(putBack) {
    this.#putBack = putBack;
    this.button.addEventListener("click", () => this.#putBack(this.#drawn));
  }

  /** @param {Pick<import("../data/picture.js").Surface, "drawn">} surface */
  show({ drawn = [] }) {
    this.#drawn = drawn;
    this.button.hidden = drawn.length === 0;
    setText(this.button, drawn.length === 1 ? "Put back" : `Put ${drawn.length} back`);
  }

  /** Puts one example back, if it has been moved. @param {number} index */
  one = (index) => {
    const rows = this.#drawn.filter(([moved]) => moved === index);
    if (rows.length > 0) this.#putBack(rows);
  };

  destroy() {
    this.button.remove();
  }
}
