"""Branches: contenders that go on from where another was, with its point and its state."""

from collections.abc import Sequence
from dataclasses import replace

from lecture.lecture import MAX_CONTENDERS, Contender, Lecture


def parent_of(contenders: Sequence[Contender], contender: Contender) -> Contender | None:
    """Return the contender that another branches from; None for one that begins at a start."""
    return next((c for c in contenders if c.slot == contender.branch_of), None)


def followed(contenders: Sequence[Contender], contender: Contender) -> tuple[Contender, ...]:
    """Return whom a contender follows at first, the nearest one first, and last one that begins at a start."""
    parent = parent_of(contenders, contender)
    return () if parent is None else (parent, *followed(contenders, parent))


def root_of(contenders: Sequence[Contender], contender: Contender) -> Contender:
    """Return the contender that begins at a start, and from which another branches, by way of others perhaps."""
    return (contender, *followed(contenders, contender))[-1]


def branched(lecture: Lecture, slot: int, step: int) -> Lecture:
    """Add a branch of a contender at a step, with the same values so far, in the first free colour.

    The lecture is returned unchanged if every colour is taken.
    """
    taken = {c.slot for c in lecture.contenders}
    free = [place for place in range(MAX_CONTENDERS) if place not in taken]
    parents = [c for c in lecture.contenders if c.slot == slot]
    if not free or not parents:
        return lecture
    newcomer = replace(parents[0], active=True, start=None, branch_of=slot, branch_step=step, slot=free[0])
    return replace(lecture, contenders=(*lecture.contenders, newcomer))


def without(contenders: Sequence[Contender], slot: int) -> tuple[Contender, ...]:
    """Return the contenders without the one of that slot, and without its branches, which it takes along."""
    left = tuple(c for c in contenders if c.slot != slot)
    for child in [c for c in left if c.branch_of == slot]:
        left = without(left, child.slot)
    return left
