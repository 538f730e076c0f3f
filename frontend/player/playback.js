// Where in the run the player stands: moved by the person or by the clock, drawn once in a frame, settled at rest.

import { createClock } from "./clock.js";

const SETTLE = 400; // ms without a move after which the graphs take over the step: longer than a drag rests

/**
 * @typedef {Object} PlaybackListener
 * @property {(step: number) => void} onStep the step has changed, nothing is drawn yet
 * @property {(step: number) => void} onDraw draw it; called within an animation frame
 * @property {(playing: boolean, step: number) => void} onPlaying
 * @property {(settled: boolean) => void} onSettled false once something moves, true when it has been still for a while
 */

/** @param {PlaybackListener} listener */
export function createPlayback({ onStep, onDraw, onPlaying, onSettled }) {
  const clock = createClock({ onStep: advance, onStop: stopped });
  let step = 0;
  let steps = 0;
  let request = 0; // the animation frame that will draw the step
  let settling = 0; // the timer that ends the unrest

  function advance(next) {
    step = next;
    onSettled(false);
    onStep(step);
    onDraw(step);
  }

  /** Several moves within one frame are drawn once. */
  function drawSoon() {
    cancelAnimationFrame(request);
    request = requestAnimationFrame(() => onDraw(step));
  }

  function settleSoon() {
    onSettled(false);
    clearTimeout(settling);
    settling = setTimeout(() => {
      if (!clock.playing) onSettled(true);
    }, SETTLE);
  }

  function stopped() {
    onPlaying(false, step);
    settleSoon();
  }

  function pause() {
    if (!clock.playing) return;
    clock.pause();
    stopped();
  }

  function goTo(to) {
    pause();
    step = Math.max(0, Math.min(to, steps));
    onStep(step);
    drawSoon();
    settleSoon();
  }

  function play() {
    if (steps === 0) return;
    if (step === steps) {
      step = 0;
      onStep(step);
      drawSoon();
    }
    clock.play(step, steps);
    onPlaying(true, step);
  }

  return {
    get step() {
      return step;
    },
    get playing() {
      return clock.playing;
    },
    goTo,
    moveBy: (by) => goTo(step + by),
    toEnd: () => goTo(steps),
    pause,
    toggle: () => (clock.playing ? pause() : play()),
    setSpeed: (factor) => clock.setSpeed(factor),
    settleSoon,
    /** Begins at a step. @param {number|null} at null is the end @param {number} count steps of the picture */
    begin(at, count) {
      steps = count;
      step = Math.max(0, Math.min(at ?? steps, steps));
      onStep(step);
    },
    /** Stays where it stands in a picture of another length; the end stays the end, and playing goes on. */
    fit(count) {
      const atEnd = step === steps && !clock.playing;
      steps = count;
      step = atEnd ? steps : Math.min(step, steps);
      onStep(step);
      if (clock.playing) clock.play(step, steps);
    },
    destroy() {
      clock.pause();
      cancelAnimationFrame(request);
      clearTimeout(settling);
    },
  };
}
