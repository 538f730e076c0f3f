"""The whole state of the page, as one frozen value: everything drawn is a function of it."""

from dataclasses import dataclass, field

from lecture.view import MOST_CONTENDERS, MOST_STEPS, Camera, View
from optimizers import SCHEDULES, Optimizer, Schedule
from parameters import Number, number, switch, validate
from surfaces import Surface

__all__ = ["COORDINATE", "MOST_CONTENDERS", "Camera", "Contender", "Lecture", "Pair", "View"]

Pair = tuple[float, float]

COORDINATE = Number(
    0.0,
    -1e6,
    1e6,
    label="Coordinate",
    help="Where a path starts. A start outside the map is allowed.",
    symbol="w",
    plain_symbol="w",
    step=0.1,
)


@dataclass(frozen=True)
class Contender:
    """One path of the race: a rule with its values, its schedule, and how it takes part.

    `slot` picks its colour and dash and stays with it when others come and go; `start` is None where the contender
    starts with everybody else.
    """

    rule: Optimizer
    schedule: Schedule = field(default_factory=SCHEDULES["constant"])
    start: Pair | None = None
    active: bool = True
    slot: int = 0

    def __post_init__(self) -> None:
        _check_start("Contender", self.start)
        if not (isinstance(self.slot, int) and 0 <= self.slot < MOST_CONTENDERS):
            wanted = f"a whole number from 0 to {MOST_CONTENDERS - 1}"
            raise ValueError(f"Contender: slot must be {wanted}, but {self.slot!r} was given.")


@dataclass(frozen=True)
class Lecture:
    """What is raced on, by whom, from where, for how long, in which noise, and how it is looked at."""

    surface: Surface
    start: Pair
    contenders: tuple[Contender, ...]
    steps: int = number(
        200,
        1,
        MOST_STEPS,
        label="Steps",
        help="How many updates every contender makes.",
        symbol="T",
        plain_symbol="T",
        step=10,
        slider=(1, MOST_STEPS),
        scale="log",
    )
    noise: float = number(
        0.0,
        0.0,
        1000.0,
        label="Gradient noise",
        help="The standard deviation of a random error added to each coordinate of every gradient, "
        "as a mini-batch would add it. 0 is the exact gradient.",
        symbol=r"\sigma",
        plain_symbol="σ",
        slider=(0.0, 10.0),
        step=0.1,
    )
    seed: int = number(
        0,
        0,
        2**31 - 1,
        label="Seed",
        help="Another seed is another draw of the same noise.",
        symbol=r"\text{seed}",
        plain_symbol="#",
        step=1,
        slider=(0, 100),
    )
    same_noise: bool = switch(
        True,
        label="Same noise for all",
        help="Every contender gets the same errors, so that differences come from the rules alone.",
    )
    view: View = field(default_factory=View)

    def __post_init__(self) -> None:
        validate(self)
        _check_start("Lecture", self.start)
        slots = [contender.slot for contender in self.contenders]
        if len(set(slots)) < len(slots):
            raise ValueError(f"Lecture: every contender needs a slot of its own, but {slots} were given.")


def _check_start(owner: str, start: Pair | None) -> None:
    """Raises ValueError unless it is None or a pair of coordinates in range."""
    if start is not None and not (isinstance(start, tuple) and len(start) == 2):
        raise ValueError(f"{owner}: start must be a pair (x, y), but {start!r} was given.")
    for coordinate in start or ():
        fault = COORDINATE.fault(coordinate)
        if fault:
            raise ValueError(f"{owner}: each coordinate of start {fault}.")
