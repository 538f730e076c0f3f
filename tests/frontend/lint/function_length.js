// A rule for `deno lint`: a function has to fit on a screen, and what is inside it counts.

const MAX_LINES = 60;

/** The lines from one that opens to one that closes, as an editor counts them. */
function linesOf(text) {
  return text.split("\n").length;
}

/** @type {Deno.lint.Rule} */
const functionLength = {
  create(context) {
    /** @param {Deno.lint.Node} node */
    function measure(node) {
      const lines = linesOf(context.sourceCode.getText(node));
      if (lines <= MAX_LINES) return;
      context.report({
        node,
        message: `This function has ${lines} lines; no more than ${MAX_LINES} fit on a screen.`,
      });
    }
    return { FunctionDeclaration: measure, FunctionExpression: measure, ArrowFunctionExpression: measure };
  },
};

/** @type {Deno.lint.Plugin} */
export default { name: "downhill", rules: { "function-length": functionLength } };
