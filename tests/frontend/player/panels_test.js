import { deepEqual, equal, rejects } from "node:assert/strict";
import { Panels } from "../../../frontend/player/panels.js";

/** A panel that notes what it is asked. @returns {any} */
function fakePanel(more = {}) {
  const asked = [];
  const note = (name) => (...given) => {
    asked.push([name, ...given]);
  };
  const methods = ["draw", "settle", "setHidden", "setFocus", "resize", "destroy"];
  return {
    asked,
    ...Object.fromEntries(methods.map((name) => [name, note(name)])),
    show: (shown, light) => asked.push(["show", shown.picture, shown.step, light]),
    still: () => "still",
    ...more,
  };
}

/** Panels of the layouts, all of them fakes. */
function setUp(own = {}) {
  const fakes = Object.fromEntries(["map", "relief", "loss", "numbers"].map((name) => [name, fakePanel(own[name])]));
  const parts = /** @type {any} */ (Object.fromEntries(Object.keys(fakes).map((name) => [name, { panel: {} }])));
  return { fakes, parts, panels: new Panels(parts, new Map(Object.entries(fakes))) };
}

const names = (fake) => fake.asked.splice(0).map(([name]) => name);
const options = (light) => /** @type {any} */ ({ theme: {}, hidden: new Set(), focus: null, light });

Deno.test("only the panels of the layout are seen and shown a picture", () => {
  const { fakes, parts, panels } = setUp();
  panels.setLayout("map-loss", "none", 0);
  deepEqual(Object.values(parts).map(({ panel }) => panel.hidden), [false, true, false, true]);
  panels.show(/** @type {any} */ ("picture"), 3, options(false));
  deepEqual(fakes.map.asked, [["show", "picture", 3, false]]);
  deepEqual(fakes.relief.asked, []);
});

Deno.test("a panel that becomes visible is shown the latest picture at the step, and in full", () => {
  const { fakes, panels } = setUp();
  panels.setLayout("map", "none", 0);
  panels.show(/** @type {any} */ ("first"), 0, options(false));
  panels.show(/** @type {any} */ ("second"), 1, options(true));
  panels.setLayout("map-relief", "none", 9);
  deepEqual(fakes.relief.asked, [["show", "second", 9, false], ["draw", 9, false]]);
  deepEqual(names(fakes.map).slice(2), ["resize", "draw"], "one that is up to date is only fitted");
});

Deno.test("a change is light only for who knew the picture before", () => {
  const { fakes, panels } = setUp();
  panels.setLayout("map", "none", 0);
  panels.show(/** @type {any} */ ("first"), 0, options(false));
  panels.show(/** @type {any} */ ("second"), 0, options(true));
  equal(fakes.map.asked[1][3], true);
  panels.setLayout("relief", "none", 0);
  panels.show(/** @type {any} */ ("third"), 0, options(true));
  panels.setLayout("map", "none", 0);
  equal(fakes.map.asked.at(-2)[3], false, "the map has missed a picture");
});

Deno.test("a panel that gives something back is shown anew, one that does not is remembered", () => {
  const released = [];
  const { fakes, panels } = setUp({ relief: { release: () => released.push("relief") } });
  panels.setLayout("map-relief", "none", 0);
  panels.show(/** @type {any} */ ("picture"), 0, options(false));
  panels.setLayout("map", "none", 0);
  panels.setLayout("map-relief", "none", 0);
  deepEqual(released, ["relief"]);
  deepEqual(names(fakes.relief), ["show", "show", "draw"]);
  deepEqual(names(fakes.map), ["show", "resize", "draw", "resize", "draw"]);
});

Deno.test("a panel that an option changes is shown anew", () => {
  const { fakes, panels } = setUp({ numbers: { setOptions: ({ numbers }) => numbers === "rate" } });
  panels.setLayout("map-loss", "gradient", 0);
  panels.show(/** @type {any} */ ("picture"), 0, options(false));
  panels.setLayout("map-loss", "rate", 0);
  deepEqual(names(fakes.numbers), ["show", "show", "draw"]);
});

Deno.test("a visible panel that an option changes is shown the picture at once, and still follows the focus", () => {
  const { fakes, panels } = setUp({ map: { setOptions: ({ arrows }) => arrows } });
  panels.setOptions({ arrows: true }, 0); // there is no picture yet
  panels.setOptions({ arrows: false }, 0);
  panels.setLayout("map-loss", "none", 0);
  panels.show(/** @type {any} */ ("picture"), 0, options(false));
  panels.setOptions({ arrows: true }, 7);
  panels.setFocus("1");
  deepEqual(fakes.map.asked.slice(1), [["show", "picture", 7, false], ["setFocus", "1"]]);
  deepEqual(names(fakes.loss), ["show", "setFocus"], "the option does not concern it");
});

