// The size of an element, measured once and then again only after it may have changed: to ask for it makes the browser
// lay the page out at once, which a change of the runs alone can do without.

/**
 * @param {HTMLElement} node
 * @returns {{now: () => {width: number, height: number}, forget: () => void, destroy: () => void}} in CSS px
 */
export function createSize(node) {
  let known = null;
  const forget = () => {
    known = null;
  };
  const watch = new ResizeObserver(forget);
  watch.observe(node);
  return {
    now() {
      known ??= { width: node.clientWidth, height: node.clientHeight };
      return known;
    },
    /** Where something else has changed the size in this very moment, before any observer can know. */
    forget,
    destroy: () => watch.disconnect(),
  };
}
