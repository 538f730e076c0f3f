"""One control for one number: a slider for the hand and an entry for the exact value, always in step."""

from bisect import bisect_left
from functools import lru_cache
from math import floor, log10
from typing import Any

import streamlit as st

from parameters import Number, Parameter, declared
from views import state

NICE = (1.0, 1.1, 1.2, 1.3, 1.5, 1.7, 2.0, 2.2, 2.5, 3.0, 3.5, 4.0, 4.5, 5.0, 6.0, 7.0, 8.0, 9.0)
"""The stops of a logarithmic slider in each decade: two digits, about equally far apart."""


def values_of(owner: Any, name: str) -> dict[str, Any]:
    """Controls for every parameter of a frozen dataclass, and the values they show, by field name."""
    return {
        field: control(f"{name}.{field}", parameter, getattr(owner, field))
        for field, parameter in declared(owner).items()
    }


def control(name: str, parameter: Parameter, value: Any) -> Any:
    """The control of one parameter and the value it shows."""
    if not isinstance(parameter, Number):
        return st.toggle(parameter.label, key=state.seeded(name, value), help=parameter.help)
    entry, slider = f"{name} entry", f"{name} slider"
    kind = int if parameter.integer else float
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
        _slider(slider, entry, parameter, state.read(entry, value))
        return kind(
            st.number_input(
                f"{title(parameter)}, exact value",
                min_value=kind(parameter.low),
                max_value=kind(parameter.high),
                step=kind(parameter.step) if parameter.scale == "linear" else kind(_log_step(parameter)),
                format="%d" if parameter.integer else "%.10g",
                key=state.seeded(entry, kind(value)),
                on_change=_follow,
                args=(entry, slider, parameter),
                label_visibility="collapsed",
                width=112,
            )
        )


def entry(name: str, parameter: Number, label: str, value: float) -> float:
    """A number without a slider, for what has no natural span: a coordinate, a seed."""
    kind = int if parameter.integer else float
    return kind(
        st.number_input(
            label,
            min_value=kind(parameter.low),
            max_value=kind(parameter.high),
            step=kind(parameter.step),
            format="%d" if parameter.integer else "%.10g",
            key=state.seeded(name, kind(value)),
            help=parameter.help,
        )
    )


def title(parameter: Number) -> str:
    """ "α · Learning rate" """
    return " · ".join(filter(None, (parameter.plain_symbol, parameter.label)))


def _slider(slider: str, entry: str, parameter: Number, value: float) -> None:
    low, high = parameter.slider_span
    shown = min(max(value, low), high)
    if parameter.scale == "log":
        stops = _stops(low, high, parameter.integer)
        st.select_slider(
            title(parameter),
            options=stops,
            format_func=_short,
            key=state.seeded(slider, _nearest(stops, shown)),
            on_change=_lead,
            args=(slider, entry),
            help=parameter.help,
        )
        return
    kind = int if parameter.integer else float
    st.slider(
        title(parameter),
        min_value=kind(low),
        max_value=kind(high),
        step=kind(parameter.step),
        format="%d" if parameter.integer else "%.6g",
        key=state.seeded(slider, kind(shown)),
        on_change=_lead,
        args=(slider, entry),
        help=parameter.help,
    )


def _lead(slider: str, entry: str) -> None:
    """The slider was moved: the entry takes its value."""
    state.write(entry, state.read(slider, None))


def _follow(entry: str, slider: str, parameter: Number) -> None:
    """An exact value was entered: the slider goes to the place nearest to it."""
    low, high = parameter.slider_span
    value = min(max(state.read(entry, low), low), high)
    if parameter.scale == "log":
        value = _nearest(_stops(low, high, parameter.integer), value)
    state.write(slider, value)


@lru_cache(maxsize=64)
def _stops(low: float, high: float, whole: bool) -> tuple[float, ...]:
    """Nice numbers from `low` to `high`, both included."""
    decades = range(floor(log10(low)), floor(log10(high)) + 1)
    nice = (float(f"{digits}e{decade}") for decade in decades for digits in NICE)
    if whole:
        return tuple(sorted({int(n) for n in nice if n == int(n) and low <= n <= high} | {int(low), int(high)}))
    return tuple(sorted({n for n in nice if low <= n <= high} | {low, high}))


def _nearest(stops: tuple[float, ...], value: float) -> float:
    above = min(bisect_left(stops, value), len(stops) - 1)
    below = max(above - 1, 0)
    return min(stops[below], stops[above], key=lambda stop: abs(log10(stop) - log10(value)))


def _short(stop: float) -> str:
    return f"{stop:g}"


def _log_step(parameter: Number) -> float:
    """What the entry's arrows add: a whole, or a little on the scale of the default."""
    return 1 if parameter.integer else 10.0 ** (floor(log10(parameter.default)) - 1)
