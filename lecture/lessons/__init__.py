"""The lessons, in teaching order. To add one, put it in its chapter and test its claim in test_lessons.py."""

from collections.abc import Mapping

from lecture.lessons import adaptive, batches, comparisons, decay, descent, landscapes, momentum
from lecture.lessons.lesson import Lesson

CHAPTERS = (descent, batches, momentum, adaptive, landscapes, decay, comparisons)

LESSONS: Mapping[str, Lesson] = {lesson.key: lesson for chapter in CHAPTERS for lesson in chapter.LESSONS}

__all__ = ["CHAPTERS", "LESSONS", "Lesson", "neighbours"]


def neighbours(key: str | None) -> tuple[Lesson | None, Lesson | None]:
    """Return the lesson before and the one after; without a lesson, or with an unknown one, the first is the next."""
    order = [None, *LESSONS.values(), None]
    here = 1 + list(LESSONS).index(key) if key and key in LESSONS else 0
    return (order[here - 1] if here else None), order[here + 1]
