"""The settings of a picture in words, for the small print under a still: enough to reproduce it."""

from typing import Any

from lecture.lecture import Contender, Lecture
from lecture.wording import labels, place, values_in_words
from parameters import format_number


def caption(lecture: Lecture) -> tuple[str, ...]:
    """Surface, start and steps, noise and seed where there is noise, then every contender that takes part."""
    lines = [
        _with_values(lecture.surface.title, lecture.surface),
        f"from {place(lecture.start)}, {lecture.steps} steps",
    ]
    if lecture.noise:
        shared = "the same for all" if lecture.same_noise else "of its own for each"
        lines.append(f"gradient noise σ {format_number(lecture.noise)}, {shared}, seed {lecture.seed}")
    names = labels(lecture.contenders)
    lines += [_contender(c, name) for c, name in zip(lecture.contenders, names, strict=True) if c.active]
    return tuple(lines)


def _contender(contender: Contender, name: str) -> str:
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
