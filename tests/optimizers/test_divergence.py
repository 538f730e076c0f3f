"""A run that diverges ends at its last finite point, without a warning and without a clip."""

import math

import numpy as np
import pytest

from optimizers import OPTIMIZERS, Optimizer, OutcomeKind, final_points, run
from surfaces import SURFACES, Surface
from tests.optimizers.cases import Array, says

FAR = 1e150


def naive(surface: Surface, rule: Optimizer, start: tuple[float, float], steps: int) -> Array:
    """The finite points (2, T+1), by a loop that stops before the first one that is not."""
    point, path = np.array(start), [start]
    state = rule.init(point)
    with np.errstate(all="ignore"):
        for _ in range(steps):
            point, state = rule.step(point, surface.gradient(point), state, rule.learning_rate)
            if not all(math.isfinite(coordinate) for coordinate in point):
                break
            path.append(tuple(point))
    return np.array(path).T


def assert_diverges(surface: Surface, rule: Optimizer, start: tuple[float, float], steps: int) -> None:
    expected = naive(surface, rule, start, steps)
    path = run(surface, rule, start, steps)
    assert path.steps == expected.shape[1] - 1 < steps == path.requested
    np.testing.assert_array_equal(path.points, expected)
    assert np.isfinite(path.points).all()
    assert path.outcome.kind is OutcomeKind.DIVERGED
    assert f"It diverged at step {path.steps + 1}." in path.outcome.sentence
    assert all(says(path.outcome.sentence, number) for number in (*path.points[:, -1], path.values[-1]))
    np.testing.assert_array_equal(final_points(surface, rule, start, steps), path.points[:, -1])
    with np.errstate(all="ignore"):
        np.testing.assert_array_equal(path.values, surface.value(path.points))
    assert len(path.learning_rates) == path.steps
    assert {np.shape(field)[-1] for field in path.states} <= {path.steps}


@pytest.mark.parametrize("key", ["sgd", "momentum", "heavy-ball", "nesterov"])
@pytest.mark.parametrize("name", ["himmelblau", "rosenbrock", "beale", "six-hump-camel"])
@pytest.mark.parametrize("rate", [1.0, 3.0, 1000.0])
def test_a_rate_that_is_too_large(key: str, name: str, rate: float) -> None:
    surface = SURFACES[name]()
    assert_diverges(surface, OPTIMIZERS[key](learning_rate=rate), surface.starts[0].point, 300)


@pytest.mark.parametrize("rate", [0.2, 10.0])
def test_a_quadratic_diverges_slowly(rate: float) -> None:
    bowl = SURFACES["bowl"]()
    assert_diverges(bowl, OPTIMIZERS["sgd"](learning_rate=rate), (-4.0, 1.5), 2000)


dividing = pytest.mark.parametrize("key", [key for key in OPTIMIZERS if key != "lion"])
"""Runs a test on each rule but the one whose steps have the same length whatever the gradient."""


@dividing
def test_a_gradient_that_overflows(key: str) -> None:
    # No rule survives an infinite gradient: those that divide by its size have ∞/∞.
    assert_diverges(SURFACES["rosenbrock"](), OPTIMIZERS[key](), (FAR, -FAR), 5)


@dividing
def test_a_run_may_diverge_at_its_first_step(key: str) -> None:
    path = run(SURFACES["rosenbrock"](), OPTIMIZERS[key](), (FAR, -FAR), 5)
    assert path.steps == 0
    assert "It diverged at step 1." in path.outcome.sentence
    np.testing.assert_array_equal(path.points[:, 0], (FAR, -FAR))


def test_nothing_is_clipped() -> None:
    bowl = SURFACES["bowl"]()
    path = run(bowl, OPTIMIZERS["sgd"](learning_rate=0.2), (0.0, 1.0), 500)
    np.testing.assert_allclose(path.points[1], (-3.0) ** np.arange(501), rtol=1e-12)


def test_unbounded_is_not_diverged_while_it_is_finite() -> None:
    path = run(SURFACES["saddle"](), OPTIMIZERS["sgd"](learning_rate=0.1), (1.5, 1e-3), 200)
    assert path.steps == 200
    assert np.isfinite(path.points).all()
    assert path.outcome.kind is OutcomeKind.LEFT_THE_MAP


def test_a_run_that_ends_with_its_last_finite_point_has_not_diverged() -> None:
    surface, rule = SURFACES["rosenbrock"](), OPTIMIZERS["sgd"](learning_rate=1.0)
    finite = run(surface, rule, (-1.2, 1.0), 100).steps
    whole, cut = (run(surface, rule, (-1.2, 1.0), steps) for steps in (finite, finite + 1))
    assert whole.steps == cut.steps == finite
    assert whole.outcome.kind is OutcomeKind.DIVERGING
    assert cut.outcome.kind is OutcomeKind.DIVERGED
