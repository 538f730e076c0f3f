// The components of the page, one function each. Streamlit calls them when a component is mounted, and again whenever
// it sends data (views/assets.py).

import { apart, receive, store } from "./data/blobs.js";
import { createWay } from "./controls/way.js";
import { element, setText } from "./dom/elements.js";
import { Address } from "./host/address.js";
import { destroyIfGone, makeOnce } from "./host/component_lifetime.js";
import { ahead } from "./host/ahead.js";
import { answers } from "./host/answers.js";
import { nameDrawers } from "./host/drawer_names.js";
import { mindFiles } from "./host/files_again.js";
import { HistorySteps } from "./host/history_steps.js";
import { mindParts } from "./host/lost_parts.js";
import { mindPage } from "./host/page_manners.js";
import { readAddressWhenSent } from "./host/page_query.js";
import { Reconnection, watchConnection } from "./host/reconnection.js";
import { reveal } from "./host/reveal.js";
import { listenToUndo } from "./host/undo_keys.js";
import { sight } from "./host/sight.js";
import { updates } from "./host/updates.js";
import { Widgets } from "./host/widgets.js";

const TELLING = ["nearest", "teaches"]; // the sentences that tell how the race ends
const LOOK_MS = 100; // in which nothing else is done, once the first picture can be seen

/** @param {string} name of a file beside this one */
const urlOf = (name) => new URL(name, import.meta.url).href;

/**
 * @template Data
 * @typedef {Object} Component what Streamlit gives to a component
 * @property {Data} data @property {HTMLElement} parentElement @property {(name: string, value: any) => void} setTriggerValue
 */

/** Publishes the update of the last script run. @param {Component<import("./host/updates.js").Update>} component */
export function update({ data }) {
  updates.publish(data);
}

/** Stores blobs that were sent together. @param {Component<Uint8Array<ArrayBuffer>>} component */
export async function blobs({ data }) {
  await Promise.all(apart(data).map(receive));
}

/**
 * The player of a page, which shows the latest scene.
 * @param {Component<{page: string, presentation: {on: boolean}|null, branches: boolean, controls: Object<string, Control>,
 *   awaited: string|null}>} component `page` is a module of pages/;
 *   `presentation` says whether this is one, and is null where it cannot be switched; `branches` says whether an
 *   optimizer can be branched; `controls` says what each control
 *   of the page changes; `awaited` is what the server waits to hear when the first picture is drawn
 */
export async function player(
  { data: { page, presentation, branches, controls, awaited }, parentElement, setTriggerValue },
) {
  const module = await import(`./pages/${page}.js`);
  const mounted = makeOnce(parentElement, () => new MountedPlayer(module, parentElement, presentation, branches));
  mounted.emit = setTriggerValue;
  mounted.widgets.setControls(controls);
  mounted.sayWhenDrawn(awaited);
  return () => destroyIfGone(parentElement);
}

/** @typedef {import("./host/widgets.js").Control} Control */

