import assert from "node:assert/strict";

/** An element that only holds what it is given. @returns {any} */
const fakeElement = () => {
  const node = { style: {}, children: [], attributes: {} };
  return Object.assign(node, {
    append: (...children) => node.children.push(...children),
    setAttribute: (name, value) => Object.assign(node.attributes, { [name]: value }),
    getAttribute: (name) => node.attributes[name] ?? null,
    addEventListener: () => {},
  });
};

const document = { createElement: fakeElement, createElementNS: fakeElement };
Object.defineProperty(globalThis, "document", { value: document, configurable: true });
const { Pin } = await import("../../../frontend/map/pin.js");

const FRAME = {
  left: 0,
  top: 0,
  width: 100,
  height: 50,
  u: { from: 0, perUnit: 10 },
  v: { from: 5, perUnit: -10 },
};
const THEME = /** @type {any} */ ({ casing: "#fff", ring: "#000", size: 12 });
const PINNED = { point: [1, 2], color: "#d55", name: "SGD", isMovable: true, end: null, distance: 5 };

Deno.test("a still shows the pin with its tip at the point, and no line before the end is told", () => {
  const pin = new Pin(() => {});
  assert.deepEqual(pin.outlines(FRAME, THEME), []);
  pin.setPin(PINNED, ["x", "y"]);
  const drawn = pin.outlines(FRAME, THEME);
  assert.equal(drawn.length, 1);
  assert.deepEqual(drawn[0].lines[0][0], [10, 30]);
  assert.equal(drawn[0].fill, "#d55");
});

Deno.test("a line leads from the pin to the end once that is told", () => {
  const pin = new Pin(() => {});
  pin.setPin({ ...PINNED, isMovable: false, end: [4, 6] }, ["x", "y"]);
  const [casing, line] = pin.outlines(FRAME, THEME);
  assert.deepEqual([casing.lines, line.lines], [[[[10, 30], [40, -10]]], [[[10, 30], [40, -10]]]]);
});
