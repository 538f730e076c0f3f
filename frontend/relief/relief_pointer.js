// The pointer on the relief: it names the step of a path that it is on. On a touch screen one finger turns the relief
// sideways and scrolls the page up and down, and two fingers tilt it and bring it nearer.

import { closestStep } from "../paths/hit_test.js";
import { lossAt } from "../data/picture.js";
import { setText } from "../dom/elements.js";
import { significant } from "../dom/format.js";
import { readGesture } from "../dom/gesture.js";

const STEEPEST = 0.02; // radians between the eye and straight above or below
const [NEAREST, FARTHEST] = [0.4, 6]; // distances of the eye

/**
 * @typedef {import("./camera.js").PlotlyCamera} PlotlyCamera
 * @typedef {import("../paths/panel.js").Shown & {trails: import("../paths/trails.js").Trail[],
 *   frame: import("../paths/trails.js").Frame|null}} Seen
 *
 * @typedef {Object} PointerListener
 * @property {(id: string) => void} onFocus a click on the path of a contender
 * @property {() => PlotlyCamera|null} camera the one of now
 * @property {(camera: PlotlyCamera) => void} onTurning a finger moves @property {() => void} onTurned it has left
 */

/**
 * Reads the pointer over the relief.
 * @param {import("../paths/panel.js").Parts} parts @param {() => Seen} read @param {PointerListener} listener
 * @returns {() => void} stops reading
 */
export function readReliefPointer({ stack, readout }, read, listener) {
  function under({ clientX, clientY }) {
    const { trails, frame, step, picture } = read();
    if (!frame) return null;
    const { left, top } = stack.getBoundingClientRect();
    const found = closestStep(trails, frame, step, clientX - left, clientY - top);
    const run = found && picture.runs.find(({ id }) => id === found.id);
    return run ? { run, step: found.step } : null;
  }
  const say = (event) => {
    const found = event.buttons === 0 ? under(event) : null;
    setText(readout, found ? describe(found) : "");
  };
  const clear = () => setText(readout, "");
  const stopGesture = readGesture(stack, {
    doubleMeans: () => false,
    onDouble: () => {},
    onClick: (event) => {
      const found = under(event);
      if (found) listener.onFocus(found.run.id);
    },
  });
  const stopTouch = readTouch(stack, listener);
  stack.addEventListener("pointermove", say);
  stack.addEventListener("pointerleave", clear);
  return () => {
    stopGesture();
    stopTouch();
    stack.removeEventListener("pointermove", say);
    stack.removeEventListener("pointerleave", clear);
  };
}

/** @param {{run: import("../data/picture.js").Run, step: number}} found */
function describe({ run, step }) {
  const [x, y, loss] = [run.x[step], run.y[step], lossAt(run, step)].map((value) => significant(value));
  return `${run.label}, step ${step}: x ${x}, y ${y}, loss ${loss}`;
}

/** Reads fingers before Plotly does, which would take every swipe. @param {HTMLElement} stack @param {PointerListener} listener */
function readTouch(stack, { camera, onTurning, onTurned }) {
  /** @type {{fingers: Fingers, camera: PlotlyCamera}|null} */
  let begun = null;
  let moved = false;

  function touch(event) {
    event.stopPropagation();
    const fingers = fingersOf(event.touches);
    if (event.type === "touchmove" && begun && fingers.count === begun.fingers.count) {
      if (fingers.count > 1) event.preventDefault(); // the page is not to zoom
      moved = true;
      onTurning(turned(begun.camera, begun.fingers, fingers, stack.clientWidth));
      return;
    }
    if (moved && event.touches.length === 0) onTurned();
    moved &&= event.touches.length > 0;
    const now = fingers.count > 0 ? camera() : null;
    begun = now && { fingers, camera: structuredClone(now) };
  }

  const kinds = ["touchstart", "touchmove", "touchend", "touchcancel"];
  for (const kind of kinds) stack.addEventListener(kind, touch, { capture: true, passive: false });
  return () => {
    for (const kind of kinds) stack.removeEventListener(kind, touch, { capture: true });
  };
}

/**
 * @typedef {{count: number, left: number, top: number, apart: number}} Fingers their middle and distance, px
 * @param {ArrayLike<{clientX: number, clientY: number}>} touches @returns {Fingers}
 */
function fingersOf(touches) {
  const [first, second] = Array.from(touches);
  if (!first) return { count: 0, left: 0, top: 0, apart: 0 };
  if (!second) return { count: 1, left: first.clientX, top: first.clientY, apart: 0 };
  return {
    count: 2,
    left: (first.clientX + second.clientX) / 2,
    top: (first.clientY + second.clientY) / 2,
    apart: Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY),
  };
}

/**
 * Turns a camera around what it looks at, as fingers that moved ask for.
 * @param {PlotlyCamera} camera @param {Fingers} from @param {Fingers} to @param {number} width px that turn it half around
 * @returns {PlotlyCamera}
 */
export function turned(camera, from, to, width) {
  const { eye, center } = camera;
  const [x, y, z] = [eye.x - center.x, eye.y - center.y, eye.z - center.z];
  const far = Math.hypot(x, y, z);
  const perPx = Math.PI / width;
  const around = Math.atan2(y, x) - perPx * (to.left - from.left);
  const both = from.count > 1;
  const tilt = Math.acos(z / far) - (both ? perPx * (to.top - from.top) : 0);
  const down = Math.min(Math.PI - STEEPEST, Math.max(STEEPEST, tilt));
  const away = both ? Math.min(FARTHEST, Math.max(NEAREST, (far * from.apart) / to.apart)) : far;
  const flat = away * Math.sin(down);
  return {
    ...camera,
    eye: {
      x: center.x + flat * Math.cos(around),
      y: center.y + flat * Math.sin(around),
      z: center.z + away * Math.cos(down),
    },
  };
}
