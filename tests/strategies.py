"""Hypothesis strategies that draw from what surfaces, rules and schedules declare."""

import math
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from lecture import MOST_CONTENDERS, Camera, Contender, Lecture, View
from lecture.lecture import COORDINATE
from lecture.view import HIDEABLE, LAYOUTS, MOST_STEPS, PAGES
from optimizers import MISTAKES, OPTIMIZERS, SCHEDULES
from parameters import Number, Parameter, declared
from surfaces import SURFACES


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


def lectures() -> st.SearchStrategy[Lecture]:
    """Every lecture that can be made: all registries, all values, any number of contenders."""
    slots = st.lists(st.integers(0, MOST_CONTENDERS - 1), unique=True)
    everyone = slots.flatmap(lambda taken: st.tuples(*(_contenders(slot) for slot in taken)))
    return st.builds(
        Lecture,
        surface=_one_of(SURFACES),
        start=_starts(),
        contenders=everyone,
        view=views(),
        **{name: values(parameter) for name, parameter in declared(Lecture).items()},
    )


def views() -> st.SearchStrategy[View]:
    """Every way to look at a lecture."""
    side = st.lists(st.floats(-1e9, 1e9), min_size=2, max_size=2, unique=True).map(lambda ends: tuple(sorted(ends)))
    triple = st.tuples(*[st.floats(-1e6, 1e6)] * 3)
    return st.builds(
        View,
        step=st.none() | st.integers(0, MOST_STEPS),
        layout=st.sampled_from(LAYOUTS),
        camera=st.none() | st.builds(Camera, triple, triple, triple),
        zoom=st.none() | st.tuples(side, side),
        focus=st.none() | st.integers(0, MOST_CONTENDERS - 1),
        page=st.sampled_from(PAGES),
        hidden=st.frozensets(st.sampled_from(HIDEABLE)),
        lesson=st.none() | st.from_regex("[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True),
        **{name: values(parameter) for name, parameter in declared(View).items()},
    )


def _contenders(slot: int) -> st.SearchStrategy[Contender]:
    return st.builds(
        Contender,
        rule=_one_of({**OPTIMIZERS, **MISTAKES}),
        schedule=_one_of(SCHEDULES),
        start=st.none() | _starts(),
        active=st.booleans(),
        slot=st.just(slot),
    )


def _one_of(registry: Mapping[str, type[Any]]) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(registry.values())).flatmap(chosen)


def _starts() -> st.SearchStrategy[tuple[float, float]]:
    return st.tuples(values(COORDINATE), values(COORDINATE))
