"""Encoding and decoding single values; an invalid one is corrected, with a note.

Only letters, digits and `- . _ ~` occur, which no browser and no messenger escapes. `~` stands between the items of a
value and `_` inside an item, so names are written with dashes.
"""

import re
from hashlib import blake2b
from math import isnan
from typing import Any

from parameters import Choice, Choices, Expression, Number, Numbers, Parameter, Rows, Switch, Text, format_number

ITEM, PART = "~", "_"
NO_ROWS = "none"
LEFT_OUT = "left-out"
"""What a link says of rows that are too long for it, with a name by which a session knows which they were."""

_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?|[+-]?inf(inity)?|nan", re.ASCII | re.IGNORECASE)
_MAX_NUMBER = 400
_MAX_QUOTE = 40
_ACTIVE = frozenset("<>&\"'`[]()*\\|$~_#{}!:/")
"""Characters that have a meaning in HTML, Markdown or Streamlit's own notation."""


def link_name(field: str, parameter: Parameter) -> str:
    """A field's name in links, short where its declaration says so: a link has to fit into a code that scans."""
    return parameter.link or full_name(field)


def full_name(field: str) -> str:
    """A field's name as a person would write it in a link, which is understood too."""
    return field.replace("_", "-")


def encode_value(parameter: Parameter, value: Any) -> str:
    """A value as a link has it; `decode_value` gives the same bits back."""
    match parameter:
        case _ if value is None:
            return str(parameter.none)
        case Number():
            return _encode_number(value)
        case Switch():
            return str(int(value))
        case Numbers() | Rows():
            return _encode_numbers(parameter, value)
        case Choices():
            return PART.join(option for option in parameter.options if option in value) or parameter.empty
        case Choice() | Text() | Expression():
            return parameter.to_link(value) if isinstance(parameter, Expression) else value
    raise TypeError(f"A link has no way to write {parameter!r}.")


def decode_value(name: str, parameter: Parameter, text: str, default: Any, notes: list[str]) -> Any:
    """The accepted value nearest to a text, else the default; `name` is what a note calls it."""
    if parameter.none and text == parameter.none:
        return None
    match parameter:
        case Number():
            value = _clamp(name, parameter, text, default, notes)
        case Numbers():
            value = _decode_numbers(name, parameter, text, default, notes)
        case Rows():
            value = _decode_rows(name, parameter, text, default, notes)
        case Choices():
            value = _pick(name, parameter, text, notes)
        case Switch() if text in {"0", "1"}:
            value = text == "1"
        case Choice() | Text() if parameter.accepts(text):
            value = text
        case Expression():
            value = _decode_expression(name, parameter, text, default, notes)
        case _:
            value = default
            notes.append(f"{name} = {quoted(text)} is {_refusal(parameter)}; showing {_shown(parameter, default)}")
    return value


def _decode_expression(name: str, parameter: Expression, text: str, default: Any, notes: list[str]) -> str:
    try:
        return parameter.read(parameter.from_link(text))
    except ValueError:
        notes.append(f"{name} {quoted(parameter.from_link(text))} is not {parameter.meaning}; showing the first one")
        return default


def _refusal(parameter: Parameter) -> str:
    match parameter:
        case Choice():
            return f"not one of {', '.join(parameter.options)}"
        case Text():
            return f"not {parameter.meaning}"
    return "neither 0 nor 1"


def quoted(text: str) -> str:
    """A part of a link as a note repeats it: at most 40 characters, and none that is more than text."""
    plain = "".join(c if c.isprintable() and c not in _ACTIVE else "?" for c in text[: _MAX_QUOTE + 1])
    return plain if len(plain) <= _MAX_QUOTE else plain[: _MAX_QUOTE - 1] + "…"


def _encode_number(value: float) -> str:
    """The shortest text that gives the same bits back: 1e-8 and not 1e-08, 2 and not 2.0."""
    if isinstance(value, int):
        return str(value)
    mantissa, e, exponent = repr(float(value)).partition("e")
    return mantissa.removesuffix(".0") + (f"e{int(exponent)}" if e else "")


