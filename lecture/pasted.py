"""Pasted text as the numbers of a series."""

import re
from collections.abc import Iterator
from math import isfinite, isnan

from lecture.link.values import decode_number, quoted
from lecture.pages.averages import MAX_DAYS, VALUE
from parameters import format_number

_BETWEEN = re.compile(r"[\s,;]+")
_BETWEEN_BUT_COMMAS = re.compile(r"[\s;]+")
_ONE_OR_TWO = re.compile(r"[+\-−]?\d+,\d+")


def read_numbers(text: str) -> tuple[tuple[float, ...], ...]:
    """Read numbers, one a line or separated by commas, semicolons or blanks, as the rows that a page holds.

    Raises ValueError with a sentence: there are none, there are too many, or the first that is none, with its line; or
    commas that may be decimal.
    """
    words = list(_words(text, _BETWEEN))
    _refuse_decimal_commas(text)
    if not words:
        raise ValueError("There are no numbers in the text.")
    numbers = tuple((_number(line, word),) for line, word in words)
    if len(numbers) > MAX_DAYS:
        raise ValueError(f"There are {len(numbers):,} numbers in the text, and no more than {MAX_DAYS:,} can be shown.")
    return numbers


def _words(text: str, between: re.Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield each word with the number of its line."""
    for line, row in enumerate(text.splitlines(), start=1):
        yield from ((line, word) for word in between.split(row.replace("\ufeff", "")) if word)


def _refuse_decimal_commas(text: str) -> None:
    """Raise ValueError for commas like that of 3,5, unless a point or a list elsewhere tells that commas divide."""
    words = [(line, word.strip(",")) for line, word in _words(text, _BETWEEN_BUT_COMMAS)]
    with_commas = [(line, word) for line, word in words if "," in word]
    if not with_commas or "." in text or not all(_ONE_OR_TWO.fullmatch(word) for _, word in with_commas):
        return
    line, word = with_commas[0]
    raise ValueError(
        f"Line {line}: “{quoted(word)}” may be one number or two: write “{quoted(word.replace(',', '.'))}”, or a blank"
        " after the comma."
    )


def _number(line: int, word: str) -> float:
    value = decode_number(word)
    if value is None or isnan(value):
        raise ValueError(f"Line {line}: “{quoted(word)}” is not a number.")
    if not isfinite(value):
        raise ValueError(f"Line {line}: “{quoted(word)}” is not finite, and its average would not be either.")
    if not VALUE.accepts(value):
        raise ValueError(f"Line {line}: “{quoted(word)}” is beyond ±{format_number(VALUE.high)}.")
    return value


def written(rows: tuple[tuple[float, ...], ...]) -> str:
    """Write the numbers of a page as text that reads back to the same bits, one a line."""
    return "\n".join(repr(value).removesuffix(".0") for (value,) in rows)
