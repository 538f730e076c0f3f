import assert from "node:assert/strict";
import plugin from "./function_length.js";

/** What the rule says of a module. @param {string} source */
const faults = (source) => Deno.lint.runPlugin(plugin, "module.js", source);

/** So many lines of statements. @param {number} count */
const body = (count) => "  work();\n".repeat(count);

Deno.test("a function of 60 lines is allowed, and one of 61 is not", () => {
  assert.equal(faults(`function f() {\n${body(58)}}\n`).length, 0);
  const [fault, ...others] = faults(`function f() {\n${body(59)}}\n`);
  assert.equal(fault.id, "downhill/function-length");
  assert.match(fault.message, /61 lines/);
  assert.deepEqual(others, []);
});

const FORMS = {
  "a function expression": `const f = function () {\n${body(59)}};\n`,
  "an arrow function": `const f = () => {\n${body(59)}};\n`,
  "an arrow function of one expression": `const f = () => [\n${"  1,\n".repeat(59)}];\n`,
  "an asynchronous function": `async function f() {\n${body(59)}}\n`,
  "a method": `class A {\n  m() {\n${body(59)}  }\n}\n`,
  "a getter": `const a = {\n  get m() {\n${body(59)}  },\n};\n`,
  "a private method": `class A {\n  #m() {\n${body(59)}  }\n}\n`,
};

for (const [form, source] of Object.entries(FORMS)) {
  Deno.test(`${form} is measured`, () => assert.equal(faults(source).length, 1));
}

Deno.test("what is inside a function counts for it", () => {
  const inner = `  function g() {\n${body(40)}  }\n`;
  assert.equal(faults(`function f() {\n${inner}${inner}}\n`).length, 1);
});

Deno.test("a class and a module may be longer", () => {
  const methods = Array.from({ length: 30 }, (_, k) => `  m${k}() {\n  work();\n  }\n`).join("");
  assert.equal(faults(`class A {\n${methods}}\n${body(70)}`).length, 0);
});
