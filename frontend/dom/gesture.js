// Clicks, told apart from drags and double-clicks. Plotly captures the mouse during a drag and reports clicks on traces
// only, so the pointer events are read here.

const MAX_WANDER = 4; // px that a pointer may move in a click
const DOUBLE_MS = 300; // between the clicks of a double click

/**
 * Reads the clicks on an element.
 * @param {HTMLElement} target
 * @param {{onClick: (event: PointerEvent) => void, onDouble: () => void, doubleMeans: () => boolean}} listener
 *   while `doubleMeans()` is true a click waits until it can no longer be half of a double click
 * @returns {() => void} stops reading
 */
export function readGesture(target, { onClick, onDouble, doubleMeans }) {
  /** @type {PointerEvent|null} */
  let down = null;
  /** @type {PointerEvent|null} the click before this one */
  let last = null;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  function press(event) {
    down = event.button === 0 && event.isPrimary && !event.shiftKey ? event : null;
  }

  function release(event) {
    const pressed = down;
    down = null;
    if (!pressed || apart(event, pressed) > MAX_WANDER) return;
    const second = last !== null && event.timeStamp - last.timeStamp < DOUBLE_MS && apart(event, last) <= MAX_WANDER;
    last = second ? null : event;
    clearTimeout(timer);
    if (second && doubleMeans()) onDouble();
    else if (!second && doubleMeans()) timer = setTimeout(onClick, DOUBLE_MS, event);
    else if (!second) onClick(event);
  }

  const cancel = () => {
    down = null;
  };
  const view = target.ownerDocument.defaultView;
  target.addEventListener("pointerdown", press, true);
  view.addEventListener("pointerup", release, true);
  view.addEventListener("pointercancel", cancel, true);
  return () => {
    clearTimeout(timer);
    target.removeEventListener("pointerdown", press, true);
    view.removeEventListener("pointerup", release, true);
    view.removeEventListener("pointercancel", cancel, true);
  };
}

const apart = (event, other) => Math.hypot(event.clientX - other.clientX, event.clientY - other.clientY);
