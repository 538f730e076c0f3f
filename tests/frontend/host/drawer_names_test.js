import { equal } from "node:assert/strict";
import { rulesFor } from "../../../frontend/host/drawer_names.js";

Deno.test("a drawer is named after what tells its contender apart, whatever signs that has", () => {
  equal(rulesFor({}), "");
  equal(
    rulesFor({ 4: ', \u03b2\u2081 0.5 "' }),
    '.st-key-drawer-4 summary strong::after { content: ", \u03b2\u2081 0.5 \\""; font-weight: normal; }',
  );
});
