"""The lessons by key, and the lesson that a lecture belongs to."""

from collections.abc import Mapping

from lecture.lecture import Lecture
from lecture.lessons import adaptive, averages, batches, comparisons, decay, descent, landscapes, momentum
from lecture.lessons.lesson import Lesson

CHAPTERS = (descent, batches, averages, momentum, adaptive, decay, landscapes, comparisons)

LESSONS: Mapping[str, Lesson] = {lesson.key: lesson for chapter in CHAPTERS for lesson in chapter.LESSONS}


def lesson_of(lecture: Lecture) -> Lesson | None:
    """Return the lesson that a lecture was opened as, whatever has been changed since; None where the page shows
    another kind of picture than the lesson is about.
    """
    lesson = LESSONS.get(lecture.view.lesson or "")
    return lesson if lesson and lesson.lecture.page.what == lecture.page.what else None


def asks(lecture: Lecture) -> bool:
    """Whether a lecture asks its lesson's question before it shows the picture: only its own has the answer."""
    lesson = lesson_of(lecture)
    return lecture.view.ask and lesson is not None and lesson.is_of(lecture)


def neighbours(lesson: Lesson | None) -> tuple[Lesson | None, Lesson | None]:
    """Return the lesson before and the one after; without a lesson, the first is the next."""
    order = [None, *LESSONS.values(), None]
    here = 1 + list(LESSONS).index(lesson.key) if lesson else 0
    return (order[here - 1] if here else None), order[here + 1]
