"""Declared values: default, range or options, label and help of everything a person can set, written once.

Surfaces, optimizers, schedules, pages and the lecture itself are frozen dataclasses whose fields are declared with
`number`, `switch`, `choice`, `choices`, `text`, `expression`, `numbers` and `rows`. Widgets, formula legends,
validation, links and documentation read the declarations back with `declared`.
"""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from functools import cache
from math import floor, isfinite, isnan, log10, prod
from types import MappingProxyType
from typing import Any, Literal

_KEY = "parameter"

MOST_EXAMPLES = 2000
"""How many examples a data set has at most, and so a batch: surfaces and optimizers do not know each other."""

READING_DIGITS = 4
"""The significant digits of numbers that are read; what has to be reproduced has more."""


@dataclass(frozen=True, kw_only=True)
class Parameter(ABC):
    """What all kinds of declared values share.

    `none` is the word that stands for None in a link; without it None is refused. `default_words` name the default
    where its value says little. `link` is a short name in links for a field whose own name is long.
    """

    label: str
    help: str
    none: str | None = None
    default_words: str = ""
    link: str | None = None
    of: "Callable[[Any], Parameter | None] | None" = None
    """What the declaration is of one instance, where that depends on its other values; None where it says nothing."""

    def fault(self, value: Any) -> str | None:
        """A sentence's end that says what is wrong with `value`, or None when nothing is."""
        if (value is None and self.none) or self.accepts(value):
            return None
        return f"must be {'None or ' if self.none else ''}{self.wanted}, but {value!r} was given"

    @property
    @abstractmethod
    def wanted(self) -> str:
        """The accepted values in words."""

    @abstractmethod
    def accepts(self, value: Any) -> bool:
        """Whether a value, other than None, is one of them."""


@dataclass(frozen=True, kw_only=True)
class Number(Parameter):
    """A number with a range.

    `low` and `high` bound what is accepted anywhere; `slider` is the part of that range that a slider spans, where the
    whole range would be too coarse under a finger. Whole bounds mean that only whole numbers are accepted. On a
    complement scale the distance to 1 is logarithmic: 0, 0.9, 0.99 and 0.999 are equally far apart. `unit` is a plural
    noun, or "" for a number without one.
    """

    default: float | None
    low: float
    high: float
    symbol: str = ""
    plain_symbol: str = ""
    unit: str = ""
    scale: Literal["linear", "log", "complement"] = "linear"
    step: float = 0.01
    slider: tuple[float, float] | None = None

    @property
    def integer(self) -> bool:
        return isinstance(self.low, int)

    @property
    def hint(self) -> str:
        """The help, with the unit where there is one."""
        return f"{self.help} Unit: {self.unit}." if self.unit else self.help

    @property
    def slider_span(self) -> tuple[float, float]:
        return self.slider or (self.low, self.high)

    @property
    def wanted(self) -> str:
        return f"{'a whole number' if self.integer else 'a number'} from {self.low:g} to {self.high:g}"

    def written(self, value: float, digits: int = READING_DIGITS) -> str:
        """A value as it is written for the reader, to so many digits.

        On a complement scale they are those of the distance to 1: 0.99999 is not 1.
        """
        near = self.scale == "complement" and 0.9 < value < 1.0
        return format_number(value, digits - floor(log10(1.0 - value)) - 1 if near else digits)

    def accepts(self, value: Any) -> bool:
        """Whether a number, or every element of an array of them for a sweep, is in range."""
        # NumPy's own operators check an array, so that this file needs no NumPy.
        try:
            inside = (value >= self.low) & (value <= self.high)
            whole = not self.integer or value == value // 1
        except TypeError:
            return False
        return _all(inside) and _all(whole)


@dataclass(frozen=True, kw_only=True)
class Switch(Parameter):
    """A choice between on and off."""

    default: bool

    @property
    def wanted(self) -> str:
        return "True or False"

    def accepts(self, value: Any) -> bool:
        return isinstance(value, bool)


@dataclass(frozen=True, kw_only=True)
class Choice(Parameter):
    """One of several words."""

    default: str
    options: tuple[str, ...]

    @property
    def wanted(self) -> str:
        return f"one of {', '.join(self.options)}"

    def accepts(self, value: Any) -> bool:
        return isinstance(value, str) and value in self.options


