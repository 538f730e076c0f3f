"""A lecture with one of its numbers set, by the place that the browser knows it by."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from lecture.lecture import Contender, Lecture
from parameters import Number, declared

OWNERS = {"ruleParameters": "rule", "scheduleParameters": "schedule"}
"""What the terms of a contender call the values of its rule and its schedule."""


def turned(lecture: Lecture, path: Sequence[str], value: float) -> Lecture:
    """Return the lecture with a number of its surface, or of a contender, its rule or its schedule, set to a value.

    The path is ("surfaceParameters", field), ("contenders", slot, "ruleParameters", field) or ("contenders", slot,
    "batchSize"). A place that is none, or a value out of range, leaves the lecture as it is: whoever asks may not have
    heard of the last change.
    """
    match tuple(path):
        case ("surfaceParameters", field):
            return replace(lecture, surface=_with(lecture.surface, field, value))
        case ("contenders", slot, owner, field) if owner in OWNERS:
            name = OWNERS[owner]
            return _changed(lecture, slot, lambda c: replace(c, **{name: _with(getattr(c, name), field, value)}))
        case ("contenders", slot, "batchSize"):
            return _changed(lecture, slot, lambda c: _with(c, "batch_size", value))
    return lecture


def _changed(lecture: Lecture, slot: str, change: Callable[[Contender], Contender]) -> Lecture:
    contenders = tuple(change(c) if str(c.slot) == slot else c for c in lecture.contenders)
    return replace(lecture, contenders=contenders)


def _with(owner: Any, field: str, value: float) -> Any:
    parameter = declared(owner).get(field)
    if not (isinstance(parameter, Number) and parameter.accepts(value)):
        return owner
    return replace(owner, **{field: int(value) if parameter.integer else float(value)})
