"""The lecture between two script runs, and how widgets are seeded from it.

The lecture is the truth. A widget's key holds its value only while the widget is on the page; `change` makes every
widget take its value from the lecture again, because something other than the widget itself has changed it.
"""

from collections.abc import Callable
from dataclasses import replace
from secrets import token_hex
from typing import Any

import streamlit as st

from lecture import Contender, Lecture
from lecture.lecture import Pair
from optimizers import SCHEDULES, Schedule
from parameters import declared
from surfaces import Surface
from views import address

_LECTURE = "lecture"
_VIEW_TOKEN = "view token"
_VERSION = "version"
_SESSION = "session"


def current() -> Lecture:
    """The lecture as the last script run left it, or what the address of a new page asks for."""
    if _LECTURE not in st.session_state:
        st.session_state[_LECTURE] = address.lecture_of_address()
    return st.session_state[_LECTURE]


def keep(lecture: Lecture) -> None:
    """What the widgets of this script run made of it."""
    if lecture != st.session_state.get(_LECTURE):
        st.session_state[_VERSION] = version() + 1
    st.session_state[_LECTURE] = lecture


def version() -> int:
    """A number that grows with every change of the lecture."""
    return st.session_state.get(_VERSION, 0)


def session() -> str:
    """A name for this session: after a restart of the server, a page goes on with another one."""
    return st.session_state.setdefault(_SESSION, token_hex(4))


def apply_widgets() -> None:
    """The lecture takes what the widgets hold now; from a callback or at the start of a page, before all else."""
    keep(_with_widgets(current()))


def change(update: Callable[[Lecture], Lecture]) -> None:
    """Changes the lecture from a callback: every widget shows the new one.

    What has been typed, switched or chosen a moment before, and no script run has seen yet, is taken up first.
    """
    keep(update(_with_widgets(current())))
    for key in [k for k in st.session_state if str(k).startswith(_PREFIX)]:
        del st.session_state[key]


def open_link(query: str) -> None:
    """Shows the lecture of another address, as the browser's back and forward buttons ask for it."""
    lecture = address.lecture_of(query)
    change(lambda _: lecture)
    st.session_state[_VIEW_TOKEN] = token_hex(4)


def view_token() -> str:
    """A name for the last `open_link`, or "" before the first: at a new one the picture takes the view of its link.

    It is one of a kind, because a page that has seen some goes on with a new session after a restart of the server.
    """
    return st.session_state.get(_VIEW_TOKEN, "")


def surface_name(surface: Surface) -> str:
    """What the widgets of a surface's parameters are called by."""
    return f"surface {surface.key}"


def contender_name(contender: Contender) -> str:
    """What the widgets of a contender are called by."""
    return f"contender {contender.slot} {contender.rule.key}"


def schedule_name(contender_name: str, schedule: Schedule) -> str:
    """What the widgets of a contender's schedule are called by."""
    return f"{contender_name} {schedule.key}"


LECTURE_NAME = "lecture"
START_NAMES = ("start x", "start y")


def _with_widgets(lecture: Lecture) -> Lecture:
    return replace(
        lecture,
        surface=typed(lecture.surface, surface_name(lecture.surface)),
        contenders=tuple(_contender_with_widgets(contender, lecture.start) for contender in lecture.contenders),
        start=_start_as_typed(START_NAMES, lecture.start),
        **_entered(lecture, LECTURE_NAME),
    )


def _contender_with_widgets(contender: Contender, common: Pair) -> Contender:
    name = contender_name(contender)
    schedule = contender.schedule
    if (chosen := read(f"{name} schedule", schedule.key)) != schedule.key:
        schedule = SCHEDULES[chosen]()
    own = contender.start or common
    return replace(
        contender,
        rule=typed(contender.rule, name),
        schedule=typed(schedule, schedule_name(name, schedule)),
        start=_start_as_typed((f"{name} x", f"{name} y"), own)
        if read(f"{name} own start", contender.start is not None)
        else None,
        active=read(f"{name} active", contender.active),
    )


def typed(owner: Any, name: str) -> Any:
    """A frozen dataclass with the numbers that its entries hold now."""
    return replace(owner, **_entered(owner, name))


def _entered(owner: Any, name: str) -> dict[str, Any]:
    """What the entries of an owner's numbers hold, by field name; emptied ones are left out."""
    entries = {field: read(f"{name}.{field} entry", None) for field in declared(owner)}
    return {field: value for field, value in entries.items() if value is not None}


def _start_as_typed(names: tuple[str, str], start: Pair) -> Pair:
    return (entered(f"{names[0]} entry", start[0]), entered(f"{names[1]} entry", start[1]))


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


def is_shown(name: str) -> bool:
    """Whether a widget holds anything, if only an emptied entry."""
    return _PREFIX + name in st.session_state


def entered(name: str, default: float) -> float:
    """What an entry holds now, or `default` when it is empty or not on the page."""
    value = read(name, None)
    return default if value is None else value


def write(name: str, value: Any) -> None:
    """Moves a widget, from a callback."""
    st.session_state[_PREFIX + name] = value
