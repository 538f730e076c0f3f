"""The page of the lessons, each with its own small picture; opening one is following its link."""

from collections.abc import Iterator
from html import escape
from urllib.parse import quote

import streamlit as st

from lecture import Lecture
from lecture.lessons import CHAPTERS, Lesson
from lecture.pages.averages import Averages
from lecture.wording import taking_part
from parameters import format_number
from scenes.palette import swatch
from scenes.thumbnail import thumbnail
from views import address


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw every lesson as a card, chapter by chapter."""
    st.header("Lessons", anchor=False)
    for chapter in CHAPTERS:
        st.subheader(chapter.TITLE, anchor=False)
        st.html(f'<div class="cards">{"".join(map(_card, chapter.LESSONS))}</div>')


def _card(lesson: Lesson) -> str:
    picture = f"data:image/svg+xml,{quote(thumbnail(lesson.lecture))}"
    return (
        f'<a class="card" target="_self" href="{escape(address.href(lesson.lecture))}">'
        f'<img src="{picture}" alt="" width="320" height="220"><h4>{escape(lesson.title)}</h4>'
        f'<ul class="legend">{"".join(_entries(lesson.lecture))}</ul>'
        f"<p>{escape(lesson.question.words)}</p></a>"
    )


def _entries(lecture: Lecture) -> Iterator[str]:
    """The legend of a small picture: the averages of a series, or who takes part in a race."""
    if isinstance(lecture.page, Averages):
        named = [(f"β {format_number(average.beta)}", slot) for slot, average in lecture.page.drawn]
    else:
        named = [(name, contender.slot) for name, contender in taking_part(lecture.contenders)]
    for name, slot in named:
        yield f'<li><img src="{swatch(slot)}" alt="" width="32" height="16">{escape(name)}</li>'