def _encode_numbers(parameter: Numbers | Rows, value: Any) -> str:
    text = PART.join(map(_encode_number, parameter.flat(value))) or NO_ROWS
    is_long = isinstance(parameter, Rows) and parameter.linked is not None and len(text) > parameter.linked
    return f"{LEFT_OUT}-{blake2b(text.encode(), digest_size=4).hexdigest()}" if is_long else text


def decode_number(text: str) -> float | None:
    """The number that a text is, perhaps infinite or NaN; None where it is none. A + may have become a space."""
    text = text.strip().replace("\N{MINUS SIGN}", "-").replace("e ", "e+")
    return float(text) if len(text) <= _MAX_NUMBER and _NUMBER.fullmatch(text) else None


def _clamp(name: str, parameter: Number, text: str, default: float | None, notes: list[str]) -> float | None:
    value = decode_number(text)
    if value is None or isnan(value):
        notes.append(f"{name} = {quoted(text)} is not a number; showing {_shown(parameter, default)}")
        return default
    inside = min(max(value, parameter.low), parameter.high)
    nearest = round(inside) if parameter.integer else inside
    if inside != value:
        allowed = f"{_digits(parameter.low)} to {_digits(parameter.high)}"
        notes.append(f"{name} = {quoted(text)} is outside {allowed}; showing {_digits(nearest)}")
    elif nearest != inside:
        notes.append(f"{name} = {quoted(text)} is not a whole number; showing {_digits(nearest)}")
    return nearest


def _pick(name: str, parameter: Choices, text: str, notes: list[str]) -> frozenset[str]:
    words = [] if text == parameter.empty else text.split(PART)
    unknown = [word for word in words if word not in parameter.options]
    if unknown:
        asked = quoted(" ".join(unknown))
        notes.append(f"{name} = {asked} is not one of {', '.join(parameter.options)}; it is left out")
    return frozenset(words) & frozenset(parameter.options)


def _decode_numbers(name: str, parameter: Numbers, text: str, default: Any, notes: list[str]) -> Any:
    """The numbers of a text: each corrected by itself where it has a name, else all of them or the default."""
    parts = text.split(PART, parameter.count)
    if len(parts) == parameter.count:
        if parameter.axes:
            named = zip(parameter.axes, parts, parameter.flat(default), strict=True)
            each = [_clamp(f"{name} {axis}", parameter.each, part, number, notes) for axis, part, number in named]
            return parameter.from_flat(tuple(each))
        found = [decode_number(part) for part in parts]
        if None not in found and parameter.accepts(value := parameter.from_flat(tuple(found))):
            return value
    asked = quoted(text.replace(PART, " "))
    notes.append(f"{name} = {asked} is not {parameter.meaning}; showing {_shown(parameter, default)}")
    return default


def _decode_rows(name: str, parameter: Rows, text: str, default: Any, notes: list[str]) -> Any:
    """The rows of a text: as many as there may be, or the default where some are none."""
    if text == NO_ROWS:
        return ()
    if text.startswith(LEFT_OUT):
        notes.append(f"The {parameter.meaning} are too many for a link, which lacks them; showing none")
        return ()
    width = len(parameter.columns)
    parts = text.split(PART)
    found = [number for part in parts if (number := decode_number(part)) is not None]
    if len(found) < len(parts) or len(found) % width:
        notes.append(f"{name} = {quoted(text.replace(PART, ' '))} is not {parameter.meaning}; left out")
        return default
    kinds = [int if column.integer else float for column in parameter.columns]
    rows = [found[k : k + width] for k in range(0, len(found), width)]
    fitting = [row for row in rows if all(column.accepts(n) for column, n in zip(parameter.columns, row, strict=True))]
    kept = fitting[: parameter.longest]
    if len(kept) < len(rows):
        notes.append(f"{name}: {len(rows) - len(kept)} of {len(rows)} {parameter.meaning} are left out")
    return tuple(tuple(kind(n) for kind, n in zip(kinds, row, strict=True)) for row in kept)


def _shown(parameter: Parameter, default: Any) -> str:
    """A default in the words of a note."""
    if default is None:
        return parameter.default_words or str(parameter.none)
    if isinstance(default, tuple):
        return f"({', '.join(map(_digits, default))})"
    return default if isinstance(default, str) else _digits(float(default))


def _digits(value: float) -> str:
    return format_number(value, 10)
