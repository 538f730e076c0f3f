"""The worked step: one update written out in numbers, line by line as in the rule's formula.

Which rows there are follows from the formula: each line assigns to a symbol, and that symbol is either part of the
rule's state, or an intermediate, or w itself. All numbers are those of the run.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from itertools import product
from typing import Any, NamedTuple

import numpy as np
from latex2mathml.converter import convert

from optimizers import Optimizer, Trajectory
from parameters import Switch, declared
from scenes.substitution import Value, substitutions


class Row(NamedTuple):
    """One row of numbers: a symbol in MathML, the array that has it, and whether it is shown as it is before update t
    (at t − 1 in the array), after it (at t), or both.
    """

    symbol: str
    array: str
    before: bool
    after: bool


class Line(NamedTuple):
    """A line of the formula in MathML, or "" for what the update is given, with its rows.

    `numbers` is its right-hand side in MathML with places for `values`: numbers of x, of y, or of both alike.
    """

    formula: str
    rows: tuple[Row, ...]
    numbers: str = ""
    values: tuple[Value, ...] = ()


def lines(rule: Optimizer) -> list[Line]:
    """Return the lines of a rule's worked step, in the order of its formula."""
    fields = {_symbol(rule, field): field for field in rule.init(np.zeros(2))._fields}
    given = [_row("w", "points", before=True), _row("g", "gradients", before=True)]
    given += [_row(symbol, f"state.{field}", after=True) for symbol, field in fields.items() if symbol == "t"]
    substituted = zip(rule.formula, substitutions(rule, fields), strict=True)
    shown = [
        Line(mathml(line), _rows(line, fields), mathml(numbers), values) for line, (numbers, values) in substituted
    ]
    return [Line("", tuple(given)), *shown]


def arrays(rule: Optimizer, path: Trajectory) -> dict[str, np.ndarray]:
    """Collect the numbers of the rows for t = 0 … T: (T+1,) or (2, T+1), NaN at 0 if they begin at the first update."""
    first = rule.init(path.points[:, 0])
    states = {
        f"state.{field}": np.concatenate([np.asarray(start, dtype=float)[..., np.newaxis], after], axis=-1)
        for field, start, after in zip(first._fields, first, path.states, strict=True)
    }
    with np.errstate(all="ignore"):  # what overflows in the last steps of a run that diverges is shown as ∞
        made = {"learning_rates": path.learning_rates, "steps": np.diff(path.points)}
        made |= {f"intermediates.{symbol}": values for symbol, values in rule.intermediates(path.states).items()}
    return {"gradients": path.gradients, **states, **{name: _from_first(values) for name, values in made.items()}}


@cache
def mathml(latex: str) -> str:
    """Convert a formula to MathML, which the browser sets without fonts or scripts from anywhere."""
    return convert(latex)


def plain(rule: Optimizer) -> list[dict[str, Any]]:
    """Return the lines as JSON, at every setting of the rule's switches, so that the browser can turn one.

    A line that depends on them says at which settings it is shown: `when`, by field.
    """
    switches = [field for field, parameter in declared(rule).items() if isinstance(parameter, Switch)]
    settings = [dict(zip(switches, on, strict=True)) for on in product((True, False), repeat=len(switches))]
    found = []
    for versions in zip(*(lines(replace(rule, **setting)) for setting in settings), strict=True):
        if len(set(versions)) == 1:
            found.append(_plain_line(versions[0], {}))
        else:
            found += [_plain_line(line, setting) for line, setting in zip(versions, settings, strict=True)]
    return found


def _plain_line(line: Line, when: Mapping[str, bool]) -> dict[str, Any]:
    rows, values = [row._asdict() for row in line.rows], [value._asdict() for value in line.values]
    return {**line._asdict(), "rows": rows, "values": values, "when": dict(when)}


def _rows(line: str, fields: Mapping[str, str]) -> tuple[Row, ...]:
    symbol = _assigned(line)
    if symbol in fields:
        return (_row(symbol, f"state.{fields[symbol]}", before=True, after=True),)
    if symbol == "w":
        rate, change = _row(r"\alpha", "learning_rates", after=True), _row(r"\Delta w", "steps", after=True)
        return rate, change, _row("w", "points", before=True, after=True)
    return (_row(symbol, f"intermediates.{symbol}", after=True),)


def _row(symbol: str, array: str, *, before: bool = False, after: bool = False) -> Row:
    return Row(mathml(symbol), array, before, after)


def _assigned(line: str) -> str:
    """Return the symbol that a line of a formula assigns to: "v" of r"v \\leftarrow …"."""
    return line.replace(r"\leftarrow", "=", 1).partition("=")[0].strip()


def _symbol(rule: Optimizer, field: str) -> str:
    return rule.symbols.get(field, field)


def _from_first(values: np.ndarray) -> np.ndarray:
    before = np.full((*values.shape[:-1], 1), np.nan)
    return np.concatenate([before, values], axis=-1)
