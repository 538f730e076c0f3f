// Shows a scene once all its blobs have arrived, unless a newer one came meanwhile.

import { store } from "./blobs.js";

const PATIENCE_MS = 8000; // between two reports of lost blobs: longer than a slow network takes

/**
 * @typedef {Object} SceneView the view of a scene, in fields of its page
 * @property {string} token a new one applies the view again, "" never does
 *
 * @typedef {Object} Scene
 * @property {string} [page] whose content it is @property {Object<string, string>} blobs ids by name
 * @property {SceneView} [view] @property {any} content
 *
 * @typedef {Object} SceneListener
 * @property {(content: any, blobs: Map<string, import("./blobs.js").ArrayBlob>, view: SceneView|null) => Promise<void>} onScene
 *   a scene with its blobs by name, and with its view if that applies
 * @property {(view: SceneView) => Promise<void>} onView another view of the scene that is shown
 * @property {() => void} onLost the blobs of a scene did not arrive
 * @property {(error: Error) => void} onError
 */

/** Knows which scene is wanted, which is shown, and which view is pending. */
export class SceneLoader {
  #ready;
  #listener;
  #store;
  #wanted = ""; // the latest scene without its view, as text
  #shown = "";
  /** @type {SceneView|null} the latest view that has not been applied */
  #view = null;
  /** @type {string|null} of the latest view */
  #token = null;
  #stopWaiting = () => {};
  /** @type {ReturnType<typeof setInterval>|undefined} */
  #patience;
  #alive = true;

  /**
   * @param {Promise<unknown>} ready when the panels exist @param {SceneListener} listener
   * @param {Pick<import("./blobs.js").BlobStore, "whenAll">} [blobStore]
   */
  constructor(ready, listener, blobStore = store) {
    this.#ready = ready;
    this.#listener = listener;
    this.#store = blobStore;
  }

  /**
   * Takes the next scene; one that equals the last changes nothing. A view applies with the first scene, and
   * later only with a new token: a session that has just begun has none.
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
