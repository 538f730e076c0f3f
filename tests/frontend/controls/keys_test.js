import assert from "node:assert/strict";
import { actionFor, keysFor, listenToKeys, mayTake } from "../../../frontend/controls/keys.js";

/** Actions that note what is done. */
function makeActions() {
  const done = [];
  const note = (name) => (...args) => void done.push([name, ...args]);
  return {
    done,
    actions: {
      onToggle: note("toggle"),
      onMove: note("move"),
      onStart: note("start"),
      onEnd: note("end"),
      onFocus: note("focus"),
      onHelp: note("help"),
      onReveal: note("reveal"),
      onProbe: note("probe"),
      onPresent: note("present"),
    },
  };
}

const PAGE = { on: false, onToggle() {} };
const PRESENTATION = { on: true, onToggle() {} };

/** What a key does. */
function effect(key, presentation = null) {
  const { done, actions } = makeActions();
  actionFor(key, actions, presentation)?.();
  return done[0];
}

Deno.test("every key does what the help says of it", () => {
  const does = {
    " ": ["toggle"],
    ArrowLeft: ["move", -1],
    ArrowRight: ["move", 1],
    Home: ["start"],
    End: ["end"],
    1: ["focus", 0],
    9: ["focus", 8],
    "?": ["help"],
    x: ["probe", true],
  };
  for (const [key, expected] of Object.entries(does)) assert.deepEqual(effect(key), expected, key);
});

Deno.test("all other keys do nothing", () => {
  for (const key of ["0", "10", "a", "P", "Enter", "Tab", "ArrowUp", "", "toString"]) {
    assert.equal(effect(key, PRESENTATION), undefined, key);
  }
});

Deno.test("p is the way into a presentation and out of it, where there is one", () => {
  assert.equal(effect("p"), undefined);
  assert.deepEqual(effect("p", PAGE), ["present"]);
  assert.deepEqual(effect("p", PRESENTATION), ["present"]);
});

Deno.test("Esc leaves a presentation, and nothing else", () => {
  assert.equal(effect("Escape"), undefined);
  assert.equal(effect("Escape", PAGE), undefined);
  assert.deepEqual(effect("Escape", PRESENTATION), ["present"]);
});

Deno.test("the help lists p only where it does something", () => {
  assert.deepEqual([false, true].map((undoes) => keysFor(null, undoes).some(([keys]) => keys.includes("Z"))), [
    false,
    true,
  ]);
  const listed = (presentation) => keysFor(presentation).map(([keys]) => keys).includes("p");
  assert.deepEqual([null, PAGE, PRESENTATION].map(listed), [false, true, true]);
});

Deno.test("b branches where an optimizer can be branched, and the help says so", () => {
  const listed = (branches) => keysFor(null, false, branches).some(([key]) => key === "b");
  assert.deepEqual([false, true].map(listed), [false, true]);
  const actions = { ...makeActions().actions };
  assert.equal(actionFor("b", actions, null), undefined);
  const onBranch = () => {};
  assert.equal(actionFor("b", { ...actions, onBranch }, null), onBranch);
});

/** An element of so many selectors, inside the player. */
const inside = (...selectors) => ({
  contains: () => false,
  matches: (list) => list.split(", ").some((selector) => selectors.includes(selector)),
  closest: () => null,
});
const root = { contains: () => true };

/** The keys of a list that the player may take from an element. */
const taken = (target, keys = [" ", "ArrowLeft", "Home", "1", "?"]) =>
  keys.filter((key) => mayTake(key, /** @type {any} */ (target), root));

Deno.test("keys are taken from the page, and from nobody else outside the player", () => {
  const outside = { contains: () => false };
  assert.deepEqual(taken({ ...inside(), contains: () => true }), [" ", "ArrowLeft", "Home", "1", "?"]);
  assert.equal(mayTake("1", /** @type {any} */ (inside()), outside), false);
});

const ALL = [" ", "ArrowLeft", "ArrowRight", "Home", "End", "1", "?"];

Deno.test("an element keeps the keys that it acts on itself, and no other", () => {
  /** What a control of so many selectors keeps to itself. */
  const kept = (...selectors) => {
    const given = taken(inside(...selectors), ALL);
    return ALL.filter((key) => !given.includes(key));
  };
  assert.deepEqual(kept("input[type='range']", "input"), ["ArrowLeft", "ArrowRight", "Home", "End"]);
  assert.deepEqual(kept("input[type='radio']", "input"), [" ", "ArrowLeft", "ArrowRight"]);
  assert.deepEqual(kept("input[type='checkbox']", "input"), [" "]);
  for (const element of ["button", "summary"]) assert.deepEqual(kept(element), [" "]);
  for (const element of ["input", "select", "textarea", "[contenteditable]"]) assert.deepEqual(kept(element), ALL);
  assert.deepEqual(kept("p"), []);
});

Deno.test("an open dialog keeps all keys, a closed one none", () => {
  const within = (open) => ({ ...inside("button"), closest: () => ({ open }) });
  assert.deepEqual(taken(within(true)), []);
  assert.deepEqual(taken(within(false)), [" ", "ArrowLeft", "Home", "1", "?"]);
});

/** A document in which a key is pressed on the page; what was done, and whether the page would still scroll. */
function press(key, more = {}) {
  const ownerDocument = Object.assign(new EventTarget(), { defaultView: new EventTarget() });
  const { done, actions } = makeActions();
  const player = /** @type {any} */ ({ ownerDocument, contains: () => true });
  const stop = listenToKeys(player, actions, null);
  const event = Object.assign(new Event("keydown", { cancelable: true }), { key, ...more });
  Object.defineProperty(event, "target", { value: { contains: () => true } });
  ownerDocument.dispatchEvent(event);
  stop();
  ownerDocument.dispatchEvent(Object.assign(new Event("keydown"), { key }));
  return { done, scrolls: !event.defaultPrevented };
}

Deno.test("the probe is let go with its key, and when the page is left", () => {
  const ownerDocument = Object.assign(new EventTarget(), { defaultView: new EventTarget() });
  const { done, actions } = makeActions();
  const stop = listenToKeys(/** @type {any} */ ({ ownerDocument, contains: () => true }), actions, null);
  for (const key of ["y", "x", "X"]) ownerDocument.dispatchEvent(Object.assign(new Event("keyup"), { key }));
  ownerDocument.defaultView.dispatchEvent(new Event("blur"));
  stop();
  ownerDocument.dispatchEvent(Object.assign(new Event("keyup"), { key: "x" }));
  assert.deepEqual(done, [["probe", false], ["probe", false], ["probe", false]]);
});

Deno.test("a key that is used does not scroll the page, and any other does", () => {
  assert.deepEqual(press(" "), { done: [["toggle"]], scrolls: false });
  assert.deepEqual(press("PageDown"), { done: [], scrolls: true });
});

Deno.test("a key with Ctrl, Alt or the command key belongs to the browser", () => {
  for (const modifier of ["ctrlKey", "altKey", "metaKey"]) {
    assert.deepEqual(press("1", { [modifier]: true }), { done: [], scrolls: true });
  }
});

Deno.test("a key that is held moves on and on, but toggles once", () => {
  assert.deepEqual(press("ArrowRight", { repeat: true }).done, [["move", 1]]);
  assert.deepEqual(press(" ", { repeat: true }).done, []);
});
