// Caches an element's size, because measuring forces layout.

/**
 * Measures an element.
 * @param {HTMLElement} node
 * @returns {{now: () => {width: number, height: number}, forget: () => void, changed: () => boolean,
 *   destroy: () => void}} in CSS px
 */
export function createSize(node) {
  let size = { width: 0, height: 0 };
  let isKnown = false; // whether it is the size, for all we know
  const forget = () => {
    isKnown = false;
  };
  const watch = new ResizeObserver(forget);
  watch.observe(node);
  return {
    now() {
      if (!isKnown) size = { width: node.clientWidth, height: node.clientHeight };
      isKnown = true;
      return size;
    },
    /** Where something else may have changed the size in this very moment, before any observer can know. */
    forget,
    /** Whether it is another one than `now` gave last. */
    changed() {
      isKnown = node.clientWidth === size.width && node.clientHeight === size.height;
      return !isKnown;
    },
    destroy: () => watch.disconnect(),
  };
}
