// Resolves after the next paint, when the drawing is visible.

const UNSEEN_MS = 250; // after which a page that gets no animation frames (a tab in the background) is not waited for

/** Resolves once the current document has been painted. @returns {Promise<void>} */
export function afterPaint() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNSEEN_MS);
    requestAnimationFrame(() => {
      // A message is handled after the frame in which it was posted has been handed to the compositor.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        clearTimeout(timer);
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    });
  });
}
