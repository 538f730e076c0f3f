"""Hypothesis strategies that draw from what surfaces, rules and schedules declare."""

import math
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from lecture import MAX_CONTENDERS, Contender, Lecture, View
from lecture.lecture import branch_fault
from lecture.pages import PAGES
from optimizers import BASELINES, MISTAKES, OPTIMIZERS, SCHEDULES
from parameters import Choice, Choices, Expression, Number, Numbers, Parameter, Rows, Text, declared
from surfaces import SURFACES

EXPRESSIONS = (
    "(x^2 - 2)^2 + a*x + 2*y^2",
    "x^2 + y^2",
    "a*x^2 + b*x*y + c*y^2",
    "20 + x^2 + y^2 - 10*cos(2*pi*x) - kappa*cos(2*pi*y)",
    "exp(-x^2/9) + y^4/100 - x/3",
)
"""Formulas with and without constants, defined everywhere."""


def chosen(family: type[Any]) -> st.SearchStrategy[Any]:
    """Instances of a dataclass with declared fields, every parameter anywhere in its range."""
    return st.builds(family, **{name: values(parameter) for name, parameter in declared(family).items()})


def values(parameter: Parameter) -> st.SearchStrategy[Any]:
    """Everything that one parameter accepts, None included where it does."""
    accepted = _accepted(parameter)
    return st.none() | accepted if parameter.none else accepted


def _accepted(parameter: Parameter) -> st.SearchStrategy[Any]:
    match parameter:
        case Number():
            return _numbers(parameter)
        case Choice():
            return st.sampled_from(parameter.options)
        case Choices():
            return st.frozensets(st.sampled_from(parameter.options))
        case Text():
            words = st.from_regex(parameter.pattern, fullmatch=True)
            return words.filter(lambda word: len(word) <= parameter.longest)
        case Numbers():
            drawn = st.tuples(*[_numbers(parameter.each)] * parameter.count).map(parameter.from_flat)
            return drawn.map(_sorted_rows).filter(parameter.accepts) if parameter.increasing else drawn
    others = st.sampled_from(EXPRESSIONS) if isinstance(parameter, Expression) else st.booleans()
    return _some_rows(parameter) if isinstance(parameter, Rows) else others


def _some_rows(parameter: Rows) -> st.SearchStrategy[Any]:
    return st.lists(st.tuples(*map(_numbers, parameter.columns)), max_size=3).map(tuple)


def _sorted_rows(rows: Any) -> Any:
    return tuple(tuple(sorted(row)) for row in rows)


def _numbers(parameter: Number) -> st.SearchStrategy[Any]:
    """Numbers drawn along their own scale, so that every order of magnitude comes up."""
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
    slots = st.lists(st.integers(0, MAX_CONTENDERS - 1), unique=True)
    everyone = slots.flatmap(lambda taken: st.tuples(*(_contenders(slot) for slot in taken)).map(_sound))
    return st.builds(
        Lecture,
        surface=_one_of(SURFACES),
        contenders=everyone,
        page=_one_of(PAGES),
        view=chosen(View),
        **{name: values(parameter) for name, parameter in declared(Lecture).items()},
    )


def _contenders(slot: int) -> st.SearchStrategy[Contender]:
    return st.builds(
        Contender,
        rule=_one_of({**OPTIMIZERS, **BASELINES, **MISTAKES}),
        schedule=_one_of(SCHEDULES),
        slot=st.just(slot),
        **{name: values(parameter) for name, parameter in declared(Contender).items()},
    )


def _sound(contenders: tuple[Contender, ...]) -> tuple[Contender, ...]:
    """Everyone with the rule of the one that it branches from; who would follow itself begins at the start."""
    roots = {c.slot: c for c in contenders if c.branch_of is None}
    alike = tuple(replace(c, rule=roots[c.branch_of].rule) if c.branch_of in roots else c for c in contenders)
    return tuple(replace(c, branch_of=None) if branch_fault(c, alike) else c for c in alike)


def _one_of(registry: Mapping[str, type[Any]]) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(registry.values())).flatmap(chosen)