/** A player, the address bar, and the controls beside it. */
class MountedPlayer {
  /** @type {(name: string, value: any) => void} sends to Streamlit; replaced with every call of the component */
  emit = () => {};
  #address;
  #handle;
  #stop;
  #steps;
  #stopUndo;
  #stopLooking;
  #stopMinding = [
    mindPage(document),
    mindFiles(document),
    mindParts(document, urlOf("../../_stcore/health"), () => this.widgets.isMoving),
  ];
  #reconnection = new Reconnection(() => this.emit("again", true));
  #stopWatching = watchConnection(document, this.#reconnection);
  #drawers = nameDrawers(document);
  #way;
  #isDrawn = false;
  /** @type {string|null} what the server waits to hear */
  #awaited = null;
  widgets = new Widgets(
    document,
    (path, value) => this.#handle.change?.(path, value),
    () => this.#address.part(),
    (act) => this.#reconnection.say(act),
  );

  /** @param {any} page its module @param {HTMLElement} root @param {{on: boolean}|null} presentation @param {boolean} branches */
  constructor({ mount, inLink, VIEW_NAMES, RESULTS }, root, presentation, branches) {
    // They are the same for every page. Without them values come when Streamlit has drawn them.
    const sliders = import(urlOf("sliders.js")).then(({ SLIDERS }) => SLIDERS, () => null);
    sliders.then((all) => all && this.widgets.setSliders(all));
    this.#readAddress();
    addEventListener("popstate", this.#readAddress);
    this.#address = new Address(VIEW_NAMES, (link) => this.#say("address", link));
    this.#steps = new HistorySteps(this.#address, ahead);
    this.#stopUndo = listenToUndo(document, this.#steps);
    this.#handle = mount(root, {
      plotlyUrl: urlOf("plotly.min.js"),
      cssUrl: urlOf("styles/player.css"),
      kernelsUrl: urlOf("kernels.js"),
      sliders,
      isMoving: () => this.widgets.isMoving,
      onHold: () => this.#address.part(),
      undoes: true,
      branches,
      onDrawn: () => {
        this.#isDrawn = true;
        this.sayWhenDrawn(this.#awaited);
      },
      onPicture: (_, isOriginal) => ahead.set(!isOriginal),
      emit: (name, value) => this.#say(name, value),
      onView: (view) => this.#address.setView(inLink(view)),
      presentation: presentation && {
        on: presentation.on,
        onToggle: (view) => this.#address.present(!presentation.on, inLink(view)),
      },
    });
    this.#way = RESULTS ? createWay("Results \u2193", RESULTS) : null;
    if (this.#way) root.append(this.#way);
    this.#stopLooking = sight.listen((point) => this.#handle.moveTo?.(point));
    this.#stop = updates.listen(({ session, scene, link, distinctions }) => {
      this.#address.show(link, `${session} ${scene.view.token}`); // before the picture, which an undo may wait for
      this.#handle.update(scene);
      this.#drawers.show(distinctions);
    });
  }

  /** Tells the server when the first picture is drawn: its controls come after it. @param {string|null} awaited */
  sayWhenDrawn(awaited) {
    this.#awaited = awaited;
    if (awaited === null || !this.#isDrawn) return;
    this.#awaited = null;
    // They come without it, if later; at once they would keep the page busy while it is seen for the first time.
    setTimeout(() => fetch(urlOf(`../drawn/${awaited}`), { method: "POST" }).catch(() => {}), LOOK_MS);
  }

  /** @param {string} name @param {any} value */
  #say(name, value) {
    this.#reconnection.say(() => this.emit(name, value));
  }

  /** Going back or forward, Streamlit takes the query of the address again, and keeps it. */
  #readAddress = () => {
    this.widgets.rest();
    setTimeout(readAddressWhenSent, 0, document.getElementById("root"));
  };

  destroy() {
    this.#stop();
    for (const stop of this.#stopMinding) stop();
    this.#stopWatching();
    this.#drawers.destroy();
    this.#stopUndo();
    this.#stopLooking();
    this.#steps.destroy();
    this.widgets.destroy();
    removeEventListener("popstate", this.#readAddress);
    this.#handle.destroy();
    this.#way?.remove();
    ahead.set(false);
    this.#address.destroy();
  }
}

/** The table of results. @param {Component<unknown>} component */
export async function results({ parentElement }) {
  const { createResultsTable } = await import("./controls/results_table.js");
  return mountListener(parentElement, () => {
    const table = createResultsTable(parentElement);
    const way = createWay("Picture \u2191", ".downhill-player");
    parentElement.append(way);
    let shown = null;
    const show = (update) => {
      shown = update;
      const { results, scene: { content } } = update;
      const isConcealed = (content.predict && !reveal.on) || answers.isAwaited(content.lesson);
      table.show(isConcealed ? null : results, content.contenders);
    };
    const again = () => shown && show(shown);
    const stops = [reveal.listen(again), answers.listen(again), ahead.listen((isAhead) => table.setPending(isAhead))];
    return {
      show,
      destroy() {
        for (const stop of stops) stop();
        table.destroy();
        way.remove();
      },
    };
  });
}

/** The table of critical points. @param {Component<unknown>} component */
export async function critical({ parentElement }) {
  const { createCriticalTable } = await import("./controls/critical_table.js");
  return mountListener(parentElement, () => {
    const table = createCriticalTable(parentElement, (point) => sight.ask(point));
    let stopWaiting = () => {}; // for the blob of the surface, which has the points
    const stop = ahead.listen((isAhead) => table.setPending(isAhead));
    return {
      show({ scene: { content, blobs } }) {
        stopWaiting();
        stopWaiting = store.whenAll([blobs.surface], (found) => {
          const { critical_points } = found.get(blobs.surface).header;
          table.show({ ...content.surface, critical_points });
        });
      },
      destroy() {
        stop();
        stopWaiting();
        table.destroy();
      },
    };
  });
}

/** Sentences about the settings, each while there is one. @param {Component<{names: string[]}>} component */
export function sentences({ data: { names }, parentElement }) {
  return mountListener(parentElement, () => {
    const places = names.map((name) => element("p", { class: "news-words", "data-name": name, hidden: true }));
    parentElement.append(...places);
    let latest = null;
    const show = (update) => {
      latest = update;
      const { sentences, scene: { content } } = update;
      for (const [k, name] of names.entries()) {
        const isConcealed = TELLING.includes(name) && answers.isAwaited(content.lesson);
        const words = isConcealed ? "" : sentences?.[name] ?? "";
        setText(places[k], words);
        places[k].hidden = words === "";
      }
    };
    const stops = [
      answers.listen(() => latest && show(latest)),
      ahead.listen((isAhead) => {
        for (const place of places) place.classList.toggle("news-pending", isAhead);
      }),
    ];
    return {
      show,
      destroy() {
        for (const stop of stops) stop();
        for (const place of places) place.remove();
      },
    };
  });
}

/**
 * Mounts what shows every update.
 * @param {HTMLElement} parentElement
 * @param {() => {show: (update: import("./host/updates.js").Update) => void, destroy: () => void}} make
 * @returns {() => void} destroys it if its element is gone
 */
function mountListener(parentElement, make) {
  makeOnce(parentElement, () => {
    const { show, destroy } = make();
    const stop = updates.listen(show);
    return {
      destroy() {
        stop();
        destroy();
      },
    };
  });
  return () => destroyIfGone(parentElement);
}
