"""The formulas that a reader sees, evaluated."""

import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from math import e, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parameters import Number, declared
from surfaces import SURFACES, DataSurface, Formula, Surface
from tests.formulas import Equation, equations, latex
from tests.strategies import chosen
from tests.surfaces.places import random_points

Reading = Callable[[Surface], tuple[Equation, ...]]


def displayed(surface: Surface) -> tuple[Equation, ...]:
    return equations(surface.formula)


def in_the_docstring(surface: Surface) -> tuple[Equation, ...]:
    """The docstring's L, with the displayed definitions of the symbols that it leaves to words."""
    text = re.search(r"L = (.+?)[.,]\s", inspect.getdoc(type(surface)) or "", re.DOTALL)
    assert text, "the docstring has no formula that begins with L ="
    return (*equations(latex(text[0].rstrip(" .,\n"))), *displayed(surface)[1:])


def evaluate(formula: tuple[Equation, ...], surface: Surface, x: float, y: float) -> float:
    """L at a point: the first equation is L's, those after it define symbols that occur in it."""
    loss, *definitions = formula
    assert loss.name == "L"
    known = {"x": x, "y": y, "e": e, **parameter_values(surface)}
    for definition in definitions:
        known[definition.name] = definition(**known)
    return loss(**known)


def parameter_values(surface: Surface) -> dict[str, float]:
    """Each parameter's value by its symbol; formulas have angles in radians, as mathematics does."""
    return {
        parameter.symbol.removeprefix("\\"): radians(value) if parameter.unit == "degrees" else value
        for name, parameter in declared(surface).items()
        if isinstance(parameter, Number)
        for value in [getattr(surface, name)]
    }


DATA = [key for key, family in SURFACES.items() if issubclass(family, DataSurface)]


@pytest.mark.parametrize(
    ("key", "reading"),
    [(key, displayed) for key in SURFACES if key not in DATA]
    + [(key, in_the_docstring) for key in SURFACES if key not in (*DATA, "formula")],
)
@settings(max_examples=20)
@given(data=st.data(), seed=st.integers(0, 1000))
def test_a_formula_gives_the_value(reading: Reading, key: str, data: st.DataObject, seed: int) -> None:
    surface = data.draw(chosen(SURFACES[key]))
    if isinstance(surface, Formula):  # far away, rounding alone makes a difference
        surface = replace(surface, region=None)
    formula = reading(surface)
    for point in random_points(surface, 10, seed=seed).T:
        x, y = map(float, point)
        assert evaluate(formula, surface, x, y) == pytest.approx(float(surface.value(point)), rel=1e-11, abs=1e-11)


@pytest.mark.parametrize("key", DATA)
@settings(max_examples=10)
@given(data=st.data(), seed=st.integers(0, 1000))
def test_a_formula_of_one_example_gives_the_value_as_the_mean(key: str, data: st.DataObject, seed: int) -> None:
    surface = data.draw(chosen(SURFACES[key]))
    assert isinstance(surface, DataSurface)
    total, loss, *definitions = displayed(surface)
    assert (total.name, loss.name) == ("L", "ell_i")
    features, targets = surface.data
    names = ["x_i"] if features.ndim == 1 else ["u_i", "v_i"]
    for point in random_points(surface, 3, seed=seed).T:
        weights = dict(zip(map(latex, surface.axes), map(float, point), strict=True))
        losses = []
        for each, target in zip(features.reshape(len(names), -1).T, targets, strict=True):
            known = weights | dict(zip(names, map(float, each), strict=True)) | {"y_i": float(target), "e": e}
            known |= {definition.name: definition(**known) for definition in definitions}
            losses.append(loss(**known))
        assert sum(losses) / len(losses) == pytest.approx(float(surface.value(point)), rel=1e-11, abs=1e-11)


@pytest.mark.parametrize("key", [key for key in SURFACES if key not in DATA])
def test_a_formula_uses_every_parameter(key: str) -> None:
    surface = SURFACES[key]()
    symbols = {symbol for equation in displayed(surface) for symbol in equation.symbols}
    assert set(parameter_values(surface)) <= symbols
