"""The controls of the averages: the series, and up to three β."""

from dataclasses import replace

import streamlit as st

from lecture import Lecture
from lecture.pages.averages import FORMULAS, SERIES, Averages
from lecture.pasted import read_numbers, written
from parameters import declared
from scenes.averages import page_of
from scenes.palette import swatch
from views import session
from views.controls import formulas, number

NUMBERS = (1, 2, 3)

_PASTED = "pasted text"
_FAULT = "what is wrong with the pasted text"


def series_controls(lecture: Lecture) -> None:
    """Draw the picker of the series, and what it depends on."""
    if lecture.view.hides("series"):
        return
    page = page_of(lecture)
    st.header("Series", anchor=False)
    st.selectbox(
        declared(page)["series"].label,
        list(SERIES),
        format_func=SERIES.__getitem__,
        index=list(SERIES).index(session.read("series", page.series)),
        key=session.seeded("series", page.series),
        on_change=_choose,
        label_visibility="collapsed",
    )
    if page.series == "temperatures":
        _controls(page, "seed", "noise")
    if page.series == "pasted":
        _paste(page)
    else:
        _controls(page, "days")
    if page.moved:
        st.button("Put the moved days back", on_click=_put_back, width="stretch")


def average_controls(lecture: Lecture) -> None:
    """Draw the formula, and a slider and a choice of curves for each average."""
    page = page_of(lecture)
    st.header("Averages", anchor=False)
    formulas.show(*FORMULAS)
    if lecture.view.hides("averages"):
        return
    for slot, which in enumerate(NUMBERS):
        st.html(f'<img src="{swatch(slot)}" alt="" width="32" height="16">')
        _controls(page, f"beta_{which}", f"curves_{which}")
    _controls(page, "misprint")


def _controls(page: Averages, *fields: str) -> None:
    parameters = declared(page)
    for field in fields:
        number.control(f"{session.page_name(page)}.{field}", parameters[field], getattr(page, field))


def _paste(page: Averages) -> None:
    """A box for numbers; what cannot be read stays in it, beside a sentence, and the picture stays as it is."""
    shown = written(page.pasted)
    st.text_area(
        "Numbers",
        value=session.read(_PASTED, shown),
        key=session.seeded(_PASTED, shown),
        height=160,
        help="One a line, or separated by commas, semicolons or blanks; 10,000 at most.",
        on_change=_take_pasted,
    )
    if fault := st.session_state.get(_FAULT):
        st.error(fault)


def _take_pasted() -> None:
    text = session.read(_PASTED, "")
    try:
        numbers = read_numbers(text)
    except ValueError as fault:
        st.session_state[_FAULT] = str(fault)
        return
    st.session_state[_FAULT] = None
    _change(pasted=numbers, moved=())


def _choose() -> None:
    # A day that was moved in one series means nothing in another.
    st.session_state[_FAULT] = None
    _change(series=session.read("series", ""), moved=())


def _put_back() -> None:
    _change(moved=())


def _change(**values: object) -> None:
    session.change(lambda lecture: replace(lecture, page=replace(lecture.page, **values)))
