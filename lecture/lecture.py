"""The lecture: the whole state of the app as one frozen value, from which everything on screen is computed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import ClassVar

from lecture.pages import Page
from lecture.pages.race import Race
from lecture.view import MAX_CONTENDERS, MAX_STEPS, Camera, View
from optimizers import SCHEDULES, Optimizer, Schedule
from optimizers.gradients import batch_size, batches_per_epoch, noise
from optimizers.schedules.epochs import EpochSchedule
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
    examples on, it means all of them. There `epoch_is_pass` lets the epochs of its schedule follow: n is the number of
    its batches in one pass over the data.

    A branch has another contender's path up to `branch_step`, and its own values from there on: `branch_of` is the slot
    of that contender, whose rule is the same, and None for those that are no branch.
    """

    rule: Optimizer
    schedule: Schedule = field(default_factory=SCHEDULES["constant"])
    active: bool = switch(True, label="Takes part", help="Whether this optimizer is in the race.", link="on")
    start: Pair | None = field(default=None, metadata=declare(replace(START, none="common", link="at")))
    batch_size: int = batch_size(MOST_EXAMPLES, link="batch")
    epoch_is_pass: bool = switch(
        False,
        label="An epoch is one pass over the data",
        help="The steps per epoch follow the batch size: as many updates as it takes to use every example once.",
        link="pass",
    )
    branch_of: int | None = number(
        None,
        0,
        MAX_CONTENDERS - 1,
        label="Branch of",
        help="The slot of the optimizer whose path it follows at first.",
        link="of",
        none="none",
    )
    branch_step: int = number(
        0,
        0,
        MAX_STEPS,
        label="Branches at step",
        help="Up to this step it has the path of the other optimizer; from there on its own values count. Its schedule "
        "counts its steps from 0, as if it had run from the start.",
        link="from",
        step=1,
        slider=(0, 500),
    )
    slot: int = 0

    key: ClassVar = "contender"

    def __post_init__(self) -> None:
        validate(self)
        if not (isinstance(self.slot, int) and 0 <= self.slot < MAX_CONTENDERS):
            wanted = f"a whole number from 0 to {MAX_CONTENDERS - 1}"
            raise ValueError(f"Contender: slot must be {wanted}, but {self.slot!r} was given.")
        # What makes no difference has one form: a branch has no start of its own, and nobody else a step to begin at.
        if self.branch_of is None:
            object.__setattr__(self, "branch_step", 0)
        else:
            object.__setattr__(self, "start", None)

    @property
    def derived(self) -> frozenset[str]:
        """The fields of its schedule that follow from other values, and cannot be set."""
        return frozenset({"steps_per_epoch"} if self.epoch_is_pass else ())


def branch_fault(contender: Contender, contenders: Sequence[Contender]) -> str | None:
    """Tell why a contender cannot branch from the one that it names, as a part of a sentence; None where it can."""
    others = {other.slot: other for other in contenders}
    seen: set[int] = set()
    ancestor = contender
    while ancestor.branch_of is not None and ancestor.branch_of not in seen:
        seen.add(ancestor.branch_of)
        if ancestor.branch_of not in others:
            break
        ancestor = others[ancestor.branch_of]
    if contender.slot in seen:
        return "it would follow itself"
    if contender.branch_of is None:
        return None
    if contender.branch_of not in others:
        return f"there is no optimizer c{contender.branch_of}"
    parent = others[contender.branch_of]
    if type(parent.rule) is not type(contender.rule):
        return f"{contender.rule.title} cannot go on with the state of {parent.rule.title}"
    return None


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
        help="A different seed gives a different draw of the same noise.",
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
        help="Every example of a batch is drawn from the whole data set, instead of once in every epoch.",
    )
    page: Page = field(default_factory=Race)
    view: View = field(default_factory=View)

    def __post_init__(self) -> None:
        validate(self)
        slots = [contender.slot for contender in self.contenders]
        if len(set(slots)) < len(slots):
            raise ValueError(f"Lecture: every contender needs a slot of its own, but {slots} were given.")
        for contender in self.contenders:
            if fault := branch_fault(contender, self.contenders):
                raise ValueError(f"Lecture: the contender in slot {contender.slot} cannot be a branch: {fault}.")
        # Equal races are equal lectures: whatever takes all examples, or has none to take, says so in one way.
        examples = self.surface.examples if isinstance(self.surface, DataSurface) else 0
        contenders = (c if c.batch_size < examples else replace(c, batch_size=MOST_EXAMPLES) for c in self.contenders)
        contenders = tuple(_with_epochs(c, examples) for c in contenders)
        object.__setattr__(self, "contenders", contenders)


def _with_epochs(contender: Contender, examples: int) -> Contender:
    """Return a contender whose epochs, if they follow the batch size, are passes over so many examples."""
    schedule = contender.schedule
    if not contender.epoch_is_pass:
        return contender
    if not (examples and isinstance(schedule, EpochSchedule)):
        return replace(contender, epoch_is_pass=False)
    updates = batches_per_epoch(examples, min(contender.batch_size, examples))
    return replace(contender, schedule=replace(schedule, steps_per_epoch=updates))
