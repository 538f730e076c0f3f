// The lifetime of a component: as long as its element. Streamlit calls a component again with every change, and cleans
// up after a call that the next one has superseded, while the element stays.

/** @typedef {{destroy: () => void}} Destroyable */

/** @type {WeakMap<HTMLElement, Destroyable>} */
const living = new WeakMap();

/**
 * Gives what was made for an element before, or makes it.
 * @template {Destroyable} Made
 * @param {HTMLElement} element @param {() => Made} make @returns {Made}
 */
export function makeOnce(element, make) {
  if (!living.has(element)) living.set(element, make());
  return /** @type {Made} */ (living.get(element));
}

/** Destroys, after a call, what was made for an element that is gone for good. @param {HTMLElement} element */
export function destroyIfGone(element) {
  setTimeout(() => {
    const made = living.get(element);
    if (element.isConnected || !living.delete(element)) return;
    made.destroy();
  });
}