@dataclass(frozen=True, kw_only=True)
class Choices(Parameter):
    """Any of several words, as a frozenset; `empty` is the word for none of them in a link."""

    default: frozenset[str]
    options: tuple[str, ...]
    empty: str

    @property
    def wanted(self) -> str:
        return f"a frozenset of any of {', '.join(self.options)}"

    def accepts(self, value: Any) -> bool:
        return isinstance(value, frozenset) and value <= frozenset(self.options)


@dataclass(frozen=True, kw_only=True)
class Text(Parameter):
    """A text that a pattern matches from end to end, `longest` characters at most; `meaning` says what it is."""

    default: str | None
    pattern: str
    longest: int
    meaning: str

    @property
    def wanted(self) -> str:
        return self.meaning

    def accepts(self, value: Any) -> bool:
        return isinstance(value, str) and len(value) <= self.longest and re.fullmatch(self.pattern, value) is not None


@dataclass(frozen=True, kw_only=True)
class Expression(Parameter):
    """A text in a language of its own, which `read` writes in its one form; it raises ValueError where it cannot.

    `from_link` turns what a link has into the text, and `to_link` is its inverse.
    """

    default: str
    longest: int
    meaning: str
    read: Callable[[str], str]
    to_link: Callable[[str], str]
    from_link: Callable[[str], str]

    @property
    def wanted(self) -> str:
        return self.meaning

    def accepts(self, value: Any) -> bool:
        if not isinstance(value, str):
            return False
        try:
            self.read(value)
        except ValueError:
            return False
        return True


def _tuple(*parts: Any) -> tuple[Any, ...]:
    return parts


@dataclass(frozen=True, kw_only=True)
class Numbers(Parameter):
    """A fixed count of numbers with one range, as a tuple, or as a tuple of rows where `shape` has two lengths.

    With `increasing` every row goes from low to high. `make` builds the value from its rows, where that is a class of
    its own. `axes` names the numbers of a shape with one length, so that each can be corrected by itself.
    """

    default: Any
    low: float
    high: float
    shape: tuple[int, ...]
    meaning: str
    increasing: bool = False
    make: Callable[..., Any] = _tuple
    axes: tuple[str, ...] = ()
    step: float = 0.1

    @property
    def count(self) -> int:
        return prod(self.shape)

    @property
    def each(self) -> Number:
        """The declaration of one of the numbers."""
        return Number(label=self.label, help=self.help, default=0.0, low=self.low, high=self.high, step=self.step)

    @property
    def wanted(self) -> str:
        return f"{self.meaning}, each a number from {self.low:g} to {self.high:g}"

    def accepts(self, value: Any) -> bool:
        rows = value if len(self.shape) == 2 else (value,)
        if not (isinstance(value, tuple) and all(isinstance(row, tuple) for row in rows)):
            return False
        lengths = {len(row) for row in rows} == {self.shape[-1]} and len(rows) == prod(self.shape[:-1])
        in_range = all(self.each.fault(number) is None for row in rows for number in row)
        return lengths and in_range and (not self.increasing or all(low < high for low, high in rows))

    def flat(self, value: Any) -> tuple[float, ...]:
        """All numbers of a value, one after another."""
        return tuple(number for row in value for number in row) if len(self.shape) == 2 else tuple(value)

    def from_flat(self, numbers: tuple[Any, ...]) -> Any:
        """The value with these numbers; the inverse of `flat`."""
        if len(self.shape) == 1:
            return self.make(*numbers)
        width = self.shape[1]
        return self.make(*(numbers[start : start + width] for start in range(0, self.count, width)))


@dataclass(frozen=True, kw_only=True)
class Rows(Parameter):
    """Any count of rows of numbers, `longest` at most, as a tuple of tuples.

    `linked` is how many characters of a link they may take: longer ones are left out of it. None is no limit.
    """

    columns: tuple[Number, ...]
    longest: int
    meaning: str
    linked: int | None = None
    default: tuple[tuple[float, ...], ...] = ()

    @property
    def wanted(self) -> str:
        return f"at most {self.longest} {self.meaning}"

    def flat(self, value: Any) -> tuple[float, ...]:
        """All numbers of a value, one after another."""
        return tuple(number for row in value for number in row)

    def accepts(self, value: Any) -> bool:
        return (
            isinstance(value, tuple)
            and len(value) <= self.longest
            and all(isinstance(row, tuple) and len(row) == len(self.columns) for row in value)
            and all(
                column.fault(number) is None for row in value for column, number in zip(self.columns, row, strict=True)
            )
        )


