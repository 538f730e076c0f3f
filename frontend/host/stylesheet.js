// What the player needs of the page it is on: its style sheet, and to know when a picture stands on the screen.

const styles = new Map(); // url -> promise, so that two players share one link element

/** @param {string|null} url null when the page has the style sheet in it @returns {Promise<void>} */
export function loadStyle(url) {
  if (!url) return Promise.resolve();
  if (!styles.has(url)) {
    styles.set(
      url,
      new Promise((resolve, reject) => {
        const link = document.createElement("link");
        link.rel = "stylesheet";
        link.href = url;
        link.onload = () => resolve();
        link.onerror = () => {
          styles.delete(url);
          link.remove();
          reject(new Error(`The player's style sheet could not be loaded from ${url}`));
        };
        document.head.append(link);
      }),
    );
  }
  return styles.get(url);
}

const UNSEEN = 250; // ms after which a page that gets no animation frames (a tab in the background) is not waited for

/** Resolves when what is in the document now has been painted. @returns {Promise<void>} */
export function afterPaint() {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, UNSEEN);
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
