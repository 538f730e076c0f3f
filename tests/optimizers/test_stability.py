"""Limits of stability against runs on a quadratic, just below and just above them."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from optimizers import MISTAKES, OPTIMIZERS, run, sharpness
from parameters import declared
from surfaces import SURFACES
from surfaces.bowl import Bowl

RULES: dict[str, Any] = {**OPTIMIZERS, **MISTAKES}
WITHOUT_LIMIT = {"adam-l2", "nadam", "lion"}
CURVATURE = 100.0
START = (0.0, 1e-5)
STEPS = 3000


def test_the_rules_with_a_limit_are_known() -> None:
    assert {key for key, rule in RULES.items() if rule().stability_limit is None} == WITHOUT_LIMIT


def test_the_limits_are_those_of_the_textbook() -> None:
    limits = {key: RULES[key]().stability_limit for key in ("sgd", "momentum", "heavy-ball", "nesterov", "adam")}
    assert limits == pytest.approx({"sgd": 2.0, "momentum": 38.0, "heavy-ball": 3.8, "nesterov": 19 / 14, "adam": 38.0})


@pytest.mark.parametrize("beta1", [0.0, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("key", [key for key in RULES if key not in WITHOUT_LIMIT])
def test_a_rule_settles_below_its_limit_and_runs_away_above_it(key: str, beta1: float) -> None:
    # With a very large ε and so near the minimum, what is divided by does not change.
    fields = {"beta1": beta1, "epsilon": 10.0}
    rule = RULES[key](**{name: value for name, value in fields.items() if name in declared(RULES[key])})
    bowl = Bowl(condition=CURVATURE)
    below, above = (run(bowl, at_limit(rule, bowl, factor), START, STEPS) for factor in (0.98, 1.02))
    assert abs(below.points[1, -1]) < 0.5 * START[1]
    assert above.steps < STEPS or np.abs(above.points[1]).max() > 10.0 * START[1]


def at_limit(rule: Any, surface: Any, factor: float) -> Any:
    """The rule with so many times the largest α that it can bear at the start."""
    for _ in range(5):  # the limit of AdamW depends on α a little
        first = run(surface, rule, START, 1)
        divided = np.broadcast_to(rule.preconditioner(first.states), (2, 1))[:, 0]
        curvature = sharpness(surface.hessian(np.array(START)), divided)
        rule = replace(rule, learning_rate=float(factor * rule.stability_limit / curvature))
    return rule


@pytest.mark.parametrize("key", SURFACES)
def test_the_sharpness_is_the_largest_eigenvalue(key: str) -> None:
    surface = SURFACES[key]()
    low, high = np.transpose(surface.window)
    points = np.random.default_rng(0).uniform(low, high, (20, 2)).T
    hessians = surface.hessian(points)
    expected = np.linalg.eigvalsh(np.moveaxis(hessians, (0, 1), (-2, -1)))[..., 1]
    np.testing.assert_allclose(sharpness(hessians), expected, rtol=1e-9, atol=1e-12)
    divisors = np.array((0.3, 4.0))
    product = hessians / divisors[:, np.newaxis, np.newaxis]
    along = np.linalg.eigvals(np.moveaxis(product, (0, 1), (-2, -1))).real.max(axis=-1)
    np.testing.assert_allclose(sharpness(hessians, divisors), along, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("beta1", [0.0, 0.9])
def test_adam_hovers_at_its_limit_on_a_quadratic(beta1: float) -> None:
    rule = OPTIMIZERS["adam"](learning_rate=0.01, beta1=beta1, beta2=0.99)  # type: ignore[call-arg]
    bowl = Bowl(condition=20.0)
    path = run(bowl, rule, (1.0, 1.0), 4000)
    curvature = sharpness(bowl.hessian(path.points[:, -1000:]), rule.preconditioner(path.states)[:, -1000:])
    assert np.median(rule.learning_rate * curvature) == pytest.approx(rule.stability_limit, rel=0.3)
