// The query that Streamlit sends with every run. A page that was opened by a link would send that link for ever, although
// the address has long been another: what is shared would have an old step, and a server that comes back an old lecture.

const ENOUGH = 2000; // parts of the page that are searched

/**
 * Has Streamlit read the address when it sends it. What it keeps is state of its own, without a way in; where it cannot be
 * found, everything else still works.
 * @param {HTMLElement|null} root the element that React draws the page into
 */
export function readAddressWhenSent(root) {
  const key = Object.keys(root ?? {}).find((name) => name.startsWith("__reactContainer$"));
  const waiting = [root?.[key]];
  for (let count = 0; waiting.length > 0 && count < ENOUGH; count += 1) {
    const part = waiting.pop();
    if (!part) continue;
    const { stateNode } = part;
    if (typeof stateNode?.syncQueryParams === "function" && stateNode.state?.queryParams !== undefined) {
      stateNode.setState({ queryParams: "" });
      return;
    }
    waiting.push(part.sibling, part.child);
  }
}
