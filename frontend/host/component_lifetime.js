// What lives as long as an element of the page. Streamlit calls a component again with every change, and cleans up
// after a call that was overtaken by the next, while the element stays.

const living = new WeakMap(); // element -> {destroy}

/**
 * What was made for an element before, or a new one.
 * @template {{destroy: () => void}} T
 * @param {HTMLElement} element @param {() => T} make @returns {T}
 */
export function lasting(element, make) {
  if (!living.has(element)) living.set(element, make());
  return living.get(element);
}

/** After a call: ends what was made for the element if the element is gone for good. @param {HTMLElement} element */
export function endIfGone(element) {
  setTimeout(() => {
    const made = living.get(element);
    if (element.isConnected || !living.delete(element)) return;
    made.destroy();
  });
}
