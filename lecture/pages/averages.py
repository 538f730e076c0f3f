"""The page of the exponentially weighted averages of a series."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, ClassVar, NamedTuple, Self

from lecture.pages.page import Page
from parameters import Number, choice, format_number, number, rows, switch

MAX_DAYS = 10_000
"""The most numbers that can be pasted."""

YEAR = 365
"""Days."""

MAX_MOVED = 40
LINKED_CHARACTERS = 1_000
"""How much of a link pasted numbers may take: with it, the link still fits into a code that scans."""

SERIES: Mapping[str, str] = {
    "temperatures": "Daily temperatures of a year",
    "step": "A step",
    "ramp": "A ramp",
    "impulse": "An impulse",
    "pasted": "Pasted numbers",
}
"""What is averaged: its title, by key."""

CURVES = ("both", "uncorrected", "corrected", "none")
"""Which curves an average has: with bias correction, without it, both with the gap between them, or none."""

_DRAWN = {
    "both": "with and without bias correction",
    "corrected": "with bias correction",
    "uncorrected": "without bias correction",
}

FORMULAS = (r"v_t = \beta v_{t-1} + (1-\beta)\,\theta_t", r"\hat{v}_t = \frac{v_t}{1-\beta^t}")
"""The average, and the average with its bias corrected."""

SOURCE = (
    "Roberts, “Control chart tests based on geometric moving averages”, 1959; for the correction, Kingma and Ba, 2015."
)

VALUE = Number(default=0.0, low=-1e12, high=1e12, label="Value", help="A number of the series.")


class Average(NamedTuple):
    """One average of the page: its β, and which of CURVES are drawn."""

    beta: float
    curves: str

    @property
    def in_words(self) -> str:
        """How it is drawn, or "" where it is not."""
        return _DRAWN.get(self.curves, "")


def _beta(default: float, which: str, primes: int) -> Any:
    return number(
        default,
        0.0,
        0.999,
        label=f"{which.capitalize()} average",
        help="How much of the average is kept each day: 0 keeps nothing, 0.9 averages over about 10 days.",
        symbol=r"\beta" + "'" * primes,
        plain_symbol="β" + "′" * primes,
        scale="complement",
    )


def _curves(default: str, which: str) -> Any:
    options = (default, *(word for word in CURVES if word != default))
    return choice(
        options,
        label=f"Bias correction of the {which} average",
        help="Corrected: divided by 1 − βᵗ, the sum of its weights. Both: the gap between the curves is shaded.",
    )


@dataclass(frozen=True)
class Averages(Page):
    """A series, up to three of its exponentially weighted averages, and what has been changed by hand."""

    series: str = choice(tuple(SERIES), label="Series", help="What is averaged.")
    seed: int = number(
        0,
        0,
        2**31 - 1,
        label="Seed",
        help="Another seed draws the weather of another year.",
        symbol=r"\text{seed}",
        plain_symbol="#",
        step=1,
        slider=(0, 100),
    )
    noise: float = number(
        3.0,
        0.0,
        10.0,
        label="Noise",
        unit="°C",
        help="The standard deviation of a day's temperature from that of the season.",
        symbol=r"\sigma",
        plain_symbol="σ",
        step=0.5,
    )
    days: int = number(
        YEAR,
        10,
        YEAR,
        label="Days",
        help="How many days the series has. A short one shows from near how its averages begin.",
        symbol="T",
        plain_symbol="T",
        step=1,
    )
    beta_1: float = _beta(0.9, "first", 0)
    curves_1: str = _curves("both", "first")
    beta_2: float = _beta(0.98, "second", 1)
    curves_2: str = _curves("both", "second")
    beta_3: float = _beta(0.5, "third", 2)
    curves_3: str = _curves("none", "third")
    misprint: bool = switch(
        False,
        label="Divide by 1 − β instead of 1 − βᵗ",
        help="A misprint in many notes, which leaves out the power: what becomes of the average is drawn as dots.",
    )
    moved: tuple[tuple[float, ...], ...] = rows(
        label="Moved days",
        help="Days whose values have been changed by hand: which day, counted from 0, and its value.",
        columns=(Number(default=0, low=0, high=MAX_DAYS - 1, label="Day", help="Which day."), VALUE),
        longest=MAX_MOVED,
        meaning="moved days",
    )
    pasted: tuple[tuple[float, ...], ...] = rows(
        label="Pasted numbers",
        help="The series, where it has been pasted.",
        columns=(VALUE,),
        longest=MAX_DAYS,
        meaning="pasted numbers",
        linked=LINKED_CHARACTERS,
    )

    key: ClassVar = "averages"
    title: ClassVar = "Averages"
    summary: ClassVar = "Exponentially weighted averages of a series, with and without bias correction."
    controls: ClassVar = ("series", "averages")
    plotly: ClassVar = False
    live: ClassVar = ("beta_1", "beta_2", "beta_3", "misprint")
    own_exports: ClassVar = True
    what: ClassVar = "averages"
    each: ClassVar = "days"

    @property
    def in_words(self) -> tuple[str, ...]:
        """The series, what has been changed by hand, then every average that is drawn."""
        lines = [self.series_in_words]
        if self.series == "temperatures":
            lines.append(f"noise σ {format_number(self.noise)} °C, seed {self.seed}")
        if moved := sum(self.series == "pasted" or day < self.days for day, _ in self.moved):
            lines.append(f"{moved} of its days moved by hand")
        lines += [f"β {format_number(average.beta)} {average.in_words}" for _, average in self.drawn]
        return (*lines, *(["divided by 1 − β, as misprinted"] if self.misprint else []))

    @property
    def series_in_words(self) -> str:
        """What the series is called, and how long it is where it is shorter than a year."""
        is_short = self.series != "pasted" and self.days < YEAR
        return f"{SERIES[self.series]}, {self.days} days" if is_short else SERIES[self.series]

    @property
    def averages(self) -> tuple[Average, ...]:
        """The three averages, by their slots; those without curves too."""
        return (
            Average(self.beta_1, self.curves_1),
            Average(self.beta_2, self.curves_2),
            Average(self.beta_3, self.curves_3),
        )

    @property
    def drawn(self) -> tuple[tuple[int, Average], ...]:
        """The averages that have curves, each with its slot."""
        return tuple((slot, average) for slot, average in enumerate(self.averages) if average.curves != "none")

    def with_moved(self, day: int, value: float) -> Self:
        """The page with another value for a day, counted from 0.

        Raises ValueError where more days have been moved than a link holds, 40.
        """
        return replace(self, moved=(*(row for row in self.moved if row[0] != day), (day, value)))
