"""Hypothesis strategies that draw from what surfaces, rules and schedules declare."""

import math
from typing import Any

from hypothesis import strategies as st

from parameters import Number, Parameter, declared


def chosen(family: type[Any]) -> st.SearchStrategy[Any]:
    """Instances of a surface, a rule or a schedule, with every parameter anywhere in its declared range."""
    return st.builds(family, **{name: values(parameter) for name, parameter in declared(family).items()})


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    """What one parameter accepts: a number is drawn along its own scale, so that every order of magnitude comes up."""
    if not isinstance(parameter, Number):
        return st.booleans()
    low, high = parameter.low, parameter.high
    if parameter.integer:
        return st.integers(int(low), int(high))
    if parameter.scale == "log":
        return st.floats(math.log(low), math.log(high)).map(lambda power: min(max(math.exp(power), low), high))
    if parameter.scale == "complement":
        powers = st.floats(math.log(1.0 - high), math.log(1.0 - low))
        return powers.map(lambda power: min(max(1.0 - math.exp(power), low), high))
    return st.floats(low, high)


def points(window: tuple[tuple[float, float], tuple[float, float]]) -> st.SearchStrategy[tuple[float, float]]:
    """Places in a window."""
    (left, right), (bottom, top) = window
    return st.tuples(st.floats(left, right), st.floats(bottom, top))
