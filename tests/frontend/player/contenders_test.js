import { deepStrictEqual, ok, strictEqual } from "node:assert";
import { Legend } from "../../../frontend/controls/legend.js";
import { PENDING } from "../../../frontend/data/outcome.js";
import { Contenders } from "../../../frontend/player/contenders.js";
import { fakeElement, installDocument } from "../fake_document.js";
import { runThrough } from "../paths/fakes.js";

installDocument();

/** Contenders and their legend, of one run that arrived. */
function setUp() {
  const names = ["root", "worked", "outcomes", "spoken", "legend"];
  const skeleton = Object.fromEntries(names.map((name) => [name, fakeElement()]));
  const legend = new Legend(skeleton.legend, /** @type {any} */ ({}));
  const contenders = new Contenders(/** @type {any} */ (skeleton), legend, {
    onHidden() {},
    onFocus() {},
    read: () => null,
  });
  contenders.setRuns([runThrough([[4, 4], [1, 1]], { label: "SGD", summary: "α 0.1" })]);
  contenders.show(0);
  const words = () => JSON.stringify(skeleton.legend.ofClass("downhill-legend-entry").map(wordsOf));
  return { skeleton, contenders, words };
}

/** All that an element says, seen or not. */
function wordsOf({ children, attributes }) {
  return [...Object.values(attributes), ...children.map((child) => typeof child === "string" ? child : wordsOf(child))];
}

Deno.test("what is said of an outcome goes with the path that had it", () => {
  const { skeleton, contenders, words } = setUp();
  ok(words().includes("Focus SGD (key 1). α 0.1. It arrived."));
  strictEqual(skeleton.outcomes.textContent, "SGD: It arrived.");
  contenders.change([runThrough([[4, 4], [9, 9]], { label: "SGD", summary: "α 9", outcome: PENDING })], 0);
  ok(words().includes('Focus SGD (key 1). α 9."'), words());
  ok(!words().includes("arrived"));
  strictEqual(skeleton.outcomes.textContent, "");
});

Deno.test("a name that changes under a hand is said on both buttons", () => {
  const { contenders, words } = setUp();
  contenders.change([runThrough([[4, 4], [9, 9]], { label: "SGD, α 9", outcome: PENDING })], 0);
  const said = ["Show SGD, α 9", "Hide SGD, α 9;", "Focus SGD, α 9", "Focus SGD, α 9 (key 1)."];
  deepStrictEqual(said.filter((name) => !words().includes(name)), []);
});

Deno.test("beside a name stand the values that are not in it", () => {
  const { skeleton, contenders } = setUp();
  const twin = { label: "Adam, β₁ 0.5, from (1, 2)", summary: "α 0.1, β₁ 0.5, ε 10⁻⁸, from (1, 2)" };
  contenders.change([runThrough([[4, 4], [9, 9]], twin)], 0);
  const [{ children }] = skeleton.legend.ofClass("downhill-legend-summary");
  deepStrictEqual(children.map(({ textContent }) => textContent), ["α 0.1", ", ε 10⁻⁸"]);
});
