"""A line of a formula with numbers in place of its symbols: places in LaTeX, and which number of an update each is."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from optimizers import Optimizer
from parameters import declared


class Value(NamedTuple):
    """A number of update t: of an array, as it is before the update (at t − 1) or after it (at t), or of a
    hyper-parameter, if `field` names one.
    """

    array: str = ""
    before: bool = False
    field: str = ""


class Substitution(NamedTuple):
    r"""The right-hand side of a line, with `\text{q0}`, `\text{q1}` … in place of symbols, and what they stand for."""

    latex: str
    values: tuple[Value, ...]


def substitutions(rule: Optimizer, fields: Mapping[str, str]) -> list[Substitution]:
    """Substitute in every line of a rule's formula.

    `fields` are the fields of the state by their symbols. A symbol is what it was before the update until its own line
    has assigned to it; the gradient and the point are what the update was given.
    """
    known = {r"\alpha": Value("learning_rates")}
    known |= {"g": Value("gradients", before=True), "w": Value("points", before=True)}
    known |= {symbol: Value(f"state.{field}", before=symbol != "t") for symbol, field in fields.items()}
    known |= {
        parameter.symbol: Value(field=field)
        for field, parameter in declared(rule).items()
        if getattr(parameter, "symbol", "") not in ("", *known)
    }
    made = []
    for line in rule.formula:
        left, _, right = line.replace(r"\leftarrow", "=", 1).partition("=")
        made.append(_substituted(right.strip(), known))
        symbol = left.strip()
        if symbol in fields:
            known[symbol] = known[symbol]._replace(before=False)
        elif symbol != "w":
            known[symbol] = Value(f"intermediates.{symbol}")
    return made


def _substituted(right: str, known: Mapping[str, Value]) -> Substitution:
    values: list[Value] = []

    def place(found: re.Match[str]) -> str:
        values.append(known[found[0]])
        return rf"{{\text{{q{len(values) - 1}}}}}"

    longest_first = sorted(known, key=len, reverse=True)
    symbols = "|".join(rf"(?<![a-zA-Z\\]){re.escape(symbol)}(?![a-zA-Z])" for symbol in longest_first)
    return Substitution(_FACTORS.sub(r"\1 \\cdot ", re.sub(symbols, place, right)), tuple(values))


_PLACE = r"\{\\text\{q\d+\}\}"
_FACTORS = re.compile(rf"((?:{_PLACE}(?:\^(?:\d|{_PLACE}))?|\)))\s*(?={_PLACE}|\(|\\frac|\\sqrt)")
"""A factor before another: numbers side by side would be read as one."""
