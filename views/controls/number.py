"""Widgets for declared parameters: a number gets a slider and a box for its exact value, kept equal."""

from functools import lru_cache
from math import floor, log10
from typing import Any

import streamlit as st

from parameters import Choice, Number, Numbers, Parameter, Switch, declared, format_number
from views import fragments, session

NICE = (1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)
"""The stops of a logarithmic slider in each decade: two digits, about equally far apart."""

BEYOND = " (beyond the slider)"
"""The end of a slider's label when the exact value lies outside its span."""


def controls(owner: Any, name: str, kind: Any = Parameter, *, fragment: str | None = None) -> None:
    """Draw a control for each parameter of a frozen dataclass, or for those of one kind."""
    for field, parameter in declared(owner).items():
        if isinstance(parameter, kind):
            control(f"{name}.{field}", parameter, getattr(owner, field), fragment=fragment)


def control(name: str, parameter: Parameter, value: Any, *, fragment: str | None = None) -> None:
    """Draw the control of one parameter, seeded with its value.

    It is a fragment of its own, unless it stands in one that has to run again with it.
    """
    if fragment:
        _widgets(name, parameter, value, fragment)
    else:
        st.fragment(_alone)(name, parameter, value)


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
                on_change=_refill,
                args=(entry, coordinate),
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
    st.toggle(
        parameter.label,
        key=session.seeded(f"{name} entry", value),
        on_change=fragments.value_changed,
        args=(fragment,),
        help=parameter.help,
    )


def _choice(name: str, parameter: Choice, value: str, fragment: str) -> None:
    st.selectbox(
        parameter.label,
        parameter.options,
        key=session.seeded(f"{name} entry", value),
        on_change=fragments.value_changed,
        args=(fragment,),
        help=parameter.help,
    )


def _slider_and_entry(name: str, parameter: Number, value: float, fragment: str) -> None:
    entry, slider, held = f"{name} entry", f"{name} slider", f"{name} held"
    session.seeded(held, value)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _slider(slider, entry, parameter, session.entered(entry, value), fragment)
        before = session.read(held, value)
        now = _entry(
            entry,
            parameter,
            before,
            label=f"{title(parameter)}, exact value",
            step=_entry_step(parameter),
            on_change=_follow,
            args=(entry, slider, parameter, before, fragment),
            label_visibility="collapsed",
            width=112,
        )
    session.write(held, now)


def _entry(name: str, parameter: Number, value: float, *, step: float, **options: Any) -> float:
    """A box for an exact value; emptied, or filled with something that is no number, it keeps the value it had."""
    kind = int if parameter.integer else float
    entered = st.number_input(
        min_value=kind(parameter.low),
        max_value=kind(parameter.high),
        value=None,
        required=True,
        step=kind(step),
        format="%d" if parameter.integer else "%.10g",
        key=session.seeded(name, kind(value)),
        **options,
    )
    return kind(value if entered is None else entered)


def title(parameter: Number) -> str:
    """ "α · Learning rate" """
    return " · ".join(filter(None, (parameter.plain_symbol, parameter.label)))


def _slider(slider: str, entry: str, parameter: Number, value: float, fragment: str) -> None:
    shown = _on_slider(parameter, value)
    low, high = parameter.slider_span
    label = title(parameter) + ("" if low <= value <= high else BEYOND)
    if parameter.scale != "linear":
        st.select_slider(
            label,
            options=stops(parameter),
            format_func=format_number,
            key=session.seeded(slider, shown),
            on_change=_lead,
            args=(slider, entry, fragment),
            help=parameter.hint,
        )
        return
    kind = int if parameter.integer else float
    st.slider(
        label,
        min_value=kind(low),
        max_value=kind(high),
        step=kind(parameter.step),
        format="%d" if parameter.integer else "%.6g",
        key=session.seeded(slider, kind(shown)),
        on_change=_lead,
        args=(slider, entry, fragment),
        help=parameter.hint,
    )


def _lead(slider: str, entry: str, fragment: str) -> None:
    """Let the entry follow the slider that was moved."""
    session.write(entry, session.read(slider, None))
    fragments.value_changed(fragment)


def _follow(entry: str, slider: str, parameter: Number, before: float, fragment: str) -> None:
    """Let the slider go to the stop nearest to the exact value that was entered."""
    if session.is_shown(entry):
        _refill(entry, before)
        session.write(slider, _on_slider(parameter, session.entered(entry, before)))
        fragments.value_changed(fragment)


def _refill(entry: str, before: float) -> None:
    """Show an emptied entry's value again, unless a click has made every widget forget what it held."""
    if session.is_shown(entry) and session.read(entry, None) is None:
        session.write(entry, before)


def _on_slider(parameter: Number, value: float) -> float:
    """The place on the slider that is nearest to a value."""
    low, high = parameter.slider_span
    value = min(max(value, low), high)
    if parameter.scale == "linear":
        return value
    return min(stops(parameter), key=lambda stop: abs(stop - value))


@lru_cache(maxsize=64)
def stops(parameter: Number) -> tuple[float, ...]:
    """The places on a slider that is not linear, both ends included: nice numbers, or 1 minus nice numbers."""
    low, high = parameter.slider_span
    complement = parameter.scale == "complement"
    near, far = (1.0 - high, 1.0 - low) if complement else (low, high)
    decades = range(floor(log10(near)) - 1, floor(log10(far)) + 1)
    nice = [float(f"{digits}e{decade}") for decade in decades for digits in NICE]
    # Rounding takes away what subtraction leaves behind: 1 − 0.1 is to be 0.9 and 1 − 0.001 to be 0.999.
    places = {round(1.0 - n, 12) for n in nice} if complement else set(nice)
    inside = {place for place in places if low <= place <= high} | {low, high}
    return tuple(sorted({int(p) for p in inside if p == int(p)} if parameter.integer else inside))


def _entry_step(parameter: Number) -> float:
    """The step of the entry's arrows: a fraction of the default where the scale is not linear."""
    if parameter.integer or parameter.scale == "linear":
        return parameter.step
    return 0.01 if parameter.scale == "complement" else 10.0 ** (floor(log10(parameter.default or 1.0)) - 1)
