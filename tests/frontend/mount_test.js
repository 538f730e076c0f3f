import { deepEqual, equal } from "node:assert/strict";
import { answers } from "../../frontend/host/answers.js";
import { sentences, update } from "../../frontend/mount.js";

/** An element that only holds what it is given. @returns {any} */
function fakeElement() {
  const classList = { toggle: () => false };
  const node = { classList, hidden: false, textContent: "", isConnected: true, children: [] };
  return Object.assign(node, {
    append: (...children) => node.children.push(...children),
    setAttribute: (name, value) => Object.assign(node, { [name]: value === "" ? true : value }),
    remove: () => Object.assign(node, { removed: true }),
  });
}

Object.defineProperty(globalThis, "document", { value: { createElement: fakeElement }, configurable: true });

const component = (data, parentElement = null) => /** @type {any} */ ({ data, parentElement });
let version = 0;
const scene = { content: { lesson: null } };
const publish = (more) => update(component({ session: "a", version: version += 1, scene, ...more }));

Deno.test("a sentence is shown while an update has it, and a page without sentences has none", async () => {
  const parent = fakeElement();
  const cleanUp = sentences(component({ names: ["rates"] }, parent));
  sentences(component({ names: ["rates"] }, parent));
  const [shown, ...others] = parent.children;
  deepEqual(others, [], "Streamlit calls a component again for the same element");
  const seen = () => [shown.textContent, shown.hidden];
  publish({ sentences: { rates: "They differ.", outside: null } });
  deepEqual(seen(), ["They differ.", false]);
  publish({ sentences: { rates: null } });
  deepEqual(seen(), ["", true]);
  publish({ sentences: { rates: "They differ again." } });
  publish({});
  deepEqual(seen(), ["", true]);

  cleanUp();
  await new Promise((resolve) => setTimeout(resolve));
  publish({ sentences: { rates: "It is still there." } });
  equal(shown.hidden, false, "its element is still in the page");
  parent.isConnected = false;
  cleanUp();
  await new Promise((resolve) => setTimeout(resolve));
  publish({ sentences: { rates: "It is gone." } });
  deepEqual([shown.removed, shown.textContent], [true, "It is still there."]);
});

Deno.test("the sentence on the outcome waits for the answer to the question, and no other does", () => {
  const asked = { content: { lesson: { asked: "schedules 1" } } };
  const parent = fakeElement();
  sentences(component({ names: ["nearest", "rates"] }, parent));
  publish({ sentences: { nearest: "Cosine ends nearest.", rates: "They differ." }, scene: asked });
  deepEqual(parent.children.map(({ textContent }) => textContent), ["", "They differ."]);
  answers.give("schedules 1");
  equal(parent.children[0].textContent, "Cosine ends nearest.");
});
