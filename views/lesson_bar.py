"""The bar above a lesson's picture: its question, what to look at, and links to the previous and next lesson."""

from html import escape

import streamlit as st

from lecture import Lecture
from lecture.lessons import LESSONS, Lesson, neighbours
from views import address


def lesson_bar(lecture: Lecture) -> None:
    """Nothing without a lesson; also in a presentation, because next and previous make it a lecture."""
    lesson = LESSONS.get(lecture.view.lesson or "")
    if lesson is None:
        return
    before, after = neighbours(lesson.key)
    with st.container(key="lesson"):
        st.html("<style>:root { --lesson-height: 5.25rem; }</style>")
        st.markdown(f"**{lesson.title}.** {lesson.question}")
        # Closed, it leaves its room to the picture, and the question to those who are asked.
        st.html(f"<details><summary>What to look at</summary><p>{escape(lesson.look)}</p></details>")
        steps = [("← ", before, ""), ("", after, " →")]
        st.html(" · ".join(_step(arrow, other, tail, lecture) for arrow, other, tail in steps if other))


def _step(arrow: str, lesson: Lesson, tail: str, lecture: Lecture) -> str:
    return address.anchor(address.lesson_in(lecture, lesson.lecture), f"{arrow}{lesson.title}{tail}")
