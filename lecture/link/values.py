"""How a link spells single values, and how it reads them: what cannot be used is corrected, with a sentence.

Only letters, digits and `- . _ ~` occur, which no browser and no messenger escapes. `~` stands between the items of a
value and `_` inside an item, so names are spelled with dashes.
"""

import re
from collections.abc import Sequence
from math import isnan
from typing import Any

from parameters import Number, Parameter, figure

ITEM, PART = "~", "_"

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?|[+-]?inf(inity)?|nan", re.ASCII | re.IGNORECASE)
_LONGEST_NUMBER = 400
_LONGEST_QUOTE = 40
_ACTIVE = frozenset("<>&\"'`[]()*\\|$~_#{}!:/")
"""What HTML, Markdown or Streamlit's own notation could take for more than text."""


_SHORT = {"learning_rate": "lr", "epsilon": "eps", "bias_correction": "bias", "steps_per_epoch": "epoch"}
"""The usual short words for what every contender would repeat at length: a link has to fit into a code that scans."""


def name_of(field: str) -> str:
    """A field's name as links spell it."""
    return _SHORT.get(field) or long_name_of(field)


def long_name_of(field: str) -> str:
    """A field's name as a person would spell it in a link, which is understood too."""
    return field.replace("_", "-")


def spelled(value: Any) -> str:
    """A number or a switch: the shortest text that gives the same bits back, 1e-8 and not 1e-08, 2 and not 2.0."""
    if isinstance(value, bool | int):
        return str(int(value))
    mantissa, e, exponent = repr(float(value)).partition("e")
    return mantissa.removesuffix(".0") + (f"e{int(exponent)}" if e else "")


def quoted(text: str) -> str:
    """What a link asked for, as a note repeats it: at most 40 characters, and none that is more than text."""
    plain = "".join(c if c.isprintable() and c not in _ACTIVE else "?" for c in text[: _LONGEST_QUOTE + 1])
    return plain if len(plain) <= _LONGEST_QUOTE else plain[: _LONGEST_QUOTE - 1] + "…"


def number_in(text: str) -> float | None:
    """The number that a text is, perhaps infinite or NaN; None where it is none. A + may have become a space."""
    text = text.strip().replace("\N{MINUS SIGN}", "-").replace("e ", "e+")
    return float(text) if len(text) <= _LONGEST_NUMBER and _NUMBER.fullmatch(text) else None


def numbers_in(text: str, allowed: Number, count: int) -> tuple[float, ...] | None:
    """Exactly so many numbers in range, or None."""
    parts = text.split(PART, count)
    found = [number_in(part) for part in parts]
    usable = [n for n in found if n is not None and not allowed.fault(n)]
    return tuple(usable) if len(usable) == len(parts) == count else None


def fitted(name: str, parameter: Parameter, text: str, usual: Any, notes: list[str]) -> Any:
    """The value of a parameter that is nearest to what the text asks for, else the usual one."""
    if not isinstance(parameter, Number):
        return _switched(name, text, usual, notes)
    value = number_in(text)
    if value is None or isnan(value):
        notes.append(f"{name} = {quoted(text)} is not a number; showing {_shown(usual)}")
        return usual
    inside = min(max(value, parameter.low), parameter.high)
    nearest = round(inside) if parameter.integer else inside
    if inside != value:
        allowed = f"{_shown(parameter.low)} to {_shown(parameter.high)}"
        notes.append(f"{name} = {quoted(text)} is outside {allowed}; showing {_shown(nearest)}")
    elif nearest != inside:
        notes.append(f"{name} = {quoted(text)} is not a whole number; showing {_shown(nearest)}")
    return nearest


def chosen(name: str, text: str, allowed: Sequence[str], usual: str, notes: list[str]) -> str:
    """One of several words, else the usual one."""
    if text in allowed:
        return text
    notes.append(f"{name} = {quoted(text)} is none of {', '.join(allowed)}; showing {usual}")
    return usual


def _switched(name: str, text: str, usual: bool, notes: list[str]) -> bool:
    if text in {"0", "1"}:
        return text == "1"
    notes.append(f"{name} = {quoted(text)} is neither 0 nor 1; showing {int(usual)}")
    return usual


def _shown(value: float) -> str:
    return figure(value, 10)