def declare(parameter: Parameter) -> dict[str, Parameter]:
    """The metadata of a dataclass field that holds a parameter: for `field`, where the functions below do not do."""
    return {_KEY: parameter}


def number(default: float | None, low: float, high: float, **declaration: Any) -> Any:
    """A dataclass field that holds one `Number`; the keywords are its other fields."""
    return _field(Number(default=default, low=low, high=high, **declaration))


def switch(default: bool, **declaration: Any) -> Any:
    """A dataclass field that holds one `Switch`."""
    return _field(Switch(default=default, **declaration))


def choice(options: tuple[str, ...], **declaration: Any) -> Any:
    """A dataclass field that holds one `Choice`, by default the first of its options."""
    return _field(Choice(default=options[0], options=options, **declaration))


def choices(options: tuple[str, ...], **declaration: Any) -> Any:
    """A dataclass field that holds `Choices`, by default none of them."""
    return _field(Choices(default=frozenset(), options=options, **declaration))


def text(default: str | None, **declaration: Any) -> Any:
    """A dataclass field that holds one `Text`."""
    return _field(Text(default=default, **declaration))


def expression(default: str, **declaration: Any) -> Any:
    """A dataclass field that holds one `Expression`."""
    return _field(Expression(default=default, **declaration))


def numbers(default: Any, **declaration: Any) -> Any:
    """A dataclass field that holds `Numbers`."""
    return _field(Numbers(default=default, **declaration))


def rows(**declaration: Any) -> Any:
    """A dataclass field that holds `Rows`, by default none."""
    return _field(Rows(**declaration))


def _field(parameter: Any) -> Any:
    return field(default=parameter.default, metadata=declare(parameter))


def declared(owner: Any) -> Mapping[str, Any]:
    """The parameters of a dataclass (or of an instance of it) by field name, in the order of their declaration.

    Those of an instance are what they are with its other values, and without those that then say nothing.
    """
    if isinstance(owner, type):
        return _of_class(owner)
    found = _of_class(type(owner))
    own = {name: parameter.of(owner) if parameter.of else parameter for name, parameter in found.items()}
    return {name: parameter for name, parameter in own.items() if parameter is not None}


@cache
def _of_class(owner: Any) -> Mapping[str, Any]:
    return MappingProxyType({f.name: f.metadata[_KEY] for f in fields(owner) if _KEY in f.metadata})


def validate(instance: Any) -> None:
    """Refuse an instance with a value outside its declared range.

    Raises ValueError with a sentence that names the object, the field, the range and what came in.
    """
    for name, parameter in declared(type(instance)).items():
        fault = parameter.fault(getattr(instance, name))
        if fault:
            raise ValueError(f"{type(instance).__name__}: {name} {fault}.")


def choose(registry: Mapping[str, Any], key: str, what: str) -> Any:
    """The entry of a registry.

    Raises ValueError with a sentence that lists the valid keys when `key` is not one of them.
    """
    if key not in registry:
        raise ValueError(f"There is no {what} called {key!r}; the names are: {', '.join(registry)}.")
    return registry[key]


def format_number(value: float, digits: int = 6) -> str:
    """A number as it is written for the reader: "0.1", "−4", "3.5 · 10⁻⁵", "10⁻⁸", "∞".

    It has so many significant digits; a whole number of Python has all of its own. Sizes from 0.001 up to `digits`
    digits are plain, all others have a power of ten, with spaces that keep the number on its line.
    """
    if isinstance(value, int):
        return str(value).replace("-", "−")
    if not isfinite(value):
        return "not a number" if isnan(value) else "∞" if value > 0 else "−∞"
    mantissa, exponent = f"{value:.{digits - 1}e}".split("e")
    size = int(exponent)
    if value == 0 or -3 <= size < digits:
        return f"{value or 0.0:.{digits}g}".replace("-", "−")
    power = "10" + _raised(size)
    mantissa = mantissa.rstrip("0").rstrip(".") if "." in mantissa else mantissa
    text = power if mantissa == "1" else f"−{power}" if mantissa == "-1" else f"{mantissa}\xa0·\xa0{power}"
    return text.replace("-", "−")


def _raised(exponent: int) -> str:
    """An exponent in raised digits: "⁻⁵"."""
    return str(exponent).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))


def _all(truth: Any) -> bool:
    """Whether a comparison holds, for a number or for every element of an array."""
    try:
        return bool(truth)
    except ValueError:  # NumPy refuses the truth of several elements
        return bool(truth.all())
