"""How a lecture is looked at: which step, which panels, from where, and what is kept from students."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from parameters import Number, number, switch, validate

Triple = tuple[float, float, float]
Interval = tuple[float, float]

MOST_STEPS = 5000
MOST_CONTENDERS = 8
"""As many as there are colours that are told apart; a slot is a whole number below it."""

PAGES = ("race", "lessons")
LAYOUTS = ("map-loss", "relief-loss", "map-relief", "map", "relief")
CONTROLS = ("surface", "contenders", "values", "schedules", "start", "steps", "noise")
HIDEABLE = (*CONTROLS, "controls", "results")
"""What a link can hide from students: chosen controls, all of them at once, or what the race led to."""

SPATIAL = Number(0.0, -1e6, 1e6, label="Position", help="Of the camera.", symbol="c", plain_symbol="c")
ON_AXIS = Number(0.0, -1e9, 1e9, label="Position", help="The end of an axis.", symbol="a", plain_symbol="a")


@dataclass(frozen=True)
class Camera:
    """From where the relief is seen, in Plotly's terms: the eye, what it looks at, and which way is up."""

    eye: Triple
    center: Triple = (0.0, 0.0, 0.0)
    up: Triple = (0.0, 0.0, 1.0)

    def __post_init__(self) -> None:
        for name in ("eye", "center", "up"):
            _check_numbers("Camera", name, getattr(self, name), SPATIAL, length=3)


@dataclass(frozen=True)
class View:
    """What the first picture shows.

    None is what follows the lecture by itself: `step` the end of the race, `camera` the usual one, `zoom` the whole
    window, `focus` no contender. `zoom` is the range of x and that of y. `lesson` is the key of the lesson that was
    opened, so that there is a next one.
    """

    step: int | None = None
    speed: float = number(
        1.0,
        0.05,
        64.0,
        label="Speed",
        help="1 is 60 steps a second.",
        symbol=r"\text{speed}",
        plain_symbol="speed",
        scale="log",
        slider=(0.25, 8.0),
    )
    layout: str = LAYOUTS[0]
    camera: Camera | None = None
    zoom: tuple[Interval, Interval] | None = None
    focus: int | None = None
    page: str = PAGES[0]
    hidden: frozenset[str] = frozenset()
    presentation: bool = switch(False, label="Presentation", help="Only the picture, as large as the screen.")
    lesson: str | None = None

    def __post_init__(self) -> None:
        validate(self)
        _check_choice("layout", [self.layout], LAYOUTS)
        _check_choice("page", [self.page], PAGES)
        _check_choice("hidden", self.hidden, HIDEABLE)
        _check_whole("step", self.step, MOST_STEPS)
        _check_whole("focus", self.focus, MOST_CONTENDERS - 1)
        if not isinstance(self.hidden, frozenset):
            raise ValueError(f"View: hidden must be a frozenset of words, but {self.hidden!r} was given.")
        if self.zoom is not None:
            _check_zoom(self.zoom)
        if self.lesson is not None and not is_word(self.lesson):
            raise ValueError(f"View: lesson must be the key of a lesson or None, but {self.lesson!r} was given.")

    def hides(self, part: str) -> bool:
        """Whether a part of the page is kept from the reader, by itself or with all controls."""
        return part in self.hidden or (part in CONTROLS and "controls" in self.hidden)


def is_word(text: Any) -> bool:
    """Whether a text is made as the keys of lessons are: small letters, digits and single dashes, 40 at most."""
    if not isinstance(text, str) or not 0 < len(text) <= 40:
        return False
    return all(part.isascii() and part.isalnum() and part == part.lower() for part in text.split("-"))


def _check_zoom(zoom: Any) -> None:
    try:
        x, y = zoom
    except (TypeError, ValueError):
        raise ValueError(f"View: zoom must be the range of x and that of y, but {zoom!r} was given.") from None
    for name, side in (("x", x), ("y", y)):
        _check_numbers("View", f"zoom in {name}", side, ON_AXIS, length=2)
        if not side[0] < side[1]:
            raise ValueError(f"View: zoom in {name} must go from low to high, but {side!r} was given.")


def _check_numbers(owner: str, name: str, values: Any, allowed: Number, *, length: int) -> None:
    if not isinstance(values, tuple) or len(values) != length:
        raise ValueError(f"{owner}: {name} must be a tuple of {length} numbers, but {values!r} was given.")
    for value in values:
        fault = allowed.fault(value)
        if fault:
            raise ValueError(f"{owner}: each number of {name} {fault}.")


def _check_choice(name: str, chosen: Iterable[str], allowed: tuple[str, ...]) -> None:
    for word in chosen:
        if word not in allowed:
            raise ValueError(f"View: there is no {name} called {word!r}; the names are: {', '.join(allowed)}.")


def _check_whole(name: str, value: Any, highest: int) -> None:
    if value is not None and not (isinstance(value, int) and 0 <= value <= highest):
        raise ValueError(f"View: {name} must be None or a whole number from 0 to {highest}, but {value!r} was given.")
