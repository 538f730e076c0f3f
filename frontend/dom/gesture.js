// A plain click apart from a drag and from a double click. Plotly takes the mouse while it drags and tells of clicks on
// traces only, so the pointer is read here, beside it.

const STILL = 4; // px a pointer may wander in a click
const DOUBLE = 300; // ms between the clicks of a double click

/**
 * @param {HTMLElement} target
 * @param {{onClick: (event: PointerEvent) => void, onDouble: () => void, doubleMeans: () => boolean}} listener
 *   while `doubleMeans()` is true a click waits until it can no longer be half of a double click
 * @returns {() => void} stops reading
 */
export function readGesture(target, { onClick, onDouble, doubleMeans }) {
  let down = null;
  let last = null; // the click before this one
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;

  function press(event) {
    down = event.button === 0 && event.isPrimary && !event.shiftKey ? event : null;
  }

  function release(event) {
    const pressed = down;
    down = null;
    if (!pressed || apart(event, pressed) > STILL) return;
    const second = last !== null && event.timeStamp - last.timeStamp < DOUBLE && apart(event, last) <= STILL;
    last = second ? null : event;
    clearTimeout(timer);
    if (second && doubleMeans()) onDouble();
    else if (!second && doubleMeans()) timer = setTimeout(onClick, DOUBLE, event);
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