Deno.test("a panel that cannot be drawn rejects what asked for it: a picture, a layout, an option", async () => {
  const refusing = { show: () => Promise.reject(new Error("refused")), setOptions: ({ arrows }) => arrows };
  const { panels } = setUp({ relief: refusing });
  await panels.setLayout("map", "none", 0);
  await panels.show(/** @type {any} */ ("picture"), 0, options(false));
  await rejects(panels.setLayout("relief", "none", 0), /refused/);
  await rejects(panels.setOptions({ arrows: true }, 0), /refused/);
  await rejects(panels.show(/** @type {any} */ ("picture"), 0, options(false)), /refused/);
});

Deno.test("a panel that cannot be drawn for others in focus, or hidden, rejects that too", async () => {
  const refuse = () => Promise.reject(new Error("refused"));
  const { panels } = setUp({ numbers: { setFocus: refuse, setHidden: refuse } });
  await panels.setLayout("map-loss", "gradient", 0);
  await panels.show(/** @type {any} */ ("picture"), 0, options(false));
  await rejects(panels.setFocus("1"), /refused/);
  await rejects(panels.setHidden(new Set(["1"])), /refused/);
});

Deno.test("a panel that fails at once keeps no other from being shown", async () => {
  const refuse = () => {
    throw new Error("refused");
  };
  const { fakes, panels } = setUp({ map: { show: refuse }, relief: { show: refuse } });
  await panels.setLayout("map-loss", "none", 0);
  await rejects(panels.show(/** @type {any} */ ("picture"), 0, options(false)), /refused/);
  await rejects(panels.setLayout("relief-loss", "none", 0), /refused/);
  deepEqual(names(fakes.loss), ["show", "resize", "draw"]);
});

Deno.test("another theme is shown in full, with what is hidden and in focus by then", () => {
  const shown = [];
  const { panels } = setUp({ map: { show: (next, light) => shown.push([next, light]) } });
  panels.setLayout("map", "none", 0);
  panels.setTheme(/** @type {any} */ ("dark"), 0);
  deepEqual(shown, [], "there is no picture yet");
  const hidden = new Set(["2"]);
  panels.show(/** @type {any} */ ("picture"), 0, options(false));
  panels.setHidden(hidden);
  panels.setFocus("1");
  panels.setTheme(/** @type {any} */ ("dark"), 5);
  deepEqual(shown[1], [{ picture: "picture", step: 5, theme: "dark", hidden, focus: "1" }, false]);
});

Deno.test("what is hidden and in focus reaches those that know the picture, and the others when they are shown", () => {
  const { fakes, panels } = setUp({ relief: { show: (shown) => fakes.relief.asked.push(shown.focus) } });
  panels.setLayout("map", "none", 0);
  panels.setFocus("1"); // there is nothing to put in focus yet
  panels.show(/** @type {any} */ ("picture"), 0, options(false));
  panels.setFocus("2");
  panels.setHidden(new Set(["1"]));
  deepEqual(names(fakes.map), ["show", "setFocus", "setHidden"]);
  panels.setLayout("relief", "none", 0);
  equal(fakes.relief.asked[0], "2");
});

Deno.test("a view is handed to every panel, and put together of what they hold", () => {
  const views = [];
  const own = (view) => ({ setView: (next) => views.push(next), view: () => view });
  const { panels } = setUp({ map: own({ zoom: null }), relief: own({ camera: [[1, 2, 3]] }) });
  panels.setView({ zoom: [[0, 1], [0, 1]] });
  deepEqual(views, Array(2).fill({ zoom: [[0, 1], [0, 1]] }));
  deepEqual(panels.view(), { zoom: null, camera: [[1, 2, 3]] });
});

Deno.test("steps and stills concern what is visible, and the end concerns all", () => {
  const { fakes, panels } = setUp();
  panels.setLayout("relief-loss", "none", 0);
  panels.draw(4, true);
  panels.settle();
  deepEqual(fakes.relief.asked, [["draw", 4, true], ["settle"]]);
  equal(panels.stills(/** @type {any} */ ({})).length, 2);
  panels.destroy();
  deepEqual(names(fakes.map), ["destroy"]);
});
