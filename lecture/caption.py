"""The settings of a picture in words, for the small print under a still: enough to reproduce it."""

from typing import Any

from lecture.lecture import Contender, Lecture
from lecture.race import batch_of, is_noisy
from lecture.wording import batch_in_words, branch_in_words, place, taking_part, values_in_words
from parameters import format_number

_DIGITS = 6
"""More than are read in sentences: the small print is to reproduce the picture."""


def caption(lecture: Lecture) -> tuple[str, ...]:
    """Write surface, start and steps, what makes gradients noisy, then every contender that takes part.

    A page whose picture is another one says its settings itself.
    """
    if lecture.page.in_words:
        return lecture.page.in_words
    lines = [
        _with_values(lecture.surface.title, lecture.surface),
        f"from {place(lecture.start, _DIGITS)}, {lecture.steps} steps",
    ]
    active = taking_part(lecture.contenders)
    return (*lines, *noise_in_words(lecture), *(_contender(lecture, name, contender) for name, contender in active))


def noise_in_words(lecture: Lecture) -> tuple[str, ...]:
    """Say what makes gradients noisy: nothing, errors, or mini-batches."""
    shared = f"{'the same for all' if lecture.same_noise else 'drawn separately for each'}, seed {lecture.seed}"
    if is_noisy(lecture):
        return (f"gradient noise σ {format_number(lecture.noise)}, {shared}",)
    if any(batch_of(lecture, contender) for _, contender in taking_part(lecture.contenders)):
        drawn = "with replacement" if lecture.replacement else "shuffled in every epoch"
        return (f"mini-batches {drawn}, {shared}",)
    return ()


def _contender(lecture: Lecture, name: str, contender: Contender) -> str:
    parts = [
        f"{name}: {', '.join(values_in_words(contender.rule, _DIGITS).values())}",
        *([batch_in_words(contender)] if batch_of(lecture, contender) else []),
        _with_values(contender.schedule.title.lower(), contender.schedule),
    ]
    if contender.start:
        parts.append(f"from {place(contender.start, _DIGITS)}")
    if branch := branch_in_words(contender, lecture.contenders):
        parts.append(branch)
    return ", ".join(parts)


def _with_values(name: str, owner: Any) -> str:
    values = values_in_words(owner, _DIGITS).values()
    return f"{name} ({', '.join(values)})" if values else name
