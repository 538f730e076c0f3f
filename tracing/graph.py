"""The graph of a computation: what is done to which numbers, each operation once.

A node is an operation on earlier nodes; nodes that are the same operation on the same nodes are one. Operations on
constants alone are done at once, in the same double precision as they would be later.

Code that computes with all examples of a data set is traced with one, which stands for each of them: the sum over it is
its own number, and dividing that by the number of examples makes the `mean` over them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

EXAMPLE = "example."
"""How the names of those inputs begin that belong to one example of a data set."""

EXAMPLES = "examples"
"""The name of the input that is the number of examples."""


class Node(NamedTuple):
    """An operation with the numbers of the nodes that it is done to; or an `input` or `constant` with what it is."""

    operation: str
    operands: tuple[int, ...] = ()
    name: str = ""
    value: float | bool = 0.0


@dataclass
class Graph:
    """The nodes in an order in which they can be computed."""

    nodes: list[Node] = field(default_factory=list)
    _numbers: dict[Node, int] = field(default_factory=dict)

    def input(self, name: str) -> int:
        """The node of a number that is known only later."""
        return self._add(Node("input", name=name))

    def constant(self, value: float | bool) -> int:
        """The node of a number that is known."""
        # 0.0 equals −0.0 and False, which JavaScript would tell apart: the name does, too.
        return self._add(Node("constant", name=repr(value), value=value))

    def do(self, operation: str, operands: Sequence[int]) -> int:
        """The node of an operation, or of its result if all of its operands are known."""
        known = [self.nodes[n] for n in operands]
        if operation == "divide" and known[1].operation == "input" and known[1].name == EXAMPLES:
            return self._add(Node("mean", (operands[0],)))
        if all(node.operation == "constant" for node in known) and operation in CONSTANT_FOLDING:
            try:
                return self.constant(CONSTANT_FOLDING[operation](*(node.value for node in known)))
            except (ArithmeticError, ValueError):
                pass  # Dividing by zero has an answer in NumPy and in JavaScript, but none in Python.
        return self._add(Node(operation, tuple(operands)))

    def _add(self, node: Node) -> int:
        if node not in self._numbers:
            self._numbers[node] = len(self.nodes)
            self.nodes.append(node)
        return self._numbers[node]


CONSTANT_FOLDING = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": lambda a, b: a / b,
    "negative": lambda a: -a,
    "sqrt": math.sqrt,
}
"""Operations on constants that are done at once: every implementation rounds them alike."""
