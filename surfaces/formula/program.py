"""Trees as programs: what is done to which numbers, in order, each operation once."""

import operator
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np

from surfaces.formula.tree import KNOWN_NUMBERS, Tree, distinct

HIGHEST_PRODUCT = 32
"""Whole powers up to this one are products, with the same bits in NumPy and in JavaScript; others are NumPy's."""

_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "negative": operator.neg,
    "power": np.power,
    "min": np.minimum,
    "max": np.maximum,
    "abs": np.absolute,
    **{name: getattr(np, name) for name in ("sqrt", "exp", "log", "sin", "cos", "tan", "tanh", "sign")},
    "choose": lambda left, right, yes, no: np.where(left <= right, yes, no)[()],
    "above zero": lambda u: u > 0.0,
    "not below zero": lambda u: u >= 0.0,
    "a number": operator.eq,
    "and": operator.and_,
}


class Step(NamedTuple):
    """An operation on the numbers in some slots, whose result is left in another one."""

    slot: int
    operation: str
    operands: tuple[int, ...]


class Program:
    """The numbers of some trees at x and y, with the values of the constants that are named, where `domain` is defined.

    Every number is a double, so that nothing raises and nothing grows: 9^9^9^9 is ∞ at once.
    """

    def __init__(self, trees: Sequence[Tree], domain: Tree, constants: Sequence[str]) -> None:
        self.known: dict[int, Any] = {}
        """The numbers that are known before x and y are, by slot."""
        self.steps: list[Step] = []
        self._slots: dict[tuple[Any, ...], int] = {("name", name): k for k, name in enumerate(("x", "y", *constants))}
        self._inputs = len(self._slots)
        with np.errstate(all="ignore"):
            places = self._read(*trees)
            self.condition = self._all(self._conditions(domain))
        self.results = tuple(places[tree] for tree in trees)
        self._calls = [(slot, _FUNCTIONS[name], operands) for slot, name, operands in self.steps]

    def __call__(self, *inputs: Any) -> tuple[list[Any], Any]:
        """The numbers of the trees at x and y, and whether the domain is defined there: True where it always is.

        Numbers that do not depend on x and y are not spread over a batch.
        """
        memory = [*inputs, *(self.known.get(k) for k in range(self._inputs, len(self._slots)))]
        with np.errstate(all="ignore"):
            for slot, function, operands in self._calls:
                memory[slot] = function(*[memory[k] for k in operands])
        return [memory[k] for k in self.results], True if self.condition is None else memory[self.condition]

    def _read(self, *trees: Tree) -> dict[Tree, int]:
        """The slot of every part of the trees."""
        places: dict[Tree, int] = {}
        for tree in distinct(*trees):
            places[tree] = self._slot_of(tree, [places[operand] for operand in tree.operands])
        return places

    def _slot_of(self, tree: Tree, operands: Sequence[int]) -> int:
        if tree.operation == "number":
            return self._number(tree.value)
        if tree.operation == "name":
            known = KNOWN_NUMBERS.get(tree.name)
            return self._slots["name", tree.name] if known is None else self._number(known)
        if tree.operation == "power":
            return self._power(operands[0], operands[1], tree.operands[0])
        return self._do(tree.operation, *operands)

    def _number(self, value: float) -> int:
        slot = self._slots.setdefault(("number", repr(value)), len(self._slots))
        self.known[slot] = np.float64(value)
        return slot

    def _do(self, name: str, *operands: int) -> int:
        """The slot of an operation's result, computed at once if its operands are known."""
        key = (name, *operands)
        if key in self._slots:
            return self._slots[key]
        slot = self._slots[key] = len(self._slots)
        if all(k in self.known for k in operands):
            self.known[slot] = _FUNCTIONS[name](*[self.known[k] for k in operands])
        else:
            self.steps.append(Step(slot, name, operands))
        return slot

    def _power(self, base: int, exponent: int, base_tree: Tree) -> int:
        value = self.known.get(exponent)
        if base_tree.name == "e":
            return self._do("exp", exponent)
        if value == 0.5:
            return self._do("sqrt", base)
        if value is None or not _is_whole(value) or abs(value) > HIGHEST_PRODUCT:
            return self._do("power", base, exponent)
        return self._whole_power(base, int(value))

    def _whole_power(self, base: int, exponent: int) -> int:
        if exponent < 0:
            return self._do("divide", self._number(1.0), self._whole_power(base, -exponent))
        if exponent == 0:
            return self._number(1.0)
        half = self._whole_power(base, exponent // 2) if exponent > 1 else base
        if exponent == 1:
            return base
        square = self._do("multiply", half, half)
        return self._do("multiply", square, base) if exponent % 2 else square

    def _conditions(self, tree: Tree) -> list[int]:
        """The slots of what has to be true for a tree to be defined."""
        found: list[int] = []
        for part in distinct(tree):
            if part.operation in ("log", "sqrt"):
                inside = self._read(part.operands[0])[part.operands[0]]
                found.append(self._do("above zero" if part.operation == "log" else "not below zero", inside))
            elif part.operation == "power":
                places = self._read(part)
                found += self._conditions_of_power(places[part], *(places[operand] for operand in part.operands))
        return list(dict.fromkeys(found))

    def _conditions_of_power(self, result: int, base: int, exponent: int) -> list[int]:
        """Roots are of what is not negative; whole powers and powers of positive numbers are always defined."""
        value, of = self.known.get(exponent), self.known.get(base)
        if (of is not None and of > 0.0) or (value is not None and _is_whole(value)):
            return []
        if value is None:
            return [self._do("a number", result, result)]
        return [self._do("not below zero" if value > 0.0 else "above zero", base)]

    def _all(self, conditions: list[int]) -> int | None:
        """The slot of whether all are true, but for those that are known to be; None without any."""
        open_ones = [k for k in conditions if k not in self.known or not self.known[k]]
        if not open_ones:
            return None
        whole = open_ones[0]
        for condition in open_ones[1:]:
            whole = self._do("and", whole, condition)
        return whole


def _is_whole(value: float) -> bool:
    return bool(np.isfinite(value)) and value == round(value)
