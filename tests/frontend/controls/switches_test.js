import { deepEqual, equal } from "node:assert/strict";
import { Switches } from "../../../frontend/controls/switches.js";
import { installDocument } from "../fake_document.js";

installDocument();

/** The switches, and what they have said. */
function setUp() {
  const said = [];
  const keys = ["arrows", "eigenvectors", "cloud", "fan", "probe", "gauges"];
  const listeners = /** @type {any} */ (Object.fromEntries(keys.map((key) => [key, (on) => said.push([key, on])])));
  const switches = new Switches(listeners);
  const labels = /** @type {any} */ (switches.node).ofClass("downhill-switch");
  const of = (name) => labels.find(({ children: [input] }) => input.attributes["aria-label"] === name);
  return {
    switches,
    said,
    of,
    names: (holds) => labels.filter(holds).map(({ children: [input] }) => input.attributes["aria-label"]),
  };
}

Deno.test("a switch says what it is switched to, and takes what is shown", () => {
  const { switches, said, of } = setUp();
  const { children: [input] } = of("Cloud");
  input.checked = true;
  input.send("change");
  deepEqual(said, [["cloud", true]]);
  switches.set("fan", true);
  equal(of("Fan").children[0].checked, true);
  equal(said.length, 1, "what the page sets is no wish");
});

Deno.test("what is of the map goes with it, and what tells of the race waits", () => {
  const { switches, of, names } = setUp();
  switches.setMap(false);
  deepEqual(names(({ hidden }) => hidden), ["Arrows", "Eigenvectors", "Cloud", "Fan", "Probe"]);
  switches.setConcealed(true);
  deepEqual(names(({ children: [input] }) => input.disabled), ["Fan", "Probe", "Gauge"]);
  equal(of("Fan").children[0].attributes["aria-description"], "Once the results are revealed");
  switches.setConcealed(false);
  deepEqual(names(({ children: [input] }) => input.disabled), []);
});

Deno.test("a press elsewhere and Escape close the menu", () => {
  const { switches } = setUp();
  const { node } = switches;
  node.open = true;
  /** @type {any} */ (document).send("pointerdown", { composedPath: () => [node] });
  equal(node.open, true);
  /** @type {any} */ (document).send("pointerdown", { composedPath: () => [] });
  equal(node.open, false);
  node.open = true;
  /** @type {any} */ (node).send("keydown", { key: "Escape", stopPropagation() {} });
  equal(node.open, false);
});
