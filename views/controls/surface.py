"""The controls of the surface: which one, and its shape."""

import streamlit as st

from lecture import Lecture, on_surface
from lecture.lessons import asks
from parameters import Number
from surfaces import SURFACES, Formula
from views import session
from views.components import sentences
from views.controls import formulas, number
from views.controls.formula import formula_controls


def surface_controls(lecture: Lecture) -> None:
    """Draw the surface's picker, formula, sentence and own parameters."""
    surface, hidden = lecture.surface, lecture.view.hides("surface")
    if not hidden:
        _picker(surface.key)
    formulas.show(surface.formula)
    if asks(lecture):
        sentences("teaches")  # which may tell the answer, and waits for it
    else:
        st.markdown(surface.teaches)
    if not hidden:
        if isinstance(surface, Formula):
            formula_controls(surface)
        number.controls(surface, session.surface_name(surface), Number)


def _picker(chosen: str) -> None:
    st.selectbox(
        "Surface",
        list(SURFACES),
        format_func=lambda key: SURFACES[key].title,
        index=list(SURFACES).index(session.read("surface", chosen)),
        key=session.seeded("surface", chosen),
        on_change=_choose,
    )


def _choose() -> None:
    surface = SURFACES[session.read("surface", "")]()
    session.change(lambda lecture: on_surface(lecture, surface))
