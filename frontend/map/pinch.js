// Two fingers on the map: it grows and shrinks under them, and what they hold stays between them.

/**
 * @typedef {import("./zoom.js").Ranges} Ranges
 * @typedef {{left: number, top: number, apart: number}} Fingers their middle in the plot area, and their distance, px
 * @typedef {{width: number, height: number}} Area of the plot, px
 */

/**
 * Reads pinches.
 * @param {HTMLElement} overlay the upper graph of the map
 * @param {() => {ranges: Ranges, frame: import("../paths/trails.js").Frame|null}} read
 * @param {{onPinch: (ranges: Ranges) => void, onPinched: () => void}} listener
 * @returns {() => void} stops reading
 */
export function readPinch(overlay, read, { onPinch, onPinched }) {
  /** @type {{fingers: Fingers, ranges: Ranges}|null} */
  let begun = null;

  function touch(event) {
    const { frame, ranges } = read();
    if (event.touches.length !== 2 || !frame) {
      if (begun) onPinched();
      begun = null;
      return;
    }
    event.preventDefault(); // the page is not to zoom
    event.stopPropagation();
    const { left, top } = overlay.getBoundingClientRect();
    const fingers = fingersOf(event.touches, left + frame.left, top + frame.top);
    if (begun && event.type === "touchmove") onPinch(pinched(begun.ranges, begun.fingers, fingers, frame));
    else begun = { fingers, ranges };
  }

  const kinds = ["touchstart", "touchmove", "touchend", "touchcancel"];
  for (const kind of kinds) overlay.addEventListener(kind, touch, { capture: true, passive: false });
  return () => {
    for (const kind of kinds) overlay.removeEventListener(kind, touch, { capture: true });
  };
}

/** @param {TouchList} touches two @param {number} left px of the plot area on the screen @param {number} top @returns {Fingers} */
function fingersOf([one, other], left, top) {
  return {
    left: (one.clientX + other.clientX) / 2 - left,
    top: (one.clientY + other.clientY) / 2 - top,
    apart: Math.max(1, Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)),
  };
}

/**
 * The ranges in which the point between the fingers is still between them.
 * @param {Ranges} ranges when they came down @param {Fingers} from @param {Fingers} to @param {Area} area
 * @returns {Ranges}
 */
export function pinched({ x, y }, from, to, { width, height }) {
  const factor = from.apart / to.apart;
  /** @type {(range: import("./zoom.js").Range, before: number, after: number) => import("./zoom.js").Range} */
  const along = ([low, high], before, after) => {
    const held = low + before * (high - low);
    const length = factor * (high - low);
    return [held - after * length, held + (1 - after) * length];
  };
  return {
    x: along(x, from.left / width, to.left / width),
    y: along(y, 1 - from.top / height, 1 - to.top / height),
  };
}
