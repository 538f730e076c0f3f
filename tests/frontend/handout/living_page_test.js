import { strictEqual } from "node:assert";
import { queryAt } from "../../../frontend/handout/living_page.js";

const living = /** @type {any} */ ({
  query: "v=1&page=averages~series_step~beta-1_0.9~misprint_0&surface=bowl",
  words: ["averages", "series_step", "beta-1_0.9", "misprint_0"],
  numbers: [{ path: ["terms", "beta_1"], word: 2, name: "beta-1" }],
  switches: [{ path: ["terms", "misprint"], word: 3, name: "misprint" }],
});

Deno.test("the link of a page has the values that are shown", () => {
  strictEqual(
    queryAt(living, { beta_1: 0.75, misprint: true }),
    "v=1&page=averages~series_step~beta-1_0.75~misprint_1&surface=bowl",
  );
  strictEqual(queryAt(living, { beta_1: 0.9, misprint: false }), living.query);
});
