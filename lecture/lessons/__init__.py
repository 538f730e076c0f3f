"""Lessons, in teaching order: add one to its chapter, and what its sentence claims to tests/lecture/test_lessons.py."""

from collections.abc import Mapping

from lecture.lessons import adaptive, comparisons, decay, descent, landscapes, momentum
from lecture.lessons.lesson import Lesson

CHAPTERS = (descent, momentum, adaptive, landscapes, decay, comparisons)

LESSONS: Mapping[str, Lesson] = {lesson.key: lesson for chapter in CHAPTERS for lesson in chapter.LESSONS}

__all__ = ["LESSONS", "Lesson"]
