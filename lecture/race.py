"""The race of a lecture: a trajectory and a name for every contender that takes part."""

from typing import NamedTuple

from lecture import wanted
from lecture.bounded_cache import remembering
from lecture.branches import followed, parent_of, root_of
from lecture.lecture import Contender, Lecture, Pair
from lecture.wording import taking_part
from optimizers import Exact, Gradients, MiniBatch, Noisy, Optimizer, Schedule, Trajectory, branch, run
from optimizers.gradients import Seed
from surfaces import DataSurface, Surface


class Entry(NamedTuple):
    """A contender that takes part, what it is called, and what it did.

    A branch has a path of its own from step `begins` on; `followed` are those whom it follows before, nearest first.
    """

    contender: Contender
    label: str
    trajectory: Trajectory
    begins: int = 0
    followed: tuple[Contender, ...] = ()


def race(lecture: Lecture) -> tuple[Entry, ...]:
    """Run every active contender; what has been run before, or is no longer wanted, is not run."""
    return tuple(_entry(lecture, name, contender) for name, contender in taking_part(lecture.contenders))


def _entry(lecture: Lecture, name: str, contender: Contender) -> Entry:
    wanted.ask()
    return Entry(contender, name, *path_of(lecture, contender), followed(lecture.contenders, contender))


def path_of(lecture: Lecture, contender: Contender) -> tuple[Trajectory, int]:
    """Return what a contender did, and the step from which on the path is its own.

    A branch at a step that the other never reached begins where that one ended.
    """
    parent = parent_of(lecture.contenders, contender)
    if parent is None:
        return _run(*_terms(lecture, contender)), 0
    before, _ = path_of(lecture, parent)
    step = min(contender.branch_step, before.steps)
    gradients = gradients_of(lecture, contender)
    return _branch(before, step, contender.rule, lecture.steps, contender.schedule, gradients), step


Terms = tuple[Surface, Optimizer, Pair, int, Schedule, Gradients]


def _terms(lecture: Lecture, contender: Contender) -> Terms:
    """Collect everything that a trajectory depends on."""
    return (
        lecture.surface,
        contender.rule,
        contender.start or lecture.start,
        lecture.steps,
        contender.schedule,
        gradients_of(lecture, contender),
    )


def gradients_of(lecture: Lecture, contender: Contender) -> Gradients:
    """Return where a contender's gradients come from; whatever makes no difference is as if it had not been set."""
    seed = seed_of(lecture, contender)
    size = batch_of(lecture, contender)
    if size is not None:
        return MiniBatch(size, seed, lecture.replacement)
    return Noisy(lecture.noise, seed) if is_noisy(lecture) else Exact()


def seed_of(lecture: Lecture, contender: Contender) -> Seed:
    """Return the seed of a contender's errors or batches; a branch goes on with those of whom it follows."""
    return lecture.seed if lecture.same_noise else (lecture.seed, root_of(lecture.contenders, contender).slot)


def is_noisy(lecture: Lecture) -> bool:
    """Tell whether errors are added to gradients; on the loss of a data set, batches are what makes them noisy."""
    return lecture.noise > 0.0 and not isinstance(lecture.surface, DataSurface)


def batch_of(lecture: Lecture, contender: Contender) -> int | None:
    """Return the size of a contender's batches; None where its gradients are those of the whole loss."""
    surface = lecture.surface
    if not isinstance(surface, DataSurface) or contender.batch_size >= surface.examples:
        return None
    return contender.batch_size


RUNS_KEPT, BYTES_KEPT = 256, 200_000_000
"""How many trajectories are remembered, and how many bytes of them: eight that name 1,999 examples for each of 5,000
updates, so that a change of one leaves the others."""


def work(lecture: Lecture) -> int:
    """Count the gradients of examples, or of a surface without examples, that its race takes: at most 80 million."""
    whole = lecture.surface.examples if isinstance(lecture.surface, DataSurface) else 1
    return sum(lecture.steps * (batch_of(lecture, c) or whole) for c in lecture.contenders if c.active)


def _size(path: Trajectory, *_: object) -> int:
    return path.nbytes


@remembering(RUNS_KEPT, BYTES_KEPT, weigh=_size)
def _run(
    surface: Surface, rule: Optimizer, start: Pair, steps: int, schedule: Schedule, gradients: Gradients
) -> Trajectory:
    return run(surface, rule, start, steps, schedule, gradients=gradients)


@remembering(RUNS_KEPT, BYTES_KEPT, weigh=_size)
def _branch(
    path: Trajectory, step: int, rule: Optimizer, steps: int, schedule: Schedule, gradients: Gradients
) -> Trajectory:
    return branch(path, step, rule, steps, schedule, gradients=gradients)
