"""The page of the lessons, each with its own small picture; opening one is following its link."""

from html import escape
from urllib.parse import quote

import streamlit as st

from lecture import Lecture
from lecture.lessons import LESSONS, Lesson
from scenes.thumbnail import thumbnail
from views import address


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw every lesson as a card, in teaching order."""
    st.header("Lessons", anchor=False)
    st.html(f'<div class="cards">{"".join(_card(lesson) for lesson in LESSONS.values())}</div>')


def _card(lesson: Lesson) -> str:
    picture = f"data:image/svg+xml,{quote(thumbnail(lesson.lecture))}"
    return (
        f'<a class="card" target="_self" href="{escape(address.href(lesson.lecture))}">'
        f'<img src="{picture}" alt="" width="320" height="220"><h3>{escape(lesson.title)}</h3>'
        f"<p><strong>{escape(lesson.question)}</strong></p><p>{escape(lesson.look)}</p></a>"
    )
