"""Values as Python source."""

from typing import Any


def literal(value: Any) -> str:
    """Write a number, a switch, a word, None or a tuple of them, without the name of a library such as NumPy."""
    if isinstance(value, tuple):
        return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
    return repr(value) if isinstance(value, bool | int | str | None) else repr(float(value))
