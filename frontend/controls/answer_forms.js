// How a lesson's question is answered: by one of several buttons, by putting contenders into an order, or by a pin that
// is already on the map.

import { element, setAttribute, setText } from "../dom/elements.js";
import { swatch } from "../dom/symbols.js";

/**
 * @typedef {import("./verdict.js").Prediction} Prediction
 *
 * @typedef {Object} AnswerForm
 * @property {HTMLElement[]} nodes
 * @property {(index: number) => void} press does what the button of that number does, if there is one
 */

/** @param {string[]} options @param {(prediction: Prediction) => void} onAnswer @returns {AnswerForm} */
export function createChoice(options, onAnswer) {
  const buttons = options.map((words, index) => optionButton(numbered(index), words, () => onAnswer(index)));
  return { nodes: buttons, press: (index) => buttons[index]?.click() };
}

/**
 * Contenders are pressed in the order that is predicted; pressed again, one is taken out of it.
 * @param {import("./verdict.js").Entrant[]} runs
 * @param {(prediction: Prediction) => void} onAnswer @returns {AnswerForm}
 */
export function createOrder(runs, onAnswer) {
  /** @type {string[]} */
  let order = [];
  const done = confirmButton("Answer", () => onAnswer(order));
  const buttons = runs.map(({ id, label, ...look }) => {
    const button = optionButton("", label, () => toggle(id));
    button.lastElementChild.before(swatch(look));
    return button;
  });
  function show() {
    for (const [k, { id, label }] of runs.entries()) {
      const place = order.indexOf(id);
      setText(buttons[k].firstElementChild, place < 0 ? "–" : String(place + 1));
      setAttribute(buttons[k], "aria-pressed", place >= 0);
      setAttribute(buttons[k], "aria-label", place < 0 ? `${label}: no place yet` : `${label}: place ${place + 1}`);
    }
    done.disabled = order.length < runs.length;
  }
  function toggle(id) {
    order = order.includes(id) ? order.filter((other) => other !== id) : [...order, id];
    show();
  }
  show();
  return { nodes: [...buttons, done], press: (index) => buttons[index]?.click() };
}

/** @param {() => number[]} readPin gives its point @param {(prediction: Prediction) => void} onAnswer @returns {AnswerForm} */
export function createPin(readPin, onAnswer) {
  const hint = element(
    "span",
    { class: "downhill-hint" },
    "Put the pin there: press the map, drag the pin, or move it with the arrow keys.",
  );
  const done = confirmButton("Answer", () => onAnswer(readPin()));
  return { nodes: [hint, done], press: () => {} };
}

const numbered = (index) => String(index + 1);

/** @param {string} sign @param {string} words @param {() => void} onPress */
function optionButton(sign, words, onPress) {
  const badge = element("span", { class: "downhill-option-sign", "aria-hidden": "true" }, sign);
  const button = element("button", { type: "button", class: "downhill-option" }, badge, element("span", {}, words));
  button.addEventListener("click", onPress);
  return button;
}

/** @param {string} words @param {() => void} onPress */
function confirmButton(words, onPress) {
  const button = element("button", { type: "button", class: "downhill-option downhill-confirm" }, words);
  button.addEventListener("click", onPress);
  return button;
}
