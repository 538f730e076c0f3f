import assert from "node:assert/strict";
import { Pin } from "../../../frontend/map/pin.js";
import { installDocument } from "../fake_document.js";

installDocument();

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

Deno.test("a drag that is given up leaves the pin where it was", () => {
  for (const givenUp of [["keydown", { key: "Escape" }], ["pointercancel", {}]]) {
    let point = PINNED.point;
    const pin = new Pin((next) => {
      point = next;
      pin.setPin({ ...PINNED, point }, ["x", "y"]);
    });
    pin.setFrame(FRAME);
    pin.setPin(PINNED, ["x", "y"]);
    const [button] = /** @type {any} */ (pin.layer).ofClass("downhill-handle");
    button.send("pointerdown", { button: 0, isPrimary: true, clientX: 10, clientY: 30 });
    button.send("pointermove", { clientX: 40, clientY: 10 });
    assert.deepEqual(point, [4, 4]);
    button.send(...givenUp);
    assert.deepEqual(point, [1, 2]);
    button.send("keydown", { key: "ArrowRight", shiftKey: true });
    assert.deepEqual(point, [1.1, 2], "and the next key goes on from there");
  }
});
