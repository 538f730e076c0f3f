import assert from "node:assert/strict";
import { passesOf, Pool } from "../../../frontend/landscape/pool.js";

/** A grid of so many columns and rows. @returns {any} */
const gridOf = (width, height, more = {}) => ({
  kernels: "",
  settings: { steps: 3 },
  columns: { path: ["start", "0"], values: Float64Array.from({ length: width }, (_, k) => k) },
  rows: { path: ["start", "1"], values: Float64Array.from({ length: height }, (_, k) => k) },
  window: [[0, 1], [0, 1]],
  lowest: null,
  valley: null,
  minima: [],
  reach: 0.01,
  ...more,
});

/** What workers are given, and a pool of two whose workers answer when they are told to. */
function poolByHand() {
  const workers = [];
  const hire = (kernels) => {
    const worker = { kernels, asked: [], hear: null, isOver: false };
    workers.push(worker);
    return {
      post: (message) => worker.asked.push(message),
      listen: (hear) => worker.hear = hear,
      end: () => worker.isOver = true,
    };
  };
  /** Lets every worker answer its next part with the numbers of the cells. */
  const answer = () => {
    for (const worker of workers) {
      const at = worker.asked.findIndex(({ cells }) => cells);
      if (at < 0 || worker.isOver) continue;
      const [{ job, stride, cells }] = worker.asked.splice(at, 1);
      const found = {
        codes: Uint8Array.from(cells, (cell) => cell % 200),
        steps: Float32Array.from(cells),
        losses: Float64Array.from(cells),
      };
      worker.hear({ job, stride, cells, found, ms: 1 });
    }
  };
  return { pool: new Pool({ hire, count: 2 }), workers, answer };
}

Deno.test("every cell is computed once, at most 64 by 64 of them first", () => {
  for (const [width, height] of [[200, 200], [60, 40], [513, 100], [1, 1]]) {
    const passes = passesOf(gridOf(width, height));
    assert.ok(passes[0].cells.length <= 4096);
    const cells = passes.flatMap((pass) => [...pass.cells]).sort((a, b) => a - b);
    assert.deepEqual(cells, Array.from({ length: width * height }, (_, cell) => cell));
  }
});

Deno.test("the coarse picture is whole, and the last one holds what was found in each cell", async () => {
  const { pool, answer } = poolByHand();
  const pictures = [];
  const computed = pool.run(gridOf(130, 130), {
    onProgress: ({ steps, done }) => pictures.push({ steps: steps.slice(), done }),
  });
  while (!(pictures.at(-1)?.done === 1)) answer();
  const found = await computed;
  assert.deepEqual(found.losses, Float64Array.from({ length: 130 * 130 }, (_, cell) => cell));
  const [{ steps, done }] = pictures;
  assert.ok(done < 0.1);
  assert.equal(steps[0], 0);
  assert.equal(steps[1], 0, "it stands for its neighbour");
  assert.equal(steps[3], 4);
  assert.equal(steps[131 * 3], 4 * 131);
  assert.deepEqual(pictures.map((each) => each.done), pictures.map((each) => each.done).sort((a, b) => a - b));
});

Deno.test("the next grid and a signal end what is computed, whose parts nobody hears of any more", async () => {
  const { pool, workers, answer } = poolByHand();
  const first = pool.run(gridOf(9, 9), { onProgress: () => assert.fail("it is given up") });
  const control = new AbortController();
  const second = pool.run(gridOf(9, 9), { signal: control.signal });
  await assert.rejects(first, { name: "AbortError" });
  control.abort();
  await assert.rejects(second, { name: "AbortError" });
  const third = pool.run(gridOf(3, 3));
  for (let k = 0; k < 20; k += 1) answer();
  assert.equal((await third).done, 1);
  assert.equal(workers.length, 2, "its workers are the same");
});

Deno.test("other kernels have workers of their own", async () => {
  const { pool, workers, answer } = poolByHand();
  const before = pool.run(gridOf(3, 3));
  const after = pool.run(gridOf(3, 3, { kernels: "https://here/formula.js" }));
  await assert.rejects(before, { name: "AbortError" });
  assert.deepEqual(workers.map(({ kernels, isOver }) => [kernels, isOver]), [
    ["", true],
    ["", true],
    ["https://here/formula.js", false],
    ["https://here/formula.js", false],
  ]);
  for (let k = 0; k < 20; k += 1) answer();
  assert.equal((await after).done, 1);
});

Deno.test("what the kernels lack, and a browser without workers, is said", async () => {
  const { pool, workers } = poolByHand();
  const unknown = pool.run(gridOf(3, 3));
  workers[0].hear({ job: 1, error: "There is no adam in this module." });
  await assert.rejects(unknown, { name: "NotKnownHere", message: "There is no adam in this module." });
  const none = new Pool({
    hire: () => {
      throw new Error("forbidden");
    },
  });
  await assert.rejects(none.run(gridOf(3, 3)), { name: "NotKnownHere" });
});

Deno.test("real workers compute with the kernels that they import", async () => {
  const ends = (/** @type {any} */ { cells, columns, factor }) => ({
    codes: Uint8Array.from(cells, () => 1),
    steps: Float32Array.from(cells),
    losses: Float64Array.from(cells, (cell) => factor * columns.values[cell % columns.values.length]),
  });
  const pool = new Pool({ count: 2 });
  const grid = gridOf(100, 80, {
    kernels: `data:text/javascript,${encodeURIComponent(`export const ends = ${ends};`)}`,
  });
  grid.settings.factor = 3;
  const found = await pool.run(grid);
  assert.equal(found.losses[79 * 100 + 99], 297);
  assert.ok(found.codes.every((code) => code === 1));
  pool.destroy();
});
