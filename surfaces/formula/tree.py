"""Formulas as trees: numbers, x and y, constants, and operations on other trees.

Trees are compared by identity, so that one that occurs in several places is computed, differentiated and counted once.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import e, pi

VARIABLES = ("x", "y")
KNOWN_NUMBERS = {"pi": pi, "e": e}
FUNCTIONS = ("sqrt", "exp", "log", "sin", "cos", "tan", "tanh", "abs")
"""Functions of one number; `min` and `max` are operations on two."""


@dataclass(frozen=True, eq=False, slots=True)
class Tree:
    """An operation on other trees; or a `number` with its value, or a `name`: a variable, a constant, pi or e.

    Operations are add, subtract, multiply, divide, power, negative, min, max and FUNCTIONS. Derivatives have two more:
    the `sign` of a number, and `choose`, which is the third operand where the first is not above the second, and else
    the fourth.
    """

    operation: str
    operands: tuple["Tree", ...] = ()
    value: float = 0.0
    name: str = ""

    def is_number(self, value: float) -> bool:
        """Whether this is a plain number of that value."""
        return self.operation == "number" and self.value == value


def number(value: float) -> Tree:
    """A plain number."""
    return Tree("number", value=value)


def named(name: str) -> Tree:
    """A variable, a constant, pi or e."""
    return Tree("name", name=name)


def operation(name: str, *operands: Tree) -> Tree:
    """An operation as it was typed, without any simplification."""
    return Tree(name, operands)


def distinct(*trees: Tree) -> Iterator[Tree]:
    """Every tree that some are made of, with these, each once and after its operands."""
    seen: set[Tree] = set()
    ahead = [(tree, False) for tree in reversed(trees)]
    while ahead:
        tree, ready = ahead.pop()
        if ready:
            yield tree
        elif tree not in seen:
            seen.add(tree)
            ahead.append((tree, True))
            ahead.extend((operand, False) for operand in reversed(tree.operands))


def names_in(tree: Tree) -> tuple[str, ...]:
    """The names that occur in a tree, in the order of their first use."""
    return tuple(dict.fromkeys(part.name for part in distinct(tree) if part.operation == "name"))


def written_size(tree: Tree) -> int:
    """How many numbers, names and operations are written when a tree is, counting those that occur again."""
    sizes: dict[Tree, int] = {}
    for part in distinct(tree):
        sizes[part] = 1 + sum(sizes[operand] for operand in part.operands)
    return sizes[tree]


def add(left: Tree, right: Tree) -> Tree:
    """left + right, without zeros."""
    if left.is_number(0.0):
        return right
    if right.is_number(0.0):
        return left
    if right.operation == "negative":
        return subtract(left, right.operands[0])
    both = _numbers(left, right)
    return number(both[0] + both[1]) if both else operation("add", left, right)


def subtract(left: Tree, right: Tree) -> Tree:
    """left − right, without zeros."""
    if right.is_number(0.0):
        return left
    if left.is_number(0.0):
        return negative(right)
    if right.operation == "negative":
        return add(left, right.operands[0])
    both = _numbers(left, right)
    return number(both[0] - both[1]) if both else operation("subtract", left, right)


def negative(tree: Tree) -> Tree:
    """−tree."""
    if tree.operation == "negative":
        return tree.operands[0]
    return number(0.0 - tree.value) if tree.operation == "number" else operation("negative", tree)


def multiply(left: Tree, right: Tree) -> Tree:
    """left · right, without ones, zeros and two numbers beside each other; a number comes first."""
    if right.operation == "number" and left.operation != "number":
        left, right = right, left
    if left.is_number(0.0) or right.is_number(1.0):
        return left
    if left.operation == "negative":
        return negative(multiply(left.operands[0], right))
    if right.operation == "negative":
        return negative(multiply(left, right.operands[0]))
    (first, rest), (second, others) = _apart(left), _apart(right)
    factors = [factor for factor in (rest, others) if not factor.is_number(1.0)]
    product = operation("multiply", *factors) if len(factors) == 2 else (factors or [number(1.0)])[0]
    size = abs(first * second)
    whole = number(size) if not factors else product if size == 1.0 else operation("multiply", number(size), product)
    return negative(whole) if first * second < 0.0 else whole


def short(tree: Tree) -> Tree:
    """A number in place of a minus before one, and of a fraction of two that has few digits."""
    value, rest = _apart(tree.operands[0] if tree.operation == "negative" else tree)
    if not rest.is_number(1.0):
        return tree
    return number(-value if tree.operation == "negative" else value)


def _apart(tree: Tree) -> tuple[float, Tree]:
    """The number that a product begins with, and the rest; a fraction of two numbers that is short is a number."""
    if tree.operation == "number":
        return tree.value, number(1.0)
    if tree.operation == "multiply":
        value, rest = _apart(tree.operands[0])
        return (value, tree.operands[1]) if rest.is_number(1.0) else (1.0, tree)
    if tree.operation == "divide" and (both := _numbers(*tree.operands)) and both[1]:
        ratio = both[0] / both[1]
        return (ratio, number(1.0)) if len(repr(ratio)) < 7 else (1.0, tree)
    return 1.0, tree


def divide(left: Tree, right: Tree) -> Tree:
    """left / right, where a zero stays zero and a divisor of 1 is left out."""
    if left.is_number(0.0) or right.is_number(1.0):
        return left
    if left.operation == "negative":
        return negative(divide(left.operands[0], right))
    value, rest = _apart(left)
    if right.operation == "number" and right.value and len(repr(value / right.value)) < 7 and value != 1.0:
        return multiply(number(value / right.value), rest)
    return operation("divide", left, right)


def power(base: Tree, exponent: Tree) -> Tree:
    """base ^ exponent; the powers 0 and 1 are no powers."""
    if exponent.is_number(1.0):
        return base
    return number(1.0) if exponent.is_number(0.0) else operation("power", base, exponent)


def _numbers(left: Tree, right: Tree) -> tuple[float, float] | None:
    return (left.value, right.value) if left.operation == right.operation == "number" else None
