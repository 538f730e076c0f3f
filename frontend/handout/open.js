// Opens a page that shows a picture without a server: a handout, or the audience's page. Its elements are those of
// exports/handout/body.html.

import { copyOnPress } from "./copy.js";
import { LivingHandout } from "./handout.js";
import { LivingPage } from "./living_page.js";
import { createCriticalTable } from "../controls/critical_table.js";
import { receive } from "../data/blobs.js";
import { answers } from "../host/answers.js";
import { understandCommas } from "../host/decimal_comma.js";
import { reveal } from "../host/reveal.js";

/**
 * @typedef {Object} Parts what the page holds
 * @property {any} scene @property {any} living what brings it to life (exports/handout/controls.py), or null
 * @property {import("./catalogue.js").Catalogue} catalogue @property {Uint8Array<ArrayBuffer>[]} blobs
 * @property {string} plotlyUrl where Plotly.js is, unless the document has it already
 *
 * @typedef {(root: HTMLElement, host: import("../player/player.js").Host) => any} Mount that of a page's module
 */

const byId = (id) => document.getElementById(id);

/**
 * Shows the picture, with what can be changed beside it.
 * @param {Mount} mount @param {Parts} parts
 */
export async function open(mount, { scene, living, catalogue, blobs, plotlyUrl }) {
  copyOnPress(/** @type {HTMLButtonElement} */ (byId("copy")), byId("link"));
  veilResults(scene.content);
  const live = living && bringToLife(living, catalogue);
  const table = createCriticalTable(byId("critical"), (point) => player.moveTo(point));
  const player = mount(byId("picture"), {
    plotlyUrl,
    cssUrl: null,
    sliders: Promise.resolve(catalogue.sliders),
    undoes: live instanceof LivingHandout,
    onHold: () => live?.part?.(),
    emit: (name, value) => {
      if (name === "start") live?.start(value);
      if (name === "settings") value.forEach(([path, number]) => player.change(path, number));
      if (name === "examples") value.forEach(([index, ...place]) => player.change(["data", String(index)], place));
    },
    onPicture: (picture) => {
      live?.onPicture?.(picture);
      table.show(picture.surface);
    },
  });
  live?.play(player);
  player.update(scene);
  await Promise.all(blobs.map(receive));
}

/** Adds the controls. @param {any} living @param {import("./catalogue.js").Catalogue} catalogue @returns {any} */
function bringToLife(living, catalogue) {
  const Living = living.groups ? LivingHandout : LivingPage;
  byId("controls").hidden = false;
  understandCommas(document);
  return new Living(
    {
      controls: byId("controls"),
      reset: /** @type {HTMLButtonElement} */ (byId("reset")),
      results: () => document.querySelector("#results tbody"),
      settings: byId("settings"),
      sources: byId("sources"),
      citation: byId("citation"),
      link: document.querySelector("#link > *"),
      title: document.querySelector("h1"),
      formula: document.querySelector(".formula"),
      say: (words) => byId("said").textContent = words,
    },
    living,
    catalogue,
  );
}

/** Keeps results that are to be predicted out of the document until they are revealed. @param {any} content of the scene */
function veilResults({ predict, lesson }) {
  const veil = document.querySelector("#results > template");
  if (!(veil instanceof HTMLTemplateElement)) return;
  const results = /** @type {HTMLDetailsElement} */ (veil.parentElement);
  const unveil = () => {
    const on = (reveal.on || !predict) && !answers.isAwaited(lesson);
    results.hidden = !on;
    results.open = on;
    results.replaceChildren(results.firstElementChild, on ? veil.content.cloneNode(true) : veil);
  };
  results.hidden = true;
  for (const news of [reveal, answers]) news.listen(unveil);
}
