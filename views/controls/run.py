"""The controls of the run: where it starts, how long it is, and what makes its gradients noisy."""

from dataclasses import replace

import streamlit as st

from lecture import Lecture
from lecture.race import batch_of
from lecture.wording import place
from parameters import declared
from surfaces import DataSurface
from views import fragments, session
from views.controls import number

_NOISE = "noise"


def run_controls(lecture: Lecture) -> None:
    """Draw start, steps and noise."""
    drawn = {"start": _start, "steps": _steps, "noise": fragments.fragment(_noise)}
    shown = [draw for part, draw in drawn.items() if not lecture.view.hides(part)]
    if shown:
        st.header("Run", anchor=False)
    for draw in shown:
        draw(lecture)


def _steps(lecture: Lecture) -> None:
    _controls(lecture, "steps")


def _noise(_: Lecture) -> None:
    lecture = session.current()  # a fragment that runs again is given the lecture it was first drawn with
    # What changes nothing is not shown: a control that does nothing is a riddle.
    if isinstance(lecture.surface, DataSurface):
        if any(batch_of(lecture, contender) for contender in lecture.contenders):
            _controls(lecture, "seed", "same_noise", "replacement", fragment=_NOISE)
    else:
        _controls(lecture, "noise", fragment=_NOISE)
        if lecture.noise:
            _controls(lecture, "seed", "same_noise", fragment=_NOISE)
    fragments.publish_if_changed(_NOISE)


def _controls(lecture: Lecture, *fields: str, fragment: str | None = None) -> None:
    parameters = declared(lecture)
    for field in fields:
        name = f"{session.LECTURE_NAME}.{field}"
        number.control(name, parameters[field], getattr(lecture, field), fragment=fragment)


def _start(lecture: Lecture) -> None:
    """One of the surface's own starts by name, or any point by its coordinates."""
    starts = {start.name: start for start in lecture.surface.starts}
    # A key for each point: the name goes when the point is moved in another way.
    key = f"named start {lecture.surface.key} {lecture.start}"
    named = session.read(key, next((s.name for s in starts.values() if s.point == lecture.start), None))
    st.selectbox(
        "Suggested starts",
        list(starts),
        index=None if named is None else list(starts).index(named),
        format_func=lambda name: f"{name} {place(starts[name].point)}",
        placeholder="Custom point",
        key=session.seeded(key, named),
        help="You can also click on the map. " + " ".join(f"{s.name}: {s.reason}." for s in starts.values()),
        on_change=_go_to_named,
        args=(key,),
    )
    number.coordinates(f"{session.LECTURE_NAME}.start", declared(lecture)["start"], lecture.start)


def _go_to_named(key: str) -> None:
    name = session.read(key, None)
    for start in session.current().surface.starts:
        if start.name == name:
            session.change(lambda lecture, point=start.point: replace(lecture, start=point))
