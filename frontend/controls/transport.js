// The transport: to the start, back, play, on, to the end; scrubber, step counter, speed.

import { drawing, element, setAttribute, setText } from "../dom/elements.js";

const SPEEDS = [[0.0625, "¹⁄₁₆×"], [0.25, "¼×"], [0.5, "½×"], [1, "1×"], [2, "2×"], [4, "4×"], [8, "8×"]];

const ICONS = {
  start: "M5,4H7.5V20H5ZM20,4V20L9,12Z",
  back: "M17,4V20L6,12Z",
  play: "M6,3.5V20.5L20,12Z",
  pause: "M5.5,4H10V20H5.5ZM14,4H18.5V20H14Z",
  forward: "M7,4V20L18,12Z",
  save: "M12,3V13.5L16,9.5L17.5,11L12,16.5L6.5,11L8,9.5L11,12.5V3ZM4,15H6V19H18V15H20V21H4Z",
  end: "M16.5,4H19V20H16.5ZM4,4V20L15,12Z",
  leave: "M9,3V9H3V7H7V3ZM15,3H17V7H21V9H15ZM3,15H9V21H7V17H3ZM15,15H21V17H17V21H15Z",
};

/**
 * @param {HTMLElement} bar
 * @param {{onStart: () => void, onMove: (by: number) => void, onToggle: () => void, onEnd: () => void,
 *   onScrub: (step: number) => void, onSpeed: (factor: number) => void, onHelp: () => void,
 *   onSave: () => void, onLeave: (() => void)|null}} listener `onLeave` is null where there is nothing to leave
 */
export function createTransport(bar, { onStart, onMove, onToggle, onEnd, onScrub, onSpeed, onHelp, onSave, onLeave }) {
  let steps = 0;
  const playIcon = icon("play");
  const play = iconButton("Play", playIcon, "downhill-play");
  const presses = new Map([
    [iconButton("To the start", icon("start")), onStart],
    [iconButton("One step back", icon("back")), () => onMove(-1)],
    [play, onToggle],
    [iconButton("One step forward", icon("forward")), () => onMove(1)],
    [iconButton("To the end", icon("end")), onEnd],
  ]);
  const range = { type: "range", min: 0, max: 0, step: 1, value: 0 };
  const scrubber = element("input", { ...range, class: "downhill-scrubber", "aria-label": "Step" });
  const now = element("span", { class: "downhill-counter-now" }, "0");
  const all = element("span", { class: "downhill-counter-all" }, "/ 0");
  const counter = element("span", { class: "downhill-counter", "data-testid": "player-counter" }, now, all);
  const speed = element(
    "select",
    { class: "downhill-speed", "aria-label": "Speed", title: "Speed: 1× is 60 steps a second" },
    ...SPEEDS.map(([factor, label]) => element("option", { value: factor }, label)),
  );
  bar.append(element("div", { class: "downhill-buttons" }, ...presses.keys()), scrubber, counter, speed);
  const keys = element(
    "button",
    { type: "button", class: "downhill-button", "aria-label": "Keys", title: "Keys (?)" },
    "?",
  );
  const save = iconButton("Save a picture", icon("save"));
  presses.set(save, onSave);
  presses.set(keys, onHelp);
  bar.append(save, keys);
  if (onLeave) {
    const leave = iconButton("Leave the presentation", icon("leave"));
    presses.set(leave, onLeave);
    bar.append(leave);
  }

  const press = (event) => presses.get(event.target.closest("button"))?.();
  const scrub = () => onScrub(Number(scrubber.value));
  const choose = () => onSpeed(Number(speed.value));
  bar.addEventListener("click", press);
  scrubber.addEventListener("input", scrub);
  speed.addEventListener("change", choose);

  return {
    /** Nothing can be pressed before there is something to play. @param {boolean} enabled */
    setEnabled(enabled) {
      for (const control of [...presses.keys(), scrubber, speed]) control.disabled = !enabled;
    },
    setSteps(count) {
      steps = count;
      setAttribute(scrubber, "max", count);
      setText(all, `/ ${count}`);
      counter.style.setProperty("--digits", String(count).length);
    },
    setStep(step) {
      setText(now, String(step));
      if (Number(scrubber.value) !== step) scrubber.value = step;
    },
    /** What a screen reader is told of the scrubber; said at rest, for it is read out at every change. */
    sayStep(step) {
      setAttribute(scrubber, "aria-valuetext", `step ${step} of ${steps}`);
    },
    setPlaying(playing) {
      setAttribute(play, "aria-label", playing ? "Pause" : "Play");
      setAttribute(play, "title", playing ? "Pause" : "Play");
      setAttribute(playIcon.firstChild, "d", ICONS[playing ? "pause" : "play"]);
    },
    setSpeed(factor) {
      speed.value = String(factor);
    },
    destroy() {
      bar.removeEventListener("click", press);
      scrubber.removeEventListener("input", scrub);
      speed.removeEventListener("change", choose);
      bar.replaceChildren();
    },
  };
}

/** The speed on offer that is nearest to a wish. @param {number} wish @returns {number} */
export function nearestSpeed(wish) {
  const distance = ([factor]) => Math.abs(Math.log(factor / wish));
  return SPEEDS.reduce((best, speed) => (distance(speed) < distance(best) ? speed : best))[0];
}

function icon(name) {
  const shape = drawing("path", { d: ICONS[name], fill: "currentColor" });
  return drawing("svg", { viewBox: "0 0 24 24", width: 22, height: 22, "aria-hidden": "true" }, shape);
}

function iconButton(label, picture, extra = "") {
  const names = { "aria-label": label, title: label };
  return element("button", { type: "button", class: `downhill-button ${extra}`.trim(), ...names }, picture);
}
