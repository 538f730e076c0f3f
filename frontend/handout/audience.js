// The audience's page: a picture without a server, whose program comes in files that all such pages share.

import { Embedding } from "./embedding.js";
import { open } from "./open.js";
import { withFields } from "../host/address.js";

/** @param {string} id @returns {any} the JSON that an element of the page holds */
const jsonOf = (id) => JSON.parse(document.getElementById(id).textContent);

/** @param {string} text in base 64 @returns {Uint8Array<ArrayBuffer>} */
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

/**
 * Opens it.
 * @param {{mount: import("./open.js").Mount, inLink: (view: any) => Object<string, string>}} page its module
 */
export function openAudiencePage({ mount, inLink }) {
  /** @type {Object<string, string>} */
  let fields = {};
  const follow = { onView: (view) => fields = inLink(view) };
  leadToApp(() => fields);
  return open((root, host) => {
    const player = mount(root, { ...host, ...follow });
    new Embedding(/** @type {HTMLElement} */ (root.querySelector(".downhill-player")), globalThis.window);
    return player;
  }, read());
}

/** Reads what the page holds, and what its files brought. */
function read() {
  const { living, scene } = jsonOf("scene");
  const catalogue = /** @type {any} */ (globalThis).downhillCatalogue;
  const typed = /** @type {any} */ (globalThis).downhillGround; // the surface of a typed formula
  const surfaces = catalogue.surfaces.map((each) => each.facts.key === typed?.facts.key ? typed : each);
  const blobs = jsonOf("blobs").map(bytesOf);
  return { scene, living, catalogue: { ...catalogue, surfaces }, blobs, plotlyUrl: "" };
}

/** Has the link to the full app lead to what is shown when it is pressed. @param {() => Object<string, string>} viewNow */
function leadToApp(viewNow) {
  const link = document.querySelector("#link > *");
  const full = document.querySelector("#full-app > *");
  if (!(full instanceof HTMLAnchorElement)) return;
  const update = () => {
    const [, query] = link.textContent.split("?", 2);
    full.search = withFields(query, viewNow());
  };
  for (const event of ["pointerdown", "focus", "click"]) full.addEventListener(event, update);
}
