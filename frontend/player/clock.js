// Playback: which step is due, at sixty steps a second times the speed. Nothing is drawn here.

const STEPS_A_SECOND = 60;

/**
 * @param {{onStep: (step: number) => void, onStop: () => void}} listener `onStep` is called within an animation frame
 */
export function createClock({ onStep, onStop }) {
  let request = 0; // 0 while resting
  let origin = null; // {time, step} from which the due step is counted
  let step = 0;
  let steps = 0;
  let speed = 1;

  function tick(now) {
    origin ??= { time: now, step };
    // Rounded, not floored: frames come a hair early as often as late, and a floor would skip every other one.
    const due = origin.step + Math.round(((now - origin.time) / 1000) * STEPS_A_SECOND * speed);
    const next = Math.min(due, steps);
    request = next < steps ? requestAnimationFrame(tick) : 0;
    if (next !== step) {
      step = next;
      onStep(step);
    }
    if (!request) onStop();
  }

  return {
    get playing() {
      return request !== 0;
    },
    /** Plays on from a step. @param {number} from @param {number} to */
    play(from, to) {
      step = from;
      steps = to;
      origin = null;
      if (!request) request = requestAnimationFrame(tick);
    },
    pause() {
      cancelAnimationFrame(request);
      request = 0;
    },
    /** @param {number} factor 1 is sixty steps a second */
    setSpeed(factor) {
      speed = factor;
      origin = null;
    },
  };
}
