"""Graphs as JavaScript: expressions that are used once stand where they are used, others get a name.

What depends on the parameters alone is computed before the loop over the steps; what depends on them and on counters of
the state, such as βᵗ, is computed once for each step and shared by all paths. What depends on an example is computed in
a loop over examples, of which only means leave it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from math import isfinite, isnan
from textwrap import indent

from tracing.graph import EXAMPLE, Node
from tracing.numbers import TracingError
from tracing.sources import PARAMETERS, Traces

ATOM, UNARY, PRODUCT, SUM, COMPARISON, TRUTH, CHOICE = 7, 6, 5, 4, 3, 2, 1
"""Precedences of expressions, from those that never need parentheses down."""

INFIX = {
    "add": ("+", SUM),
    "subtract": ("-", SUM),
    "multiply": ("*", PRODUCT),
    "divide": ("/", PRODUCT),
    "less": ("<", COMPARISON),
    "less_equal": ("<=", COMPARISON),
    "greater": (">", COMPARISON),
    "greater_equal": (">=", COMPARISON),
    "equal": ("===", COMPARISON),
    "not_equal": ("!==", COMPARISON),
    "logical_and": ("&&", TRUTH),
    "logical_or": ("||", TRUTH),
}
PREFIX = {"negative": "-", "logical_not": "!"}
CALLS = {
    "absolute": "Math.abs",
    "minimum": "Math.min",
    "maximum": "Math.max",
    "arctan": "Math.atan",
    "arctan2": "Math.atan2",
    "power": "Math.pow",
    "isnan": "Number.isNaN",
    "isfinite": "Number.isFinite",
}
"""Names that differ from NumPy's; the others are those of `Math`."""

LONGEST = 90
"""An expression longer than this gets a name, even if it is used once."""


@dataclass
class Code:
    """Lines of JavaScript: those hoisted before the loop, those of a table's row, those of the loop, and the results.

    Code that takes means over examples reads which: their `count`, from the place `from` in `rows` on, or simply the
    first `count` where `rows` is null.
    """

    hoisted: list[str] = field(default_factory=list)
    row: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    body: list[str] = field(default_factory=list)
    results: list[str] = field(default_factory=list)
    takes_means: bool = False


class Scope(IntEnum):
    """Where a node is computed: in the latest scope of its operands."""

    HOISTED = 0
    """Once, before the loop over the steps."""
    TABLE = 1
    """Once a step, in a table shared by all paths."""
    BODY = 2
    """In the body of the loop, for every path."""
    EXAMPLE = 3
    """In the loop over examples, inside the body."""
    MEAN = 4
    """After that loop, in the body."""


def code(
    traces: Traces,
    prefix: str,
    parameters: str = "p",
    counters: Sequence[str] = (),
    wanted: Sequence[int] | None = None,
) -> Code:
    """Write the results that are wanted (all, by default) as JavaScript.

    Inputs keep their names, but for the parameters, which are read from the object of that name. Names of ours begin
    with `prefix`. The inputs `counters` depend on nothing but the number of the step: what is made of them is a column
    of the table.
    """
    return _Writer(traces, prefix, parameters, frozenset(counters)).write(traces.results if wanted is None else wanted)


