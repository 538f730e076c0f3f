"""The settings of a picture in words, for the small print under a still: enough to reproduce it."""

from typing import Any

from lecture.lecture import Contender, Lecture
from lecture.wording import place, taking_part, values_in_words
from parameters import format_number


def caption(lecture: Lecture) -> tuple[str, ...]:
    """Write surface, start and steps, noise and seed if there is noise, then every contender that takes part."""
    lines = [
        _with_values(lecture.surface.title, lecture.surface),
        f"from {place(lecture.start)}, {lecture.steps} steps",
    ]
    if lecture.noise:
        shared = "the same for all" if lecture.same_noise else "drawn separately for each"
        lines.append(f"gradient noise σ {format_number(lecture.noise)}, {shared}, seed {lecture.seed}")
    return (*lines, *(_contender(name, contender) for name, contender in taking_part(lecture.contenders)))


def _contender(name: str, contender: Contender) -> str:
    parts = [
        f"{name}: {', '.join(values_in_words(contender.rule).values())}",
        _with_values(contender.schedule.title.lower(), contender.schedule),
    ]
    if contender.start:
        parts.append(f"from {place(contender.start)}")
    return ", ".join(parts)


def _with_values(name: str, owner: Any) -> str:
    values = values_in_words(owner).values()
    return f"{name} ({', '.join(values)})" if values else name
