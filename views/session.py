"""The session: the lecture between two reruns, and the values of the widgets that show it.

The lecture is the truth. Widgets are seeded from it, and it takes over what they hold in one place, `_with_widgets`: at
the start of each run and before every change. After a change every widget takes its value from the lecture again.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from secrets import token_hex
from typing import Any

import streamlit as st

from lecture import Contender, Lecture, View, at_first_sight, opening
from lecture.lessons import lesson_of
from lecture.link.values import LEFT_OUT, encode_value
from lecture.pages import Page
from lecture.pages.averages import Averages
from lecture.pages.race import Race
from optimizers import SCHEDULES, Schedule
from parameters import Numbers, declared
from surfaces import Surface
from views import address

_LECTURE = "lecture"
_OPENED = "lecture at first"
_VIEW_TOKEN = "view token"
_VERSION = "version"
_SESSION = "session"
_PASTED = "numbers pasted, by what links say instead"
_MAX_PASTED = 8


def current() -> Lecture:
    """The lecture as the last script run left it, or what the address of a new page asks for."""
    if _LECTURE not in st.session_state:
        st.session_state[_LECTURE] = st.session_state[_OPENED] = address.lecture_of_address()
    return st.session_state[_LECTURE]


def version() -> int:
    """A number that grows with every change of the lecture."""
    return st.session_state.get(_VERSION, 0)


def session() -> str:
    """A name for this session: after a restart of the server, a page goes on with another one.

    All are of one length, and so long that nothing else is like one by chance (views/first_run.py).
    """
    return st.session_state.setdefault(_SESSION, token_hex(16))


def apply_widgets() -> None:
    """Take over what the widgets hold, from a callback or at the start of a page before all else."""
    _keep(_with_widgets(current()))


def change(update: Callable[[Lecture], Lecture]) -> None:
    """Change the lecture from a callback: every widget shows the new one.

    What has been typed, switched or chosen a moment before, and no script run has seen yet, is taken over first. In
    between, the widgets forget what they held: a callback may be cut short by the next request, and what they held
    before a change that is kept would undo a part of it.
    """
    apply_widgets()
    for key in [k for k in st.session_state if str(k).startswith(_PREFIX)]:
        del st.session_state[key]
    _keep(update(current()))


def open_link(query: str) -> None:
    """Show the lecture of another address, as the browser's back and forward buttons ask for it."""
    lecture = address.lecture_of(query, st.session_state.get(_PASTED, {}))
    change(lambda _: lecture)
    st.session_state[_VIEW_TOKEN] = token_hex(4)


def reset() -> None:
    """Go back to the beginning: a locked page to its link, a lesson to its own values, another page than the race to
    its own settings, with the race as it is, and a surface to its opening.
    """
    lecture = current()
    lesson = lesson_of(lecture)
    if lecture.view.hidden:
        begun = st.session_state[_OPENED]
    elif lesson and isinstance(lecture.page, type(lesson.lecture.page)):
        begun = lesson.lecture
    elif not isinstance(lecture.page, Race):
        begun = replace(lecture, page=type(lecture.page)(), view=View())
    else:
        begun = at_first_sight(opening(type(lecture.surface)()))
    change(lambda _: replace(begun, view=replace(begun.view, hidden=lecture.view.hidden)))
    st.session_state[_VIEW_TOKEN] = token_hex(4)


def view_token() -> str:
    """A name for the last `open_link`, or "" before the first: at a new one the picture takes the view of its link.

    It is one of a kind, because a page that has seen some goes on with a new session after a restart of the server.
    """
    return st.session_state.get(_VIEW_TOKEN, "")


def _keep(lecture: Lecture) -> None:
    if isinstance(lecture.page, Averages) and lecture.page.pasted:
        _keep_pasted(lecture.page)
    if lecture != st.session_state.get(_LECTURE):
        st.session_state[_VERSION] = version() + 1
    st.session_state[_LECTURE] = lecture


