"""A part of a page that counts how often it is drawn: a note, a widget with a callback, and a fragment."""

import streamlit as st

from lecture import Lecture
from views.first_run import drawn_once

drawn: list[int] = []
"""The steps of every lecture that it was drawn for."""


@drawn_once
def part(lecture: Lecture) -> None:
    """Draw it."""
    drawn.append(lecture.steps)
    st.session_state["noted"] = lecture.steps
    st.number_input("Outside", value=lecture.steps, key="outside", on_change=_heard)
    _inside()


def _heard() -> None:
    st.session_state["heard"] = st.session_state["outside"]


@st.fragment
def _inside() -> None:
    st.number_input("Inside", value=1, key="inside")
    st.text(f"inside is {st.session_state['inside']}")
