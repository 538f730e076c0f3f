"""Widgets for declared parameters: a number gets a slider and a box for its exact value, kept equal.

Both are kept equal by the server, so while one of them is changed the browser sends what the other said before: it has
not heard yet that the other followed. Such an echo must not be taken for a value that somebody chose.
"""

from functools import lru_cache
from time import monotonic
from typing import Any

import streamlit as st

from parameters import Choice, Number, Numbers, Parameter, Rows, Switch, declared, format_number
from scenes.sliders import has_stops, step_from, stops, title
from views import fragments, session

ECHO_SECONDS = 2.0
"""For how long a slider or an entry may still say what it said before it followed. Nobody goes back as fast."""

_NOTHING_SAID: tuple[tuple[float, ...], float] = ((), 0.0)

BEYOND = " (beyond the slider)"
"""The end of a slider's label when the exact value lies outside its span."""


def controls(owner: Any, name: str, kind: Any = Parameter, *, fragment: str | None = None) -> None:
    """Draw a control for each parameter of a frozen dataclass, or for those of one kind; rows have none."""
    for field, parameter in declared(owner).items():
        if isinstance(parameter, kind) and not isinstance(parameter, Rows):
            control(f"{name}.{field}", parameter, getattr(owner, field), fragment=fragment)


def control(name: str, parameter: Parameter, value: Any, *, fragment: str | None = None) -> None:
    """Draw the control of one parameter, seeded with its value.

    It is a fragment of its own, unless it stands in one that has to run again with it.
    """
    if fragment:
        _widgets(name, parameter, value, fragment)
    else:
        fragments.fragment(_alone)(name, parameter, value)


def coordinates(name: str, parameter: Numbers, value: tuple[float, ...]) -> None:
    """Draw an entry for each of a point's coordinates, side by side."""
    with st.container(horizontal=True):
        for axis, coordinate in zip(parameter.axes, value, strict=True):
            entry = f"{name} {axis} entry"
            _entry(
                entry,
                parameter.each,
                coordinate,
                label=f"{parameter.label} {axis}",
                step=parameter.step,
                help=parameter.help,
            )


def _alone(name: str, parameter: Parameter, value: Any) -> None:
    _widgets(name, parameter, value, name)
    fragments.publish_if_changed(name)


def _widgets(name: str, parameter: Parameter, value: Any, fragment: str) -> None:
    match parameter:
        case Number():
            _slider_and_entry(name, parameter, value, fragment)
        case Switch():
            _switch(name, parameter, value, fragment)
        case Choice():
            _choice(name, parameter, value, fragment)
        case _:
            raise TypeError(f"{name}: there is no control for {parameter!r}.")


def _switch(name: str, parameter: Switch, value: bool, fragment: str) -> None:
    entry = f"{name} entry"
    st.toggle(
        parameter.label,
        value=session.read(entry, value),
        key=session.seeded(entry, value),
        on_change=fragments.value_changed,
        args=(fragment,),
        help=parameter.help,
    )


def _choice(name: str, parameter: Choice, value: str, fragment: str) -> None:
    entry = f"{name} entry"
    st.selectbox(
        parameter.label,
        parameter.options,
        index=parameter.options.index(session.read(entry, value)),
        key=session.seeded(entry, value),
        on_change=fragments.value_changed,
        args=(fragment,),
        help=parameter.help,
    )


def _slider_and_entry(name: str, parameter: Number, value: float, fragment: str) -> None:
    entry, slider = f"{name} entry", f"{name} slider"
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        value = session.read(entry, value)
        _slider(slider, entry, parameter, value, fragment)
        _entry(
            entry,
            parameter,
            value,
            label=f"{title(parameter)}, exact value",
            step=step_from(parameter, value),
            on_change=_follow,
            args=(entry, slider, parameter, fragment),
            label_visibility="collapsed",
            width=112,
        )


def _entry(name: str, parameter: Number, value: float, *, step: float, **options: Any) -> None:
    """A box for an exact value; emptied, or filled with something that is no number, it shows its value again."""
    kind = int if parameter.integer else float
    st.number_input(
        min_value=kind(parameter.low),
        max_value=kind(parameter.high),
        value=kind(session.read(name, value)),
        step=kind(step),
        format="%d" if parameter.integer else "%.10g",
        key=session.seeded(name, kind(value)),
        **options,
    )


def _slider(slider: str, entry: str, parameter: Number, value: float, fragment: str) -> None:
    shown = _on_slider(parameter, value)
    low, high = parameter.slider_span
    label = title(parameter) + ("" if low <= value <= high else BEYOND)
    if has_stops(parameter):
        st.select_slider(
            label,
            options=stops(parameter),
            value=session.read(slider, shown),
            format_func=_written,
            key=session.seeded(slider, shown),
            on_change=_lead,
            args=(slider, entry, parameter, fragment),
            help=parameter.hint,
        )
        return
    kind = int if parameter.integer else float
    st.slider(
        label,
        min_value=kind(low),
        max_value=kind(high),
        value=kind(session.read(slider, shown)),
        step=kind(parameter.step),
        format="%d" if parameter.integer else "%.6g",
        key=session.seeded(slider, kind(shown)),
        on_change=_lead,
        args=(slider, entry, parameter, fragment),
        help=parameter.hint,
    )


_written = lru_cache(maxsize=4096)(format_number)
"""A stop of a slider as it is written, for every slider and session once."""


def _lead(slider: str, entry: str, parameter: Number, fragment: str) -> None:
    """Let the entry follow the slider that was moved."""
    moved_to, entered = session.read(slider, None), session.read(entry, None)
    if moved_to is None:  # a click that came with it has made every widget forget what it held
        return
    if _is_echo(slider):
        session.write(slider, _on_slider(parameter, entered))
    else:
        _note_said(entry, entered, moved_to)
        session.write(entry, moved_to)
    fragments.value_changed(fragment)


def _follow(entry: str, slider: str, parameter: Number, fragment: str) -> None:
    """Let the slider go to the stop nearest to the exact value that was entered."""
    place, entered = session.read(slider, None), session.read(entry, None)
    if entered is None:
        return
    if _is_echo(entry):
        session.write(entry, place)
    # To write what it shows already would move a slider back that has meanwhile gone on.
    elif (nearest := _on_slider(parameter, entered)) != place:
        _note_said(slider, place, nearest)
        session.write(slider, nearest)
    fragments.value_changed(fragment)


def _note_said(name: str, *values: float) -> None:
    """Note what a widget says now, and what it will say when it has followed the other."""
    said, when = session.read(f"{name} said", _NOTHING_SAID)
    recent = said if monotonic() - when < ECHO_SECONDS else ()
    session.write(f"{name} said", ((*recent, *values), monotonic()))


def _is_echo(name: str) -> bool:
    """Whether a widget says what it said a moment ago, before it followed the other.

    If not, somebody has changed it: from now on the browser knows what it says.
    """
    said, when = session.read(f"{name} said", _NOTHING_SAID)
    is_echo = monotonic() - when < ECHO_SECONDS and session.read(name, None) in said
    if not is_echo:
        session.write(f"{name} said", _NOTHING_SAID)
    return is_echo


def _on_slider(parameter: Number, value: float) -> float:
    """The place on the slider that is nearest to a value."""
    low, high = parameter.slider_span
    value = min(max(value, low), high)
    if not has_stops(parameter):
        return value
    return min(stops(parameter), key=lambda stop: abs(stop - value))
