"""The lecture between two script runs, and how widgets are seeded from it.

The lecture is the truth. A widget's key holds its value only while the widget is on the page; `forget` makes every
widget take its value from the lecture again, after something other than the widget itself has changed it.
"""

from typing import Any

import streamlit as st

from lecture import Lecture, opening
from surfaces import SURFACES

_LECTURE = "lecture"


def current() -> Lecture:
    """The lecture as the last script run left it, or the opening of the first surface."""
    if _LECTURE not in st.session_state:
        first = next(iter(SURFACES.values()))
        st.session_state[_LECTURE] = opening(first())
    return st.session_state[_LECTURE]


def keep(lecture: Lecture) -> None:
    """What the widgets of this script run made of it."""
    st.session_state[_LECTURE] = lecture


def change(lecture: Lecture) -> None:
    """Replaces the lecture from a callback: every widget shows the new one."""
    keep(lecture)
    for key in [k for k in st.session_state if str(k).startswith(_PREFIX)]:
        del st.session_state[key]


_PREFIX = "widget:"


def seeded(name: str, value: Any) -> str:
    """The key of a widget that shows `value` unless the person has moved it since."""
    key = _PREFIX + name
    if key not in st.session_state:
        st.session_state[key] = value
    return key


def read(name: str, default: Any) -> Any:
    """What a widget holds now, or `default` when it is not on the page."""
    return st.session_state.get(_PREFIX + name, default)


def write(name: str, value: Any) -> None:
    """Moves a widget, from a callback."""
    st.session_state[_PREFIX + name] = value
