// Time in tests: timers and animation frames that come when a test says so.

const REPLACED = [
  "setTimeout",
  "clearTimeout",
  "setInterval",
  "clearInterval",
  "requestAnimationFrame",
  "cancelAnimationFrame",
];

/**
 * Runs a test with a time of its own, which begins at 0 ms.
 * @param {(time: {advance: (ms: number) => void, frame: (ms?: number) => void, now: () => number}) => void|Promise<void>} test
 *   `advance` lets time pass and calls the timers that end in it, in their order; `frame` lets it pass and then calls the
 *   animation frames that wait
 */
export function withFakeTime(test) {
  return async () => {
    const before = Object.fromEntries(REPLACED.map((name) => [name, globalThis[name]]));
    try {
      await test(replaceTime());
    } finally {
      Object.assign(globalThis, before);
    }
  };
}

function replaceTime() {
  /** @type {Map<number, {at: number, every: number, call: () => void}>} */
  const timers = new Map();
  /** @type {Map<number, (now: number) => void>} */
  let frames = new Map();
  let now = 0;
  let last = 0;

  const start = (every) => (callback, ms = 0, ...args) => {
    timers.set(++last, { at: now + ms, every: every ? ms : Infinity, call: () => callback(...args) });
    return last;
  };
  const stop = (id) => void timers.delete(id);
  const requestAnimationFrame = (callback) => {
    frames.set(++last, callback);
    return last;
  };
  const cancelAnimationFrame = (id) => void frames.delete(id);
  const fakes = { setTimeout: start(false), clearTimeout: stop, setInterval: start(true), clearInterval: stop };
  Object.assign(globalThis, fakes, { requestAnimationFrame, cancelAnimationFrame });

  function advance(ms) {
    const end = now + ms;
    for (;;) {
      const [id, timer] = [...timers].sort(([, a], [, b]) => a.at - b.at)[0] ?? [];
      if (!timer || timer.at > end) break;
      now = timer.at;
      if (timer.every === Infinity) timers.delete(id);
      else timer.at += timer.every;
      timer.call();
    }
    now = end;
  }

  function frame(ms = 0) {
    advance(ms);
    const due = frames;
    frames = new Map();
    for (const callback of due.values()) callback(now);
  }

  return { advance, frame, now: () => now };
}
