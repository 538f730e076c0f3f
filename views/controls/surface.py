"""Which surface, of which shape."""

from dataclasses import replace

import streamlit as st

from lecture import Lecture, on_surface
from surfaces import SURFACES
from views import session
from views.controls import formulas, number


def surface_controls(lecture: Lecture) -> Lecture:
    """The surface's picker, formula, sentence and own parameters; the lecture they show."""
    surface = lecture.surface
    if not lecture.view.hides("surface"):
        _picker(surface.key)
    formulas.show(surface.formula)
    st.markdown(surface.teaches)
    if lecture.view.hides("surface"):
        return lecture
    shape = number.values_of(surface, session.surface_name(surface))
    return replace(lecture, surface=replace(surface, **shape))


def _picker(chosen: str) -> None:
    st.selectbox(
        "Surface",
        list(SURFACES),
        format_func=lambda key: SURFACES[key].title,
        key=session.seeded("surface", chosen),
        on_change=_choose,
    )


def _choose() -> None:
    surface = SURFACES[session.read("surface", "")]()
    session.change(lambda lecture: on_surface(lecture, surface))
