import assert from "node:assert/strict";
import { Following } from "../../../frontend/landscape/following.js";

/** A pool that computes when it is told to, and what has become of its grids. */
function poolByHand() {
  const jobs = [];
  const run = (grid, { onProgress }) =>
    new Promise((resolve, reject) => {
      const before = jobs.at(-1);
      before?.reject(new DOMException("", "AbortError"));
      jobs.push({ grid, onProgress, resolve, reject });
    });
  return { jobs, pool: { run } };
}

/** Two turns of whatever waits. */
const later = () => new Promise((done) => setTimeout(done));

Deno.test("a grid is given up for the next one as soon as there is a coarse picture of it, and not before", async () => {
  const { jobs, pool } = poolByHand();
  const shown = [];
  const following = new Following(/** @type {any} */ (pool), (_, grid) => shown.push(grid), assert.fail);
  for (const name of ["a", "b", "c"]) following.want(/** @type {any} */ (name));
  assert.deepEqual(jobs.map(({ grid }) => grid), ["a"]);
  jobs[0].onProgress({});
  assert.deepEqual(jobs.map(({ grid }) => grid), ["a", "c"], "b is passed over");
  jobs[1].onProgress({});
  following.want(/** @type {any} */ ("d"));
  assert.equal(jobs.at(-1).grid, "d", "while c becomes finer");
  jobs.at(-1).onProgress({});
  jobs.at(-1).resolve({});
  await later();
  assert.deepEqual(shown, ["a", "c", "d"]);
});

Deno.test("what cannot be computed is said, and the next grid is computed", async () => {
  const { jobs, pool } = poolByHand();
  const said = [];
  const following = new Following(/** @type {any} */ (pool), () => {}, ({ message }) => said.push(message));
  following.want(/** @type {any} */ ("a"));
  following.want(/** @type {any} */ ("b"));
  jobs[0].reject(new Error("There is none."));
  await later();
  assert.deepEqual(said, ["There is none."]);
  assert.deepEqual(jobs.map(({ grid }) => grid), ["a", "b"]);
});
