// The loader of scenes: each scene is shown when all its blobs are here, and only if no later one has come by then.

import { store } from "./blobs.js";

const PATIENCE_MS = 8000; // after which blobs count as lost, each time: longer than a slow network takes

/**
 * @typedef {Object} SceneView how the scene is to be looked at, in fields of its page
 * @property {string} token a new one asks for the view once more, "" never does
 *
 * @typedef {Object} Scene
 * @property {string} [page] whose content it is @property {Object<string, string>} blobs ids by name
 * @property {SceneView} [view] @property {any} content
 *
 * @typedef {Object} SceneListener
 * @property {(content: any, blobs: Map<string, import("./blobs.js").ArrayBlob>, view: SceneView|null) => Promise<void>} onScene
 *   a scene with its blobs by name, and with its view where that is to be taken
 * @property {(view: SceneView) => Promise<void>} onView the scene that is shown is to be looked at otherwise
 * @property {() => void} onLost the blobs of a scene have not come
 * @property {(error: Error) => void} onError
 */

/** Knows which scene is wanted, which is shown, and which view is still to be taken. */
export class SceneLoader {
  #ready;
  #listener;
  #store;
  #wanted = ""; // the latest scene without its view, as text
  #shown = "";
  /** @type {SceneView|null} the latest view that has not been handed on */
  #view = null;
  /** @type {string|null} of the latest view */
  #token = null;
  #stopWaiting = () => {};
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #patience;
  #alive = true;

  /**
   * @param {Promise<unknown>} ready when there is something to draw with @param {SceneListener} listener
   * @param {Pick<import("./blobs.js").BlobStore, "whenAll">} [blobStore]
   */
  constructor(ready, listener, blobStore = store) {
    this.#ready = ready;
    this.#listener = listener;
    this.#store = blobStore;
  }

  /**
   * Takes the next scene; one that equals the last changes nothing. A view is taken with the first scene, and later
   * only with a new token: a session that has just begun has none.
   * @param {Scene} scene
   */
  update({ view, blobs, content }) {
    this.#noteView(view);
    const text = JSON.stringify([blobs, content]);
    if (text !== this.#wanted) this.#waitFor(text, blobs, content);
    else if (this.#view && this.#shown === text) {
      this.#listener.onView(this.#takeView()).catch(this.#listener.onError);
    }
  }

  destroy() {
    this.#alive = false;
    clearInterval(this.#patience);
    this.#stopWaiting();
  }

  /** @param {SceneView|undefined} view */
  #noteView(view) {
    if (!view) return;
    const asked = this.#token === null || (view.token && view.token !== this.#token);
    if (asked) [this.#view, this.#token] = [view, view.token];
  }

  #takeView() {
    const view = this.#view;
    this.#view = null;
    return view;
  }

  /** @param {string} text the scene as text @param {Object<string, string>} ids by name @param {any} content */
  #waitFor(text, ids, content) {
    const { onLost, onError } = this.#listener;
    this.#wanted = text;
    this.#stopWaiting();
    clearInterval(this.#patience);
    this.#patience = setInterval(onLost, PATIENCE_MS);
    this.#stopWaiting = this.#store.whenAll([...new Set(Object.values(ids))], (found) => {
      clearInterval(this.#patience);
      const named = Object.entries(ids).map(([name, id]) => /** @type {const} */ ([name, found.get(id)]));
      this.#ready.then(() => this.#arrive(text, content, new Map(named))).catch(onError);
    });
  }

  #arrive(text, content, blobs) {
    if (!this.#alive || this.#wanted !== text) return null;
    this.#shown = text;
    return this.#listener.onScene(content, blobs, this.#takeView());
  }
}
