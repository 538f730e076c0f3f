"""Paths on the bowl against powers of the matrix that one update is.

Along an eigendirection of the bowl with curvature λ the gradient at w is λ w, and an update of a rule without division
is linear in (w, state): t updates are the t-th power of its matrix.
"""

from math import cos, radians, sin
from typing import Any

import numpy as np
import pytest

from optimizers import OPTIMIZERS, run
from parameters import declared
from tests.optimizers.cases import rule_of, surface_of

# The update of (w, state) for curvature c, rate a and momentum b, by the rule's key.
MATRICES: dict[str, Any] = {
    "sgd": lambda a, _, c: [[1 - a * c, 0], [0, 0]],
    "momentum": lambda a, b, c: [[1 - a * (1 - b) * c, -a * b], [(1 - b) * c, b]],
    "heavy-ball": lambda a, b, c: [[1 - a * c, b], [-a * c, b]],
    "nesterov": lambda a, b, c: [[1 - a * (1 + b) * c, -a * b**2], [c, b]],
}
START = np.array((-4.0, 1.5))
STEPS = 120


def closed_form(key: str, rate: float, beta: float, condition: float, rotation: float) -> np.ndarray:
    """The points (2, STEPS + 1), turned into the bowl's own directions and back."""
    angle = radians(rotation)
    turn = np.array(((cos(angle), sin(angle)), (-sin(angle), cos(angle))))
    own = [
        [(np.linalg.matrix_power(np.array(MATRICES[key](rate, beta, c)), t) @ (w, 0.0))[0] for t in range(STEPS + 1)]
        for c, w in zip((1.0, condition), turn @ START, strict=True)
    ]
    return turn.T @ np.array(own)


@pytest.mark.parametrize("key", MATRICES)
@pytest.mark.parametrize(("condition", "rotation"), [(20.0, 0.0), (1.0, 0.0), (100.0, 30.0), (7.5, -75.0)])
@pytest.mark.parametrize("beta", [0.0, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("rate_times_condition", [0.02, 0.5, 1.0])
def test_a_path_on_the_bowl_is_a_matrix_power(
    key: str, condition: float, rotation: float, beta: float, rate_times_condition: float
) -> None:
    rate = rate_times_condition / condition
    momentum = {"beta1": beta} if "beta1" in declared(OPTIMIZERS[key]) else {}
    rule = rule_of(key, learning_rate=rate, **momentum)
    expected = closed_form(key, rate, beta, condition, rotation)

    path = run(surface_of("bowl", condition=condition, rotation=rotation), rule, START, STEPS)

    np.testing.assert_allclose(path.points, expected, rtol=1e-10, atol=1e-10)


@pytest.mark.parametrize("condition", [2.0, 20.0, 1000.0])
def test_gradient_descent_converges_just_below_two_over_the_condition_number(condition: float) -> None:
    bowl, start = surface_of("bowl", condition=condition), (0.0, 1.0)
    below = run(bowl, OPTIMIZERS["sgd"](1.99 / condition), start, 500)
    above = run(bowl, OPTIMIZERS["sgd"](2.01 / condition), start, 500)
    assert abs(below.points[1, -1]) < 0.01
    assert abs(above.points[1, -1]) > 100.0
