"""The race of a lecture: a trajectory and a name for every contender that takes part."""

from functools import lru_cache
from typing import NamedTuple

from lecture.lecture import Contender, Lecture, Pair
from lecture.wording import taking_part
from optimizers import Optimizer, Schedule, Trajectory, run
from optimizers.gradients import Seed
from surfaces import Surface


class Entry(NamedTuple):
    """A contender that takes part, what it is called, and what it did."""

    contender: Contender
    label: str
    trajectory: Trajectory


def race(lecture: Lecture) -> tuple[Entry, ...]:
    """Run every active contender; what has been run before is not run again."""
    return tuple(
        Entry(contender, name, _run(*_terms(lecture, contender))) for name, contender in taking_part(lecture.contenders)
    )


Terms = tuple[Surface, Optimizer, Pair, int, Schedule, float, Seed]


def _terms(lecture: Lecture, contender: Contender) -> Terms:
    """Collect everything that a trajectory depends on."""
    return (
        lecture.surface,
        contender.rule,
        contender.start or lecture.start,
        lecture.steps,
        contender.schedule,
        *noise_of(lecture, contender),
    )


def noise_of(lecture: Lecture, contender: Contender) -> tuple[float, Seed]:
    """Return a contender's noise and its seed. Without noise the seed is 0, so that turning it changes nothing."""
    seed = lecture.seed if lecture.same_noise else (lecture.seed, contender.slot)
    return lecture.noise, seed if lecture.noise else 0


@lru_cache(maxsize=256)
def _run(
    surface: Surface,
    rule: Optimizer,
    start: Pair,
    steps: int,
    schedule: Schedule,
    noise: float,
    seed: Seed,
) -> Trajectory:
    return run(surface, rule, start, steps, schedule, noise=noise, seed=seed)
