import assert from "node:assert/strict";
import { differsBeyondView, splitQuery, withFields } from "../../../frontend/host/address.js";

const LINK = "v=1&surface=bowl~condition_20&steps=120&step=end&camera=auto";

Deno.test("a link takes other values, in its own order", () => {
  const fields = { camera: "1_2_3", step: "7" };
  assert.equal(withFields(LINK, fields), "v=1&surface=bowl~condition_20&steps=120&step=7&camera=1_2_3");
});

Deno.test("a field that the link has not comes last, and none is mistaken for another", () => {
  assert.equal(withFields(LINK, { layout: "map", ste: "1", toString: "2" }), `${LINK}&layout=map&ste=1&toString=2`);
  assert.equal(withFields("a=1=2&a", { a: "3" }), "a=3&a=3");
});

Deno.test("a field without a value goes without saying", () => {
  assert.equal(withFields(LINK, { camera: "", zoom: "" }), "v=1&surface=bowl~condition_20&steps=120&step=end");
});

Deno.test("no fields change nothing, whatever a link holds", () => {
  assert.equal(withFields(LINK, {}), LINK);
  assert.equal(withFields("toString=1&=2&", {}), "toString=1&=2&");
});

Deno.test("links that differ in the view alone show the same race", () => {
  const names = ["step", "camera"];
  assert.equal(differsBeyondView(LINK, withFields(LINK, { step: "7", camera: "1" }), names), false);
  assert.equal(differsBeyondView(LINK, withFields(LINK, { steps: "121" }), names), true);
  assert.equal(differsBeyondView(LINK, withFields(LINK, { step: "7" }), []), true);
  assert.equal(differsBeyondView(LINK, "", names), true);
});

Deno.test("what belongs to a frame is no part of a link", () => {
  assert.deepEqual(splitQuery("?embed=true&v=1&embed_options=dark_theme&step=7&embedded=1"), {
    link: "v=1&step=7&embedded=1",
    frame: ["embed=true", "embed_options=dark_theme"],
  });
});

Deno.test("an address without a query has neither", () => {
  for (const search of ["", "?"]) assert.deepEqual(splitQuery(search), { link: "", frame: [] });
});
