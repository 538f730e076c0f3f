"""Where the race starts, how long it is, and how noisy."""

from dataclasses import replace
from typing import Any

import streamlit as st

from lecture import Lecture
from lecture.lecture import COORDINATE, Pair
from lecture.wording import place
from parameters import declared
from views import fragments, session
from views.controls import number
from views.controls.contenders import axis_label


def run_controls(lecture: Lecture) -> Lecture:
    """Start, steps and noise; the lecture they show."""
    view = lecture.view
    start = lecture.start if view.hides("start") else _start(lecture)
    steps = {} if view.hides("steps") else _turned(lecture, "steps")
    noise = {} if view.hides("noise") else st.fragment(_noise_controls)()
    return replace(lecture, start=start, **steps, **noise)


_NOISE = "noise"


def _noise_controls() -> dict[str, Any]:
    lecture = session.current()
    turned = _turned(lecture, "noise", part=_NOISE)
    if turned["noise"]:
        # Without noise these two change nothing, and a control that does nothing is a riddle.
        turned |= _turned(lecture, "seed", "same_noise", part=_NOISE)
    fragments.publish_if_changed(_NOISE)
    return turned


def _turned(lecture: Lecture, *names: str, part: str | None = None) -> dict[str, Any]:
    declaration = declared(lecture)
    return {
        name: number.control(f"{session.LECTURE_NAME}.{name}", declaration[name], getattr(lecture, name), part=part)
        for name in names
    }


def _start(lecture: Lecture) -> Pair:
    """The common start: one of the surface's own by name, or any point by its coordinates."""
    x_name, y_name = session.START_NAMES
    here = (session.entered(f"{x_name} entry", lecture.start[0]), session.entered(f"{y_name} entry", lecture.start[1]))
    starts = {start.name: start for start in lecture.surface.starts}
    # A key for each point: the name goes when the point is moved in another way.
    key = f"named start {lecture.surface.key} {here}"
    st.selectbox(
        "Named starts",
        list(starts),
        index=None,
        format_func=lambda name: f"{name} {place(starts[name].point)}",
        placeholder="A point of your own",
        key=session.seeded(key, next((s.name for s in starts.values() if s.point == here), None)),
        help="Or click on the map. " + " ".join(f"{s.name}: {s.reason}." for s in starts.values()),
        on_change=_go_to_named,
        args=(key,),
    )
    with st.container(horizontal=True):
        return (
            number.entry(x_name, COORDINATE, axis_label("x"), here[0]),
            number.entry(y_name, COORDINATE, axis_label("y"), here[1]),
        )


def _go_to_named(key: str) -> None:
    name = session.read(key, None)
    for start in session.current().surface.starts:
        if start.name == name:
            session.change(lambda lecture, point=start.point: replace(lecture, start=point))