class _Writer:
    def __init__(self, traces: Traces, prefix: str, parameters: str, counters: frozenset[str]) -> None:
        self.nodes = traces.graph.nodes
        self.prefix, self.parameters = prefix, parameters
        self.scopes = self._scopes(counters)
        self.named: dict[int, str] = {}
        self.uses: Counter[int] = Counter()
        self.code = Code()
        self.means: list[int] = []
        self.each: list[str] = []
        self.after: list[str] = []

    def write(self, wanted: Sequence[int]) -> Code:
        needed = reachable(self.nodes, wanted)
        for number in needed:
            for operand in self.nodes[number].operands:
                # What is used in the loop and made before it has to have a name.
                apart = self.scopes[operand] != self.scopes[number] and self.nodes[number].operation != "mean"
                self.uses[operand] += 2 if apart else 1
        self.uses.update({number: 1 if self.scopes[number] in (Scope.BODY, Scope.MEAN) else 2 for number in wanted})
        if any(self.scopes[number] == Scope.EXAMPLE for number in wanted):
            raise TracingError("a number of each example, without a mean over them")
        for number in sorted(needed):
            self._name_if_shared(number)
        if self.means:
            size = f"{self.parameters}.targets.length"
            self.code.hoisted += [
                f"const {self.prefix}m{m} = new Float64Array({size});" for m in range(len(self.means))
            ]
            self.code.body += [*self._examples(needed), *self.after]
            self.code.takes_means = True
        self.code.results = [self._text(number)[0] for number in wanted]
        return self.code

    def _scopes(self, counters: frozenset[str]) -> list[Scope]:
        """Where each node is computed: the latest place of its operands."""
        scopes: list[Scope] = []
        for node in self.nodes:
            if node.operation == "input":
                scopes.append(_scope_of(node.name, counters))
                continue
            of_operands = {scopes[n] for n in node.operands}
            if Scope.MEAN in of_operands and (Scope.EXAMPLE in of_operands or node.operation == "mean"):
                raise TracingError("a number of each example that depends on a mean over them")
            scopes.append(Scope.MEAN if node.operation == "mean" else max(of_operands, default=Scope.HOISTED))
        return scopes

    def _examples(self, needed: Iterable[int]) -> list[str]:
        """The loop over examples, which leaves the terms of each mean in an array of its own, and the means."""
        names = sorted({self.nodes[n].name for n in needed if self.nodes[n].name.startswith(EXAMPLE)})
        terms = [self._text(self.nodes[number].operands[0])[0] for number in self.means]
        lines = [
            "const k = rows === null ? j : rows[from + j];",
            f"const {', '.join(map(_read, names))};",
            *self.each,
            *(f"{self.prefix}m{m}[j] = {term};" for m, term in enumerate(terms)),
        ]
        taken = (
            f"{self.named[number]} = total({self.prefix}m{m}, 0, count) / count" for m, number in enumerate(self.means)
        )
        return [*loop("j", "count", lines), f"const {', '.join(taken)};"]

    def _name_if_shared(self, number: int) -> None:
        node = self.nodes[number]
        if not node.operands:
            return
        if node.operation == "mean":
            self.means.append(number)
            self.named[number] = f"{self.prefix}{number}"
            return
        text, _ = self._text(number)
        if self.uses[number] < 2 and len(text) < LONGEST:
            return
        lines = (self.code.hoisted, self.code.row, self.code.body, self.each, self.after)[self.scopes[number]]
        name = f"{self.prefix}{number}"
        lines.append(f"const {name} = {text};")
        self.named[number] = name
        if self.scopes[number] == Scope.TABLE and self._leaves_the_row(number):
            self.code.columns.append(name)

    def _leaves_the_row(self, number: int) -> bool:
        return any(self.scopes[n] == Scope.BODY for n, node in enumerate(self.nodes) if number in node.operands)

    def _text(self, number: int) -> tuple[str, int]:
        """The expression of a node, and its precedence."""
        node = self.nodes[number]
        if number in self.named or not node.operands:
            return self._word(number), ATOM
        if node.operation in INFIX:
            return self._infix(node)
        operands = [self._text(n) for n in node.operands]
        if node.operation in PREFIX:
            return PREFIX[node.operation] + _parenthesized(operands[0], ATOM), UNARY
        if node.operation == "where":
            return " ".join(
                (_parenthesized(operands[0], TRUTH), "?", _parenthesized(operands[1], TRUTH), ":", operands[2][0])
            ), CHOICE
        function = CALLS.get(node.operation, f"Math.{node.operation}")
        return f"{function}({', '.join(text for text, _ in operands)})", ATOM

    def _word(self, number: int) -> str:
        node = self.nodes[number]
        if node.operation == "constant":
            return literal(node.value)
        return self.named.get(number) or node.name.removeprefix(EXAMPLE).replace(PARAMETERS, f"{self.parameters}.")

    def _infix(self, node: Node) -> tuple[str, int]:
        symbol, precedence = INFIX[node.operation]
        left, right = (self._text(n) for n in node.operands)
        # Operators group to the left; whatever NumPy grouped to the right keeps its parentheses.
        return f"{_parenthesized(left, precedence)} {symbol} {_parenthesized(right, precedence + 1)}", precedence


def _scope_of(name: str, counters: frozenset[str]) -> Scope:
    """Where an input is known."""
    if name.startswith(EXAMPLE):
        return Scope.EXAMPLE
    return Scope.HOISTED if name.startswith(PARAMETERS) else Scope.TABLE if name in counters else Scope.BODY


def read_example(features: int) -> list[str]:
    """The reading of all numbers of example k."""
    return [_read(name) for name in (*(f"feature{which}" for which in range(features)), "target")]


def _read(name: str) -> str:
    """The reading of a number of example k from the data: features lie one after another, each of all examples."""
    field = name.removeprefix(EXAMPLE)
    if field == "target":
        return "target = p.targets[k]"
    which = int(field.removeprefix("feature"))
    return f"{field} = p.features[{f'{which} * p.targets.length + ' if which else ''}k]"


def loop(index: str, end: str, body: Iterable[str]) -> list[str]:
    """A loop of JavaScript from 0 up to `end`."""
    return [f"for (let {index} = 0; {index} < {end}; {index}++) {{", *(indent(line, "  ") for line in body), "}"]


def _parenthesized(operand: tuple[str, int], precedence: int) -> str:
    """An operand, in parentheses if it binds less tightly than its place asks for."""
    text, own = operand
    return text if own >= precedence else f"({text})"


def reachable(nodes: Sequence[Node], wanted: Sequence[int]) -> set[int]:
    """The nodes that some others are made of, with these."""
    found: set[int] = set()
    ahead = list(wanted)
    while ahead:
        number = ahead.pop()
        if number not in found:
            found.add(number)
            ahead.extend(nodes[number].operands)
    return found


def literal(value: float | bool) -> str:
    """A constant in JavaScript, the same to the last bit."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isfinite(value):
        return "NaN" if isnan(value) else "Infinity" if value > 0.0 else "-Infinity"
    return repr(value).removesuffix(".0")
