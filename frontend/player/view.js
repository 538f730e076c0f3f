// The view: step, speed, layout, zoom, camera and focus, as scenes and links hold them. One table defines each field.

import { nearestSpeed } from "../controls/transport.js";
import { LAYOUTS } from "./layouts.js";

/**
 * @typedef {Object} View
 * @property {number|null} speed 1 is sixty steps a second; null is the whole race in about ten seconds
 * @property {number|null} focus the slot of the contender that was put in focus
 * @property {string} layout a key of `LAYOUTS`
 * @property {string} curve the second curve, "none", or "auto"
 * @property {string} layer what the map shows below its contour lines: a key of `LAYERS`
 * @property {boolean} cloud whether the map shows where SGD must wander
 * @property {boolean} eigenvectors whether the map shows the curvatures at the critical points
 * @property {string} axis what the curves run over, a key of `AXES`
 * @property {boolean} arrows whether the map shows −g and Δw
 * @property {boolean} gauges whether it is shown how near every rule is to its limit of stability
 * @property {string|null} fan the field of a number of the contender in focus whose every path is shown; null is none
 * @property {boolean} ask whether a lesson's question waits for its answer
 * @property {string[]|null} unseen the slots of the contenders that are not drawn; null is none of them
 * @property {number[][]|null} zoom the range of x and that of y; null is the whole window
 * @property {string|null} sweep_up the field of the vertical axis of the sweep; null is the first number there is
 * @property {string} sweep_shows what the sweep shows of every cell
 * @property {number[][]|null} sweep_zoom the ends of α and those of the vertical axis; null is the whole sweep
 * @property {number[][]|null} camera the eye, what it looks at, and which way is up; null is the default
 * @property {number|null} step null is the end of the race
 * @property {string} [token] of a scene
 *
 * @typedef {Object} Parts of the player, which hold what a view says
 * @property {import("./playback.js").Playback} playback @property {import("./contenders.js").Contenders} contenders
 * @property {import("./stage.js").Stage} stage @property {import("./questioner.js").Questioner} questioner
 * @property {(wanted: boolean) => void} showGauges
 *
 * @typedef {Object} ViewField
 * @property {string} [none] what a link says for null
 * @property {string} [rare] how a value is spelled that goes without saying, as RARE in lecture/link/encode.py
 * @property {(parts: Parts) => any} read
 * @property {(parts: Parts, value: any) => void} show null where a view has no such field
 */

/**
 * The fields by their names in scenes and links (a new one goes into the typedef `View` too), in the order in which they
 * are shown: the step comes last, when everything else is in place. Whatever changes a field
 * has to trigger `ViewReporter.reportSoon()`, or the link keeps the old value. For step and layout, which end in
 * `Playback.settleSoon()`, follower.js does it once the playback has settled.
 * @type {Object<string, ViewField>}
 */
export const VIEW_FIELDS = {
  speed: {
    none: "auto",
    read: ({ playback }) => playback.speed,
    show: ({ playback }, speed) => playback.setSpeed(speed === null ? null : nearestSpeed(speed)),
  },
  focus: {
    none: "none",
    read: ({ contenders }) => contenders.focusSlot,
    show: ({ contenders }, slot) => contenders.setFocusSlot(slot),
  },
  layout: {
    read: ({ stage }) => stage.layout,
    show: ({ stage }, layout) => LAYOUTS[layout] && stage.setLayout(layout),
  },
  curve: {
    read: ({ stage }) => stage.curve,
    show: ({ stage }, curve) => stage.setCurve(curve ?? "auto"),
  },
  layer: {
    read: ({ stage }) => stage.layer,
    show: ({ stage }, layer) => stage.setLayer(layer ?? "heights"),
  },
  cloud: fieldOf("cloud"),
  eigenvectors: fieldOf("eigenvectors"),
  axis: {
    read: ({ stage }) => stage.axis,
    show: ({ stage }, axis) => stage.setAxis(axis ?? "updates"),
  },
  arrows: fieldOf("arrows"),
  gauges: {
    read: ({ contenders }) => contenders.gauges,
    show: ({ showGauges }, on) => showGauges(on ?? false),
  },
  fan: {
    none: "none",
    read: ({ stage }) => stage.fan,
    show: ({ stage }, field) => stage.setFan(field),
  },
  ask: {
    read: ({ questioner }) => questioner.isOpen,
    show: () => {}, // with the picture, of which little is shown while it is asked
  },
  unseen: {
    none: "none",
    read: ({ contenders }) => contenders.hiddenSlots,
    show: ({ contenders }, slots) => contenders.setHiddenSlots(slots ?? []),
  },
  zoom: {
    none: "auto",
    read: ({ stage }) => stage.view().zoom,
    show: ({ stage }, zoom) => stage.setView({ zoom }),
  },
  sweep_up: {
    none: "auto",
    rare: "auto",
    read: ({ stage }) => stage.view().sweep_up,
    show: ({ stage }, field) => stage.setView({ sweep_up: field }),
  },
  sweep_shows: {
    rare: "outcome",
    read: ({ stage }) => stage.view().sweep_shows,
    show: ({ stage }, measure) => stage.setView({ sweep_shows: measure ?? "outcome" }),
  },
  sweep_zoom: {
    none: "auto",
    rare: "auto",
    read: ({ stage }) => stage.view().sweep_zoom,
    show: ({ stage }, zoom) => stage.setView({ sweep_zoom: zoom }),
  },
  camera: {
    none: "auto",
    read: ({ stage }) => stage.view().camera,
    show: ({ stage }, camera) => stage.setView({ camera }),
  },
  step: {
    none: "end",
    read: ({ playback }) => playback.stepBeforeEnd,
    show: ({ playback }, step) => playback.begin(step),
  },
};

/** The field of a mark of the map. @param {import("../paths/panel.js").Mark} mark @returns {ViewField} */
function fieldOf(mark) {
  return {
    read: ({ stage }) => stage.marks[mark],
    show: ({ stage }, on) => stage.setMark(mark, on ?? false),
  };
}

/** A field's name in links. @param {string} field */
const linkName = (field) => field.replaceAll("_", "-");

/** The names of the fields in links. */
export const VIEW_NAMES = Object.keys(VIEW_FIELDS).map(linkName);

const FIELDS = Object.entries(VIEW_FIELDS);

/** Reads the view that is shown. @param {Parts} parts @returns {View} */
export function readView(parts) {
  const view = Object.fromEntries(FIELDS.map(([name, { read }]) => [name, read(parts)]));
  return /** @type {View} */ (/** @type {unknown} */ (view));
}

/** Shows a view, or the default where it says nothing. @param {Parts} parts @param {Partial<View>} view */
export function showView(parts, view) {
  for (const [name, { show }] of FIELDS) show(parts, view[name] ?? null);
}

/** Spells a view as fields of a link, as lecture/link does: "" goes without saying. @param {View} view @returns {Object<string, string>} */
export function inLink(view) {
  return Object.fromEntries(
    FIELDS.map(([field, { none, rare }]) => {
      const spelled = view[field] === null ? none : spell(view[field]);
      return [linkName(field), spelled === rare ? "" : spelled];
    }),
  );
}

/** Spells a number, a word, a switch, or numbers however nested. @param {unknown} value @returns {string} */
export function spell(value) {
  if (Array.isArray(value)) return value.flat(Infinity).map(spell).join("_");
  return String(typeof value === "boolean" ? Number(value) : value);
}
