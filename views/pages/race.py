"""The page of the race: the picture, the controls beside it, and the results below."""

import streamlit as st

from lecture import Lecture
from views import address, updates
from views.components import picture, sentence, table
from views.controls.contenders import contender_controls
from views.controls.run import run_controls
from views.controls.surface import surface_controls
from views.lesson_bar import lesson_bar
from views.share import share


def show(lecture: Lecture, *, alone: bool) -> None:
    """Draw the page."""
    with st.container(key="alone" if alone else "page"):
        shown, turned, table_here = (st.container(key=key) for key in ("shown", "turned", "table"))
    # What people come for goes to the browser before the controls, which take it longer to build.
    with shown:
        lesson_bar(lecture)
        picture(lecture)
        sentence("outside")
        updates.publish("page", fill=alone)
    if alone:
        return
    if not lecture.view.hides("results"):
        with table_here:
            table()
    with turned:
        controls(lecture)


def controls(lecture: Lecture) -> None:
    """Draw the column of controls, without those that the link hides."""
    address.notes()
    if lecture.view.hidden:
        _locked(lecture)
    share(lecture)
    surface_controls(lecture)
    st.header("Contenders", anchor=False)
    sentence("rates")
    contender_controls(lecture)
    if not all(lecture.view.hides(part) for part in ("start", "steps", "noise")):
        st.header("Run", anchor=False)
        run_controls(lecture)


def _locked(lecture: Lecture) -> None:
    """The head of a page without a navigation: its name, and the way to the whole app."""
    st.title("Downhill", anchor=False)
    full = address.anchor(address.unlocked(lecture), "Open the full app", hide="nothing", presentation="0")
    st.html(f"<p>This page is locked: its link hides a part of it. {full}</p>")
