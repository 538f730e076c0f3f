import assert from "node:assert/strict";
import {
  comparisons,
  conditionCodes,
  conditionNumbers,
  conditions,
  curvatureCodes,
  curvatures,
  differences,
  endings,
  scaleOf,
  sharesOf,
} from "../../../frontend/landscape/classes.js";
import { eigenvalues } from "../../../frontend/data/eigenvalues.js";

const LIGHT = { dark: false };
const KINDS = [
  { key: "global-minimum", words: "reached the global minimum", isMinimum: true, hasArrived: true },
  { key: "saddle", words: "stopped at a saddle", isMinimum: false, hasArrived: true },
  { key: "diverging", words: "diverging", isMinimum: false, hasArrived: false },
  { key: "diverged", words: "diverged", isMinimum: false, hasArrived: false },
];

Deno.test("the codes of a basin map are the minima, another one, and what else becomes of a path", () => {
  const classes = endings([[3, 2], [-2.805118, 3.131313]], KINDS, LIGHT);
  assert.deepEqual(classes.map(({ words }) => words), [
    "minimum (3, 2)",
    "minimum (\u22122.81, 3.13)",
    "another minimum",
    "stopped at a saddle",
    "diverging",
    "diverged",
  ]);
  assert.equal(new Set(classes.slice(0, 5).map(({ color }) => color)).size, 5);
});

Deno.test("shares add up, those of a group together, and leave out what does not occur", () => {
  const many = Array.from({ length: 9 }, (_, k) => [k, 0]);
  const shares = sharesOf(endings(many, KINDS, LIGHT), Uint8Array.of(0, 3, 4, 8, 11, 12, 12, 12));
  assert.deepEqual(shares.map(({ words, share }) => [words, share]), [
    ["minimum (0, 0)", 1 / 8],
    ["other minima", 3 / 8],
    ["diverged", 4 / 8],
  ]);
});

Deno.test("two contenders are compared by the minima that they reach", () => {
  const codes = differences(Uint8Array.of(0, 0, 5, 0, 5), Uint8Array.of(0, 5, 0, 1, 6), 3);
  const words = comparisons(["SGD", "Adam"], LIGHT).map((each) => each.words);
  assert.deepEqual(Array.from(codes, (code) => words[code]), [
    "both end alike",
    "only SGD reaches one",
    "only Adam reaches one",
    "a different one each",
    "neither, in two ways",
  ]);
});

Deno.test("a surface is curved by the eigenvalues of its Hessian", () => {
  const of = (...numbers) => Float64Array.from(numbers);
  const { low, high } = eigenvalues({ xx: of(2, 1, 100), xy: of(0, 2, 0), yy: of(-30, 1, 0.01) });
  assert.deepEqual([...low, ...high], [-30, -1, 0.010000000000005116, 2, 3, 100]);
  assert.equal(scaleOf(low), 1);
  assert.deepEqual([...curvatureCodes(low, 1)], [0, 1, 2]);
  assert.deepEqual([...conditionCodes(conditionNumbers(low, high))], [1, 0, 3]);
  assert.deepEqual([...conditionCodes(conditionNumbers(of(0, 0, NaN), of(2, 0, 1)))], [3, 3, 3], "where there is none");
  assert.equal(curvatures(1, LIGHT).length, conditions(LIGHT).length);
});
