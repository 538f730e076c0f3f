"""A formula in a link, in characters that nobody escapes: letters, digits, the dot and the dash."""

import re

_CODES = {
    "+": "-p", "-": "-m", "*": "-t", "/": "-d", "^": "-u", "(": "-o", ")": "-c", ",": "-k",
}  # fmt: skip
"""A dash and a letter for each sign: plus, minus, times, divided by, up, open, close, comma."""
_SIGNS = {code: sign for sign, code in _CODES.items()}


def to_link(expression: str) -> str:
    """A formula in its plain form as a link has it: x^2 + y^2 is `x-u2-py-u2`."""
    return expression.replace(" ", "").translate(str.maketrans(_CODES))


def from_link(text: str) -> str:
    """The formula that a link has. Whoever wrote the signs themselves is understood, too."""
    return re.sub("|".join(_SIGNS), lambda code: _SIGNS[code[0]], text)
