"""One number a person can turn: its default, range, scale, symbol, label and help, declared once.

Surfaces, optimizers and schedules are frozen dataclasses whose fields are made by `number` and `switch`. Sliders, exact
entries, formula legends, validation, links and documentation all read the declaration back with `declared`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Literal

_KEY = "parameter"


@dataclass(frozen=True)
class Number:
    """A number with a range.

    `low` and `high` bound what is accepted anywhere; `slider` is the part of that range that a slider spans, where the
    whole range would be too coarse under a finger. An integer default means that only whole numbers are accepted. On a
    complement scale the distance to 1 is logarithmic: 0, 0.9, 0.99 and 0.999 are equally far apart.
    """

    default: float
    low: float
    high: float
    label: str
    help: str
    symbol: str
    plain_symbol: str
    scale: Literal["linear", "log", "complement"] = "linear"
    step: float = 0.01
    slider: tuple[float, float] | None = None

    @property
    def integer(self) -> bool:
        return isinstance(self.default, int)

    @property
    def slider_span(self) -> tuple[float, float]:
        return self.slider or (self.low, self.high)

    def fault(self, value: Any) -> str | None:
        """What is wrong with `value` (a number, or an array of them for a sweep), or None when nothing is."""
        kind = "a whole number" if self.integer else "a number"
        wanted = f"{kind} from {self.low:g} to {self.high:g}"
        received = f"{value!r} was given"
        # A point's worth of values is checked with NumPy's own operators, so that this file needs no NumPy.
        try:
            inside = (value >= self.low) & (value <= self.high)
            whole = not self.integer or value == value // 1
        except TypeError:
            return f"must be {wanted}, but {received}"
        return None if _all(inside) and _all(whole) else f"must be {wanted}, but {received}"


@dataclass(frozen=True)
class Switch:
    """A choice between on and off."""

    default: bool
    label: str
    help: str

    def fault(self, value: Any) -> str | None:
        """What is wrong with `value`, or None when nothing is."""
        return None if isinstance(value, bool) else f"must be True or False, but {value!r} was given"


Parameter = Number | Switch


def number(default: float, low: float, high: float, **declaration: Any) -> Any:
    """A dataclass field that holds one `Number`; the keywords are the other fields of `Number`."""
    return field(default=default, metadata={_KEY: Number(default, low, high, **declaration)})


def switch(default: bool, *, label: str, help: str) -> Any:
    """A dataclass field that holds one `Switch`."""
    return field(default=default, metadata={_KEY: Switch(default, label, help)})


def declared(owner: Any) -> Mapping[str, Parameter]:
    """The parameters of a dataclass (or of an instance of it) by field name, in the order of their declaration."""
    return {f.name: f.metadata[_KEY] for f in fields(owner) if _KEY in f.metadata}


def validate(instance: Any) -> None:
    """Refuse an instance with a value outside its declared range.

    Raises ValueError with a sentence that names the object, the field, the range and what came in.
    """
    for name, parameter in declared(instance).items():
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


def figure(value: float, digits: int = 6) -> str:
    """A number as the page writes it, to so many significant digits: "0.1", "−4", "1e−8"."""
    mantissa, e, exponent = f"{value:.{digits}g}".partition("e")
    return (mantissa + (f"e{int(exponent)}" if e else "")).replace("-", "−")


def _all(truth: Any) -> bool:
    """Whether a comparison holds, for a number or for every element of an array."""
    try:
        return bool(truth)
    except ValueError:  # what NumPy says of the truth of several elements
        return bool(truth.all())
