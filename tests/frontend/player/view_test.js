import assert from "node:assert/strict";
import { inLink, readView, showView, spell, VIEW_FIELDS, VIEW_NAMES } from "../../../frontend/player/view.js";

const DEFAULT = {
  step: null,
  speed: null,
  layout: "map-loss",
  curve: "auto",
  layer: "heights",
  cloud: false,
  eigenvectors: false,
  axis: "updates",
  arrows: false,
  gauges: false,
  fan: null,
  ask: false,
  unseen: null,
  sweep_up: null,
  sweep_shows: "outcome",
  sweep_zoom: null,
  camera: null,
  zoom: null,
  focus: null,
};
const OTHER = {
  step: 7,
  speed: 0.0625,
  layout: "map-relief",
  curve: "step-x",
  layer: "basins",
  cloud: true,
  eigenvectors: true,
  axis: "epochs",
  arrows: true,
  gauges: true,
  fan: "beta1",
  ask: false,
  unseen: ["0", "3"],
  sweep_up: "beta1",
  sweep_shows: "loss",
  sweep_zoom: [[0.001, 1], [0.5, 0.9]],
  camera: [[1, -1.5, 0.75], [0, 0, -0.25], [0, 0, 1]],
  zoom: [[-4.5, -2.5], [0.25, 1e-8]],
  focus: 0,
};

Deno.test("null is a word in a link, for each field its own", () => {
  assert.deepEqual(inLink(DEFAULT), {
    step: "end",
    speed: "auto",
    layout: "map-loss",
    curve: "auto",
    layer: "heights",
    cloud: "0",
    eigenvectors: "0",
    axis: "updates",
    arrows: "0",
    gauges: "0",
    fan: "none",
    ask: "0",
    unseen: "none",
    "sweep-up": "",
    "sweep-shows": "",
    "sweep-zoom": "",
    camera: "auto",
    zoom: "auto",
    focus: "none",
  });
});

Deno.test("numbers are spelled as they are, and joined in their order", () => {
  assert.deepEqual(inLink(OTHER), {
    step: "7",
    speed: "0.0625",
    layout: "map-relief",
    curve: "step-x",
    layer: "basins",
    cloud: "1",
    eigenvectors: "1",
    axis: "epochs",
    arrows: "1",
    gauges: "1",
    fan: "beta1",
    ask: "0",
    unseen: "0_3",
    "sweep-up": "beta1",
    "sweep-shows": "loss",
    "sweep-zoom": "0.001_1_0.5_0.9",
    camera: "1_-1.5_0.75_0_0_-0.25_0_0_1",
    zoom: "-4.5_-2.5_0.25_1e-8",
    focus: "0",
  });
});

Deno.test("a switch is 0 or 1, as lecture/link reads it", () => {
  assert.deepEqual([true, false, [true, 2]].map(spell), ["1", "0", "1_2"]);
});

Deno.test("zero is a number, and not nothing", () => {
  assert.equal(inLink({ ...DEFAULT, step: 0 }).step, "0");
});

Deno.test("every field is in a link under its name", () => {
  const names = Object.keys(OTHER).map((field) => field.replaceAll("_", "-"));
  assert.deepEqual(Object.keys(inLink(OTHER)).sort(), names.sort());
  assert.deepEqual([...VIEW_NAMES].sort(), names);
});

/** Parts of a player that hold what they are shown, and in which order. */
function makeParts() {
  const order = [];
  const held = {
    speed: null,
    focusSlot: null,
    layout: "map-loss",
    curve: "auto",
    layer: "heights",
    cloud: false,
    eigenvectors: false,
    axis: "updates",
    arrows: false,
    gauges: false,
    fan: null,
    hiddenSlots: null,
    sweep_up: null,
    sweep_shows: "outcome",
    sweep_zoom: null,
    zoom: null,
    camera: null,
    stepBeforeEnd: null,
  };
  const setter = (name) => (value) => {
    order.push(name);
    held[name] = value;
  };
  const part = {
    setSpeed: setter("speed"),
    setFocusSlot: setter("focusSlot"),
    setLayout: setter("layout"),
    setCurve: setter("curve"),
    setLayer: setter("layer"),
    setMark: (mark, wanted) => setter(mark)(wanted),
    setAxis: setter("axis"),
    setFan: setter("fan"),
    setHiddenSlots: (slots) => setter("hiddenSlots")(slots.length > 0 ? slots : null),
    marks: held,
    view: () => held,
    setView: (view) => Object.entries(view).forEach(([name, value]) => setter(name)(value)),
    begin: setter("stepBeforeEnd"),
  };
  const reading = new Proxy(part, { get: (target, name) => target[name] ?? held[name] });
  const [questioner, showGauges] = [{ isOpen: false }, setter("gauges")];
  return {
    order,
    parts: /** @type {any} */ ({ playback: reading, contenders: reading, stage: reading, questioner, showGauges }),
  };
}

Deno.test("what is shown is what is read", () => {
  const { parts } = makeParts();
  assert.deepEqual(readView(parts), DEFAULT);
  showView(parts, OTHER);
  assert.deepEqual(readView(parts), OTHER);
});

Deno.test("a step is begun at last, when all else is in its place", () => {
  const { parts, order } = makeParts();
  showView(parts, OTHER);
  assert.equal(order.at(-1), "stepBeforeEnd");
  assert.equal(order.length, Object.keys(VIEW_FIELDS).length - 1, "a question is asked with the picture");
});

Deno.test("a view that says nothing is the default, but the layout stays", () => {
  const { parts } = makeParts();
  showView(parts, OTHER);
  showView(parts, {});
  assert.deepEqual(readView(parts), { ...DEFAULT, layout: OTHER.layout });
});

Deno.test("a speed that is not on offer becomes the nearest, and a layout that is none is left out", () => {
  const { parts } = makeParts();
  showView(parts, { ...OTHER, speed: 3.9, layout: "map-map" });
  assert.deepEqual(readView(parts), { ...OTHER, speed: 4, layout: "map-loss" });
});
