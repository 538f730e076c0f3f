"""The lecture: the whole state of the app as one frozen value, from which everything on screen is computed."""

from dataclasses import dataclass, field, replace
from typing import ClassVar

from lecture.pages import Page
from lecture.pages.race import Race
from lecture.view import MAX_CONTENDERS, MAX_STEPS, Camera, View
from optimizers import SCHEDULES, Optimizer, Schedule
from optimizers.gradients import batch_size, noise
from parameters import MOST_EXAMPLES, Numbers, declare, number, switch, validate
from surfaces import DataSurface, Surface

__all__ = ["MAX_CONTENDERS", "START", "Camera", "Contender", "Lecture", "Pair", "View"]

Pair = tuple[float, float]

START = Numbers(
    default=None,
    low=-1e6,
    high=1e6,
    shape=(2,),
    axes=("x", "y"),
    label="Start",
    help="Where the path starts. It may lie outside the map.",
    meaning="a pair of numbers",
)


@dataclass(frozen=True)
class Contender:
    """One path of the race: a rule with its values, its schedule, and how it takes part.

    `slot` picks its colour and dash and stays with it when others come and go; `start` is None where the contender
    starts with everybody else. `batch_size` says something on the loss of a data set alone: there, from the number of
    examples on, it means all of them.
    """

    rule: Optimizer
    schedule: Schedule = field(default_factory=SCHEDULES["constant"])
    active: bool = switch(True, label="Takes part", help="Whether this optimizer is in the race.", link="on")
    start: Pair | None = field(default=None, metadata=declare(replace(START, none="common", link="at")))
    batch_size: int = batch_size(MOST_EXAMPLES, link="batch")
    slot: int = 0

    key: ClassVar = "contender"

    def __post_init__(self) -> None:
        validate(self)
        if not (isinstance(self.slot, int) and 0 <= self.slot < MAX_CONTENDERS):
            wanted = f"a whole number from 0 to {MAX_CONTENDERS - 1}"
            raise ValueError(f"Contender: slot must be {wanted}, but {self.slot!r} was given.")


@dataclass(frozen=True)
class Lecture:
    """A race (surface, start, contenders, steps, gradient noise), the page that shows it, and the view of it."""

    surface: Surface
    start: Pair = field(metadata=declare(START))
    contenders: tuple[Contender, ...]
    steps: int = number(
        200,
        1,
        MAX_STEPS,
        label="Steps",
        unit="updates",
        help="How many updates each optimizer makes.",
        symbol="T",
        plain_symbol="T",
        step=10,
        scale="log",
    )
    noise: float = noise(high=1000.0)
    seed: int = number(
        0,
        0,
        2**31 - 1,
        label="Seed",
        help="Another seed gives another draw of the same noise.",
        symbol=r"\text{seed}",
        plain_symbol="#",
        step=1,
        slider=(0, 100),
    )
    same_noise: bool = switch(
        True,
        label="Same noise for all",
        help="Every optimizer gets the same errors, so that differences come from the optimizers alone.",
    )
    replacement: bool = switch(
        False,
        label="Draw with replacement",
        help="Each example of a batch is drawn from all of them, instead of each example once in every epoch.",
    )
    page: Page = field(default_factory=Race)
    view: View = field(default_factory=View)

    def __post_init__(self) -> None:
        validate(self)
        slots = [contender.slot for contender in self.contenders]
        if len(set(slots)) < len(slots):
            raise ValueError(f"Lecture: every contender needs a slot of its own, but {slots} were given.")
        # Equal races are equal lectures: whatever takes all examples, or has none to take, says so in one way.
        examples = self.surface.examples if isinstance(self.surface, DataSurface) else 0
        contenders = (c if c.batch_size < examples else replace(c, batch_size=MOST_EXAMPLES) for c in self.contenders)
        object.__setattr__(self, "contenders", tuple(contenders))
