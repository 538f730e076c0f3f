// How the picture is looked at, as the page around the player knows it: so that a link can hold it.

const QUIET = 300; // ms without a change after which the page is told

/**
 * @typedef {Object} View
 * @property {number|null} step null is the end of the race
 * @property {number} speed 1 is sixty steps a second
 * @property {string} layout a key of `LAYOUTS`
 * @property {{eye: number[], center: number[], up: number[]}|null} camera null is the usual one
 * @property {number[][]|null} zoom the range of x and that of y; null is the whole window
 * @property {number|null} focus the slot of the contender that was put in focus
 * @property {string} [token] a new one asks for the view once more, "" never does
 */

/**
 * Tells the page of a view once it has been left alone for a while, and never of the same one twice. A click beside the
 * player does not wait, because what it opens may show the address.
 * @param {HTMLElement} root the player
 * @param {{read: (moving: boolean) => View|null, tell: (view: View) => void}} ends `read` gives null for what is not to
 *   be told, as a view that moves, unless that is asked for
 */
export function createViewTeller(root, { read, tell }) {
  const { ownerDocument } = root;
  let told = "";
  let timer = 0;

  function say(moving = false) {
    const view = read(moving);
    const text = JSON.stringify(view);
    if (view === null || text === told) return;
    told = text;
    tell(view);
  }

  function click({ target }) {
    if (!root.contains(target)) say(true);
  }

  ownerDocument.addEventListener("click", click, true);
  return {
    /** The page knows the view that is shown. */
    known() {
      clearTimeout(timer);
      told = JSON.stringify(read(false));
    },
    changed() {
      clearTimeout(timer);
      timer = setTimeout(say, QUIET);
    },
    destroy() {
      clearTimeout(timer);
      ownerDocument.removeEventListener("click", click, true);
    },
  };
}

const point = ({ x, y, z }) => [x, y, z];
const place = ([x, y, z]) => ({ x, y, z });

/** A camera of Plotly's as a view holds it. */
export const cameraOut = (camera) =>
  camera && { eye: point(camera.eye), center: point(camera.center), up: point(camera.up) };

/** A camera of a view as Plotly takes it. */
export const cameraIn = (camera) =>
  camera && { eye: place(camera.eye), center: place(camera.center), up: place(camera.up) };
