"""Which surface, of which shape."""

from dataclasses import replace

import streamlit as st

from lecture import Lecture, on_surface
from surfaces import SURFACES
from views import formulas, numbers, state


def surface_controls(lecture: Lecture) -> Lecture:
    """The surface's picker, formula, sentence and own parameters; the lecture they show."""
    surface = lecture.surface
    st.selectbox(
        "Surface",
        list(SURFACES),
        format_func=lambda key: SURFACES[key].title,
        key=state.seeded("surface", surface.key),
        on_change=_choose,
    )
    formulas.show(surface.formula)
    st.markdown(surface.teaches)
    shape = numbers.values_of(surface, state.surface_name(surface))
    return replace(lecture, surface=replace(surface, **shape))


def _choose() -> None:
    surface = SURFACES[state.read("surface", "")]()
    state.change(lambda lecture: on_surface(lecture, surface))
