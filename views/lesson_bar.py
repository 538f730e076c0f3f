"""The bar above a lesson's picture: its title, and links to the previous and next lesson.

The question stands with the picture (frontend/controls/question_bar.js), which shows the answer when it is given.
"""

from html import escape

import streamlit as st

from lecture import Lecture
from lecture.lessons import Lesson, lesson_of, neighbours
from views import address


def lesson_bar(lecture: Lecture) -> None:
    """Nothing without a lesson; also in a presentation, because next and previous make it a lecture."""
    lesson = lesson_of(lecture)
    if lesson is None:
        return
    before, after = neighbours(lesson)
    steps = [("← ", before, ""), ("", after, " →")]
    links = "".join(_step(arrow, other, tail, lecture) for arrow, other, tail in steps if other)
    with st.container(key="lesson"):
        st.html(f'<div class="lesson-bar"><h2>{escape(lesson.title)}</h2><nav aria-label="Lessons">{links}</nav></div>')


def _step(arrow: str, lesson: Lesson, tail: str, lecture: Lecture) -> str:
    return address.anchor(address.lesson_in(lecture, lesson.lecture), f"{arrow}{lesson.title}{tail}")