def _keep_pasted(page: Averages) -> None:
    """Keep pasted numbers for links that are too short for them: those of the last few pastes."""
    kept = st.session_state.get(_PASTED, {})
    if page.pasted in kept.values():
        return
    words = encode_value(declared(page)["pasted"], page.pasted)
    if words.startswith(LEFT_OUT):
        st.session_state[_PASTED] = dict([*kept.items(), (words, page.pasted)][-_MAX_PASTED:])


LECTURE_NAME = "lecture"


def page_name(page: Page) -> str:
    """The first part of the names of the widgets of a page's settings."""
    return f"page {page.key}"


def surface_name(surface: Surface) -> str:
    """The first part of the names of the widgets of a surface's parameters."""
    return f"surface {surface.key}"


def contender_name(contender: Contender) -> str:
    """The first part of the names of a contender's widgets."""
    return f"contender {contender.slot} {contender.rule.key}"


def schedule_name(contender_name: str, schedule: Schedule) -> str:
    """The first part of the names of the widgets of a contender's schedule."""
    return f"{contender_name} {schedule.key}"


def _with_widgets(lecture: Lecture) -> Lecture:
    return replace(
        with_entries(lecture, LECTURE_NAME),
        page=with_entries(lecture.page, page_name(lecture.page)),
        surface=with_entries(lecture.surface, surface_name(lecture.surface)),
        contenders=tuple(_contender_with_widgets(contender, lecture) for contender in lecture.contenders),
    )


def _contender_with_widgets(contender: Contender, lecture: Lecture) -> Contender:
    name = contender_name(contender)
    return replace(
        with_entries(contender, name, given={"start": lecture.start}),
        rule=with_entries(contender.rule, name),
        schedule=chosen_schedule(contender.schedule, name),
    )


def chosen_schedule(schedule: Schedule, contender_name: str) -> Schedule:
    """The schedule that the widgets of a contender hold now, with its values."""
    if (chosen := read(f"{contender_name} schedule", schedule.key)) != schedule.key:
        schedule = SCHEDULES[chosen]()
    return with_entries(schedule, schedule_name(contender_name, schedule))


def with_entries(owner: Any, name: str, given: Mapping[str, Any] | None = None) -> Any:
    """A frozen dataclass with the values that the entries of its parameters hold now.

    An entry that is not on the page leaves its value. `given` are the values that parameters which may be None
    begin with when they are switched on.
    """
    values = {}
    for field, parameter in declared(owner).items():
        value, entry_name = getattr(owner, field), f"{name}.{field}"
        if isinstance(parameter, Numbers) and parameter.axes:
            values[field] = _entered_numbers(entry_name, parameter, value, (given or {}).get(field))
        else:
            values[field] = read(f"{entry_name} entry", value)
    return replace(owner, **values)


def _entered_numbers(name: str, parameter: Numbers, value: Any, given: Any) -> Any:
    if parameter.none and not read(f"{name} given", value is not None):
        return None
    named = zip(parameter.axes, parameter.flat(given if value is None else value), strict=True)
    return parameter.from_flat(tuple(read(f"{name} {axis} entry", number) for axis, number in named))


_PREFIX = "widget:"


def widget_key(name: str) -> str:
    """The key of a widget, which Streamlit makes a class of in the page."""
    return _PREFIX + name


def seeded(name: str, value: Any) -> str:
    """The key of a widget that shows `value` unless the person has moved it since.

    What it shows, `read(name, value)`, has to be its default too. Streamlit tells a browser of a value only in the run
    that seeds it; a browser that did not hear of that run, because another followed at once, shows the default.

    Until something changes, the default is enough. A page that goes on with a new session, after a restart of the
    server, may say meanwhile what somebody has entered, and to seed the widget would undo it.
    """
    key = widget_key(name)
    if version() and key not in st.session_state:
        st.session_state[key] = value
    return key


def read(name: str, default: Any) -> Any:
    """The value of a widget, or `default` when it is not on the page."""
    return st.session_state.get(_PREFIX + name, default)


def write(name: str, value: Any) -> None:
    """Move a widget, from a callback."""
    st.session_state[_PREFIX + name] = value
