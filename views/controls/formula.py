"""The controls of a typed formula: the text, what is wrong with it, its derivatives, and the window."""

from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from lecture import on_surface
from parameters import declared
from surfaces import Formula
from surfaces.formula.error import FormulaError
from views import session
from views.controls import formulas

_TEXT = "formula text"
_DRAFT = "formula that is not understood"
_ENDS = "formula window"

SHOWN = 34
"""As many characters of a text that is not understood are shown around the fault: what fits beside the picture."""


class _Draft(NamedTuple):
    """A text that is not understood, what is wrong with it, and the formula that it was to replace."""

    text: str
    fault: FormulaError
    instead_of: str


def formula_controls(surface: Formula) -> None:
    """Draw them. A text that is not understood stays in its field, and the picture stays as it is."""
    field = declared(surface)["expression"]
    draft = _draft(surface)
    shown = draft.text if draft else surface.expression
    st.text_input(
        field.label,
        value=session.read(_TEXT, shown),
        key=session.seeded(_TEXT, shown),
        help=field.help,
        on_change=_take_text,
    )
    if draft:
        _show_fault(draft)
    with st.expander("Derivatives"):
        formulas.show(*surface.derivative_formulas)
    _window(surface)


def _draft(surface: Formula) -> _Draft | None:
    draft = st.session_state.get(_DRAFT)
    return draft if draft and draft.instead_of == surface.expression else None


def _take_text() -> None:
    surface, text = session.current().surface, session.read(_TEXT, "")
    if not isinstance(surface, Formula):
        return
    try:
        # Another formula has another window.
        typed = replace(surface, expression=text, region=None)
    except FormulaError as fault:
        st.session_state[_DRAFT] = _Draft(text, fault, surface.expression)
        return
    st.session_state[_DRAFT] = None
    if typed.expression != surface.expression:
        session.change(lambda lecture: on_surface(lecture, typed))
    else:
        session.write(_TEXT, surface.expression)


def _show_fault(draft: _Draft) -> None:
    """Point at the character, and say what is wrong with it and what would be understood."""
    begin = max(0, min(draft.fault.position - SHOWN // 2, len(draft.text) - SHOWN + 1))
    line = draft.text[begin : begin + SHOWN].replace("\t", " ")
    with st.container(key="formula-fault"):
        st.code(f"{line}\n{' ' * (draft.fault.position - begin)}^", language=None)
        what = draft.fault.what
        st.text(f"{what[0].upper()}{what[1:]}. {draft.fault.wanted} The picture is still that of the last formula.")


def _window(surface: Formula) -> None:
    """Draw an entry for each end of the window, and a button that chooses it again."""
    parameter = declared(surface)["region"]
    with st.expander(parameter.label):
        for row, (axis, ends) in enumerate(zip(surface.axes, surface.window, strict=True)):
            with st.container(horizontal=True):
                for place, (words, end) in enumerate(zip(("from", "to"), ends, strict=True)):
                    name = f"{_ENDS} {row} {place}"
                    st.number_input(
                        f"{axis} {words}",
                        min_value=parameter.low,
                        max_value=parameter.high,
                        value=session.read(name, end),
                        key=session.seeded(name, end),
                        format="%.6g",
                        help=parameter.help,
                        on_change=_take_window,
                    )
        st.button("Choose it again", on_click=_choose_window, disabled=surface.region is None)


def _take_window() -> None:
    """Take over a window whose ends are in order; another is forgotten."""
    surface = session.current().surface
    ends = tuple(tuple(session.read(f"{_ENDS} {row} {place}", None) for place in (0, 1)) for row in (0, 1))
    sound = isinstance(surface, Formula) and declared(surface)["region"].accepts(ends)
    session.change(lambda lecture: replace(lecture, surface=replace(surface, region=ends)) if sound else lecture)


def _choose_window() -> None:
    session.change(lambda lecture: replace(lecture, surface=replace(lecture.surface, region=None)))
