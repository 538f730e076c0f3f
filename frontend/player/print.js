// What a player keeps while its page is printed: the sizes of the screen, which print.css scales. To draw again takes longer
// than printing waits.

/**
 * Keeps them from now on, whenever the page is printed.
 * @param {{root: HTMLElement, room: HTMLElement, panels: HTMLElement, stacks: HTMLElement[]}} parts
 * @returns {() => void} stops
 */
export function keepForPrint({ root, room, panels, stacks }) {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener("beforeprint", () => {
    const { gridTemplateRows, gridTemplateColumns } = getComputedStyle(panels);
    root.style.setProperty("--downhill-printed", String(root.clientWidth));
    Object.assign(room.style, { flex: "none", height: `${room.clientHeight}px` }); // the layout goes by its shape
    Object.assign(panels.style, { gridTemplateRows, gridTemplateColumns }); // in px
    fixHeights(stacks, (stack) => `${stack.clientHeight}px`);
  }, { signal });
  addEventListener("afterprint", () => {
    root.style.removeProperty("--downhill-printed");
    Object.assign(room.style, { flex: "", height: "" });
    Object.assign(panels.style, { gridTemplateRows: "", gridTemplateColumns: "" });
    fixHeights(stacks, () => "");
  }, { signal });
  return () => listening.abort();
}

/** @param {HTMLElement[]} stacks @param {(stack: HTMLElement) => string} heightOf */
function fixHeights(stacks, heightOf) {
  const heights = stacks.map(heightOf);
  for (const [k, { style }] of stacks.entries()) style.height = heights[k];
}
