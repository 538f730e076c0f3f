"""The theoretical limit of stability against the measured map of a sweep on quadratics."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from lecture import sweep
from optimizers import OPTIMIZERS, run, sharpness
from parameters import Number, declared
from scenes.sliders import stops
from surfaces import SURFACES, DataSurface, Formula

WIDTH, HEIGHT, STEPS = 60, 40, 500
AGREEING = 0.99
DIVERGED = {"diverging", "diverged"}
SWEPT = [
    ("bowl", "sgd", "condition"),
    *(("bowl", rule, field) for rule in ("momentum", "heavy-ball", "nesterov") for field in ("beta1", "condition")),
    *(("regression", rule, "beta1") for rule in ("momentum", "heavy-ball", "nesterov")),
]


def axis(parameter: Any, count: int) -> np.ndarray:
    """The middles of so many cells on the scale of a slider."""
    assert isinstance(parameter, Number)
    low, high = stops(parameter)[0], stops(parameter)[-1]
    parts = (np.arange(count) + 0.5) / count
    if parameter.scale == "complement":
        return 1.0 - (1.0 - low) * ((1.0 - high) / (1.0 - low)) ** parts
    return low * (high / low) ** parts


@pytest.mark.parametrize(("surface", "rule", "field"), SWEPT)
def test_the_measured_map_agrees_with_the_limit(surface: str, rule: str, field: str) -> None:
    ground, family = SURFACES[surface](), OPTIMIZERS[rule]
    assert ground.is_quadratic
    owner = family if field in declared(family) else type(ground)
    rates, values = axis(declared(family)["learning_rate"], WIDTH), axis(declared(owner)[field], HEIGHT)
    start = ground.starts[0].point

    found = sweep(ground, family(), start, STEPS, ("learning_rate", rates), (field, values))

    runs_away = np.isin(found.codes, [k for k, name in enumerate(found.names) if name in DIVERGED])
    limits = np.array([limit(ground, family(), start, field, float(value)) for value in values])
    cells_above = np.log(rates / limits[:, np.newaxis]) / np.log(rates[1] / rates[0])
    judged = np.abs(cells_above) > 1.0
    assert (cells_above > 1.0).any(), "some are above"
    assert (runs_away == (cells_above > 0.0))[judged].mean() >= AGREEING


def limit(surface: Any, rule: Any, start: tuple[float, float], field: str, value: float) -> float:
    """The largest α that the rule can bear with that value."""
    if field in declared(rule):
        rule = replace(rule, **{field: value})
    else:
        surface = replace(surface, **{field: value})
    return float(rule.stability_limit / sharpness(surface.hessian(np.array(start))))


@pytest.mark.parametrize("rule", ["rmsprop", "adam"])
def test_no_line_divides_the_map_of_a_rule_that_divides_by_its_gradients(rule: str) -> None:
    family, ground = OPTIMIZERS[rule], SURFACES["bowl"]()
    rates, values = axis(declared(family)["learning_rate"], WIDTH), axis(declared(family)["epsilon"], HEIGHT)
    start = ground.starts[0].point

    found = sweep(ground, family(), start, STEPS, ("learning_rate", rates), ("epsilon", values))

    runs_away = np.isin(found.codes, [k for k, name in enumerate(found.names) if name in DIVERGED])
    assert not runs_away.any(), "its steps are bounded: on neither side of a line does it diverge"
    # At the minimum itself it divides by ε alone, which gives a limit that most of the runs that arrive exceed.
    at_rest = family().stability_limit * values / sharpness(ground.hessian(np.array(start)))
    arrives, exceeds = found.codes == 0, rates > at_rest[:, np.newaxis]
    assert (arrives & exceeds).sum() > 5 * (arrives & ~exceeds).sum() > 0


@pytest.mark.parametrize("rule", ["rmsprop", "adam"])
def test_the_curvature_alone_decides_nothing_for_a_rule_that_divides_by_its_gradients(rule: str) -> None:
    chosen = OPTIMIZERS[rule](learning_rate=0.3, epsilon=1e-30)  # type: ignore[call-arg]
    flat, steep = (Formula(expression="a (x^2 + 20 y^2)", a=a) for a in (1.0, 256.0))
    paths = [run(surface, chosen, (-4.0, 1.5), STEPS) for surface in (flat, steep)]
    np.testing.assert_array_equal(paths[0].points, paths[1].points, "256 times the sharpness, the same path")


def test_only_a_surface_with_constant_curvature_is_called_quadratic() -> None:
    for family in SURFACES.values():
        surface = family()
        low, high = np.transpose(surface.window)
        places = np.random.default_rng(0).uniform(low, high, (5, 2)).T
        hessians = surface.hessian(places)
        constant = np.allclose(hessians, hessians[..., :1])
        assert not surface.is_quadratic or constant
        assert surface.is_quadratic or not constant or isinstance(surface, DataSurface) or not surface.minima
