// Scenes on their way in: each is shown when all its blobs are here, and only if no later one has come by then.

import { store } from "./blobs.js";
import { blobIds, compose } from "./picture.js";

const PATIENCE = 8000; // ms after which blobs count as lost, each time: longer than a slow network takes

/**
 * @param {Promise<unknown>} ready when there is something to draw with
 * @param {{onPicture: (picture: import("./picture.js").Picture, view: import("../host/view_reporter.js").View|null) => Promise<void>,
 *   onView: (view: import("../host/view_reporter.js").View) => Promise<void>, onLost: () => void, onError: (error: Error) => void}} listener
 *   a view is handed over with the picture it came with, or alone when the picture is the one that is shown; `onLost`
 *   says that the blobs of a scene have not come
 */
export function createArrivals(ready, { onPicture, onView, onLost, onError }) {
  let wanted = ""; // the latest scene without its view, as text
  let shown = "";
  let view = null; // the latest view that has not been handed over
  let token = null; // of the latest view
  let stopWaiting = () => {};
  let patience = 0; // the timer that ends it
  let alive = true;

  const takeView = () => {
    const taken = view;
    view = null;
    return taken;
  };

  function arrive(text, content, blobs) {
    if (!alive || wanted !== text) return null;
    shown = text;
    return onPicture(compose(content, blobs), takeView());
  }

  return {
    /**
     * A scene that equals the last changes nothing. A view is taken with the first scene, and later only with a new token:
     * a session that has just begun has none.
     */
    update({ view: next, ...content }) {
      if (next && (token === null || (next.token && next.token !== token))) [view, token] = [next, next.token];
      const text = JSON.stringify(content);
      if (text === wanted) {
        if (view && shown === text) onView(takeView()).catch(onError);
        return;
      }
      wanted = text;
      stopWaiting();
      clearInterval(patience);
      patience = setInterval(onLost, PATIENCE);
      stopWaiting = store.whenAll(blobIds(content), (blobs) => {
        clearInterval(patience);
        ready.then(() => arrive(text, content, blobs)).catch(onError);
      });
    },
    destroy() {
      alive = false;
      clearInterval(patience);
      stopWaiting();
    },
  };
}
