// The size of an element, measured once and then again only after it may have changed: to ask for it makes the browser
// lay the page out at once, which a change of the runs alone can do without.

/**
 * @param {HTMLElement} node
 * @returns {{now: () => {width: number, height: number}, forget: () => void, changed: () => boolean,
 *   destroy: () => void}} in CSS px
 */
export function createSize(node) {
  let told = { width: 0, height: 0 };
  let known = false; // whether it is as told, for all we know
  const forget = () => {
    known = false;
  };
  const watch = new ResizeObserver(forget);
  watch.observe(node);
  return {
    now() {
      if (!known) told = { width: node.clientWidth, height: node.clientHeight };
      known = true;
      return told;
    },
    /** Where something else may have changed the size in this very moment, before any observer can know. */
    forget,
    /** Whether it is another one than was told last. */
    changed() {
      known = node.clientWidth === told.width && node.clientHeight === told.height;
      return !known;
    },
    destroy: () => watch.disconnect(),
  };
}
