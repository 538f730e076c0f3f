import { deepEqual, ok } from "node:assert/strict";
import { LAYOUTS, panelsOf } from "../../../frontend/player/layouts.js";
import { PANELS } from "../../../frontend/player/panels.js";

Deno.test("a layout has its panels, and the further curve where the loss is", () => {
  deepEqual([...panelsOf("map-loss", "gradient")], ["map", "loss", "numbers"]);
  deepEqual([...panelsOf("map-loss", "none")], ["map", "loss"]);
  deepEqual([...panelsOf("map-loss", "data")], ["map", "loss", "data"]);
  deepEqual([...panelsOf("map", "gradient")], ["map"]);
  deepEqual([...panelsOf("relief-loss", "rate-alone")], ["relief", "rate"], "as large as the loss");
  deepEqual([...panelsOf("map-loss", "rate-alone-linear")], ["map", "rate"]);
  deepEqual([...panelsOf("map", "rate-alone")], ["map"]);
  deepEqual([...panelsOf("map-loss", "sweep")], ["map", "sweep"]);
});

Deno.test("asking for panels leaves the layout as it is", () => {
  panelsOf("map-loss", "gradient").add("other");
  deepEqual(LAYOUTS["map-loss"].panels, ["map", "loss"]);
});

Deno.test("every panel of a layout can be made, and every panel is in a layout", () => {
  const names = new Set(
    Object.keys(LAYOUTS).flatMap((layout) =>
      ["gradient", "data", "rate-alone", "sweep"].flatMap((numbers) => [...panelsOf(layout, numbers)])
    ),
  );
  deepEqual([...names].sort(), Object.keys(PANELS).sort());
});

Deno.test("no two layouts have one name, or the same panels", () => {
  const names = Object.values(LAYOUTS).map(({ name }) => name);
  const panels = Object.values(LAYOUTS).map((layout) => String(layout.panels));
  ok(new Set(names).size === names.length && new Set(panels).size === panels.length);
});
