"""What the picture of a lesson asks, and what it says when the race has answered."""

from collections.abc import Mapping
from typing import Any

from lecture import Lecture
from lecture.lessons import Choice, Order, Pin, Question, asks, lesson_of


def lesson_facts(lecture: Lecture, token: str) -> Mapping[str, Any] | None:
    """The question of a lecture's lesson, its answer, and why; None without a lesson.

    The answer belongs to the lesson's own race alone: `own` says whether nothing in it has been changed. `asked` is a
    name for this asking of the question, another one with each `token`, or None where it is not asked.
    """
    lesson = lesson_of(lecture)
    if lesson is None:
        return None
    return {
        "own": lesson.is_of(lecture),
        "asked": f"{lesson.key} {token}" if asks(lecture) else None,
        "words": lesson.question.words,
        "why": lesson.why,
        "focus": str(lesson.lecture.view.focus),
        **_facts(lesson.question),
    }


def _facts(question: Question) -> Mapping[str, Any]:
    match question:
        case Choice(options=options, answer=answer):
            return {"kind": question.kind, "options": options, "answer": answer}
        case Order(answer=slots):
            return {"kind": question.kind, "answer": [str(slot) for slot in slots]}
        case Pin(slot=slot):
            return {"kind": question.kind, "answer": str(slot)}
    raise TypeError(f"There is no picture that asks {question!r}.")
