"""The terms of a race as the browser changes them: what a path follows from, and where each of its numbers is."""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lecture import Contender
from optimizers import Optimizer, Schedule
from parameters import Number, declared


class NumberPlace(NamedTuple):
    """A declared number of a contender: whose it is, its field, and the names on the way to its value in the terms."""

    owner: Optimizer | Schedule
    field: str
    parameter: Number
    path: tuple[str, ...]


def terms(contender: Contender, followed: Sequence[Contender] = ()) -> dict[str, Any]:
    """What a contender's path follows from beside surface, common start, steps and noise, by name.

    `followed` are those whom a branch follows at first, nearest first. Its start is theirs.
    """
    rule, schedule = contender.rule, contender.schedule
    return {
        "rule": rule.key,
        "ruleParameters": values(rule),
        "schedule": schedule.key,
        "scheduleParameters": values(schedule),
        "start": (contender, *followed)[-1].start,
        "batchSize": contender.batch_size,
        "epochIsPass": contender.epoch_is_pass,
        "branchOf": None if contender.branch_of is None else str(contender.branch_of),
        "branchStep": contender.branch_step,
        "followed": terms(followed[0], followed[1:]) if followed else None,
    }


def values(owner: Any) -> dict[str, Any]:
    """The values of what is declared, by field."""
    return {field: getattr(owner, field) for field in declared(owner)}


def owners(contender: Contender) -> tuple[tuple[Optimizer | Schedule, str], ...]:
    """Rule and schedule of a contender, each with the name of its values in the terms."""
    return (contender.rule, "ruleParameters"), (contender.schedule, "scheduleParameters")


def settable(owner: Optimizer | Schedule, contender: Contender) -> dict[str, Any]:
    """What a contender's rule or schedule declares, by field, but for what follows from other values."""
    return {field: p for field, p in declared(owner).items() if field not in contender.derived}


def number_places(contender: Contender) -> Iterator[NumberPlace]:
    """Find every number of the rule, then those of the schedule, but for what follows from others."""
    for owner, name in owners(contender):
        for field, parameter in settable(owner, contender).items():
            if isinstance(parameter, Number):
                yield NumberPlace(owner, field, parameter, ("contenders", str(contender.slot), name, field))
