// The picture in the address bar: what is raced comes from the server as a link, how it is looked at from the player.

const PUSH_PAUSE = 1000; // milliseconds: a slider that is dragged makes one entry in the history, not fifty

/** Milliseconds without another race before the address follows: to write it takes a browser longer than to draw. */
const WRITE_PAUSE = 250;

/** What Streamlit reads of an address in a frame: no part of a picture's link, and never taken away. */
const OF_FRAME = /^embed(_options)?=/;

/**
 * @typedef {Object} View what the player says of itself
 * @property {number|null} step null is the end of the race
 * @property {number} speed
 * @property {string} layout
 * @property {{eye: number[], center: number[], up: number[]}|null} camera
 * @property {number[][]|null} zoom the range of x and that of y
 * @property {number|null} focus a slot
 */

/** Links that lead elsewhere with the same picture: each says which fields are others there, as a query. */
const FOLLOWING = "a[data-fields]";

const joined = (numbers) => numbers.map(String).join("_");

/** The view as fields of a link, spelled as lecture/link.py spells them. @param {View} view */
const fieldsOf = ({ step, speed, layout, camera, zoom, focus }) => ({
  step: step === null ? "end" : String(step),
  speed: String(speed),
  layout,
  camera: camera ? joined([...camera.eye, ...camera.center, ...camera.up]) : "auto",
  zoom: zoom ? joined(zoom.flat()) : "auto",
  focus: focus === null ? "none" : String(focus),
});

/**
 * A link with other values for some of its fields; the order and all other fields stay.
 * @param {string} link without "?" @param {Object<string, string>} fields @returns {string}
 */
function withFields(link, fields) {
  const pairs = link.split("&").map((pair) => {
    const name = pair.split("=", 1)[0];
    return Object.hasOwn(fields, name) ? `${name}=${fields[name]}` : pair;
  });
  return pairs.join("&");
}

/** What a link says apart from how it is looked at. */
const race = (link) => withFields(link, { step: "", speed: "", layout: "", camera: "", zoom: "", focus: "" });

const parts = () => location.search.slice(1).split("&").filter(Boolean);

/**
 * Keeps the address bar at the picture, and tells when the person goes back or forward.
 * @param {(query: string) => void} onVisit another address, without "?"
 */
export function createAddress(onVisit) {
  let link = null;
  let fields = {};
  let pushed = -Infinity;
  let told = null; // the visit that the link belongs to, as the page names it
  let left = null; // that of the picture a visit has left, until the page answers
  let writing = 0; // the timer that writes what is shown, while there is something to write

  const query = () => parts().filter((pair) => !OF_FRAME.test(pair)).join("&");
  const goal = (next) => `?${[next, ...parts().filter((pair) => OF_FRAME.test(pair))].join("&")}${location.hash}`;
  const visit = () => {
    fields = {}; // the address that is visited says itself how it is looked at
    [link, left] = [null, told]; // nothing of the picture that was left is written over it
    onVisit(query());
  };
  addEventListener("popstate", visit);

  function lead(anchor) {
    const others = Object.fromEntries(new URLSearchParams(anchor.dataset.fields));
    anchor.href = `?${withFields(withFields(link, fields), others)}`;
  }

  /** Who leaves comes back to what was shown; and the page may have set a link anew since the address was written. */
  function click({ target }) {
    if (writing && target.closest?.("a")) write();
    const anchor = target.closest?.(FOLLOWING);
    if (anchor && link !== null) lead(anchor);
  }

  document.addEventListener("click", click, true);

  function write() {
    clearTimeout(writing);
    writing = 0;
    if (link === null) return;
    const next = withFields(link, fields);
    document.querySelectorAll(FOLLOWING).forEach(lead);
    if (next === query()) return;
    const another = query() !== "" && race(next) !== race(query());
    const now = performance.now();
    const push = another && now - pushed > PUSH_PAUSE;
    if (another) pushed = now;
    history[push ? "pushState" : "replaceState"](history.state, "", goal(next));
  }

  /** The picture is looked at in another way. @param {View} view */
  function look(view) {
    fields = fieldsOf(view);
    write();
  }

  return {
    /**
     * The race on the page has become another one.
     * @param {string} next without "?" @param {string} visit another one than before answers a visit
     */
    show(next, visit) {
      if (left !== null && visit === left) return; // told before the page knew of the visit
      [told, left] = [visit, null];
      if (next === link) return;
      link = next;
      clearTimeout(writing);
      writing = setTimeout(write, WRITE_PAUSE);
    },
    look,
    /** Goes to the same picture as a presentation, or to the page around it. @param {boolean} on @param {View} view */
    present(on, view) {
      look(view);
      location.assign(goal(withFields(query(), { presentation: on ? "1" : "0" })));
    },
    destroy() {
      clearTimeout(writing);
      removeEventListener("popstate", visit);
      document.removeEventListener("click", click, true);
    },
  };
}
