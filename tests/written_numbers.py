"""Reads numbers as the page writes them, whatever code wrote them."""

import re

_RAISED = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
_NUMBER = re.compile(
    r"(?P<mantissa>[-−]?\d+\.?\d*)\s·\s10(?P<exponent>[⁻⁰¹²³⁴-⁹]+)"
    r"|(?P<sign>[-−]?)\b10(?P<power>[⁻⁰¹²³⁴-⁹]+)"
    r"|(?P<plain>[-−]?(?:\d+\.?\d*|∞|not a number))"
)


def numbers_in(text: str) -> list[float]:
    """All numbers of a text, in its order."""
    return [_number(found) for found in _NUMBER.finditer(text)]


def read_number(text: str) -> float:
    """The number that is the whole of a text; ValueError for any other text."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"{text!r} is not a number as the page writes one.")
    return _number(found)


def _number(found: re.Match[str]) -> float:
    if found["plain"]:
        words = {"not a number": "nan"}.get(found["plain"], found["plain"])
        return float(words.replace("∞", "inf").translate(_RAISED))
    mantissa, exponent = (
        (found["mantissa"], found["exponent"]) if found["mantissa"] else (found["sign"] + "1", found["power"])
    )
    return float(f"{mantissa}e{exponent}".translate(_RAISED))
