"""The cloud of SGD: against the definition of its fixed point, and against paths that have been walked."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from optimizers import OPTIMIZERS, MiniBatch, run
from surfaces import SURFACES, stationary_covariance

Array = Any
REGRESSION: Any = SURFACES["regression"]


def one_update(surface: Any, covariance: Array, rate: float, size: int) -> Array:
    """The second moment after an update, by the definition: an expectation over every example of a batch."""
    minimum = np.array(surface.least_squares)[:, None]
    gradients = surface.gradients(minimum, surface.data)
    hessians = np.moveaxis(surface.hessians(minimum, surface.data), -1, 0)
    mean = hessians.mean(axis=0)
    contraction = np.eye(2) - rate * mean
    noise = gradients @ gradients.T / surface.data.size
    spread = np.mean([h @ covariance @ h for h in hessians], axis=0) - mean @ covariance @ mean
    return contraction @ covariance @ contraction + rate**2 * (noise + spread) / size


@settings(max_examples=25)
@given(
    rate=st.floats(1e-4, 0.5),
    size=st.integers(1, 40),
    seed=st.integers(0, 1000),
    center=st.floats(-3.0, 3.0),
)
def test_it_is_what_an_update_leaves_as_it_is(rate: float, size: int, seed: int, center: float) -> None:
    surface = REGRESSION(examples=40, data_seed=seed, center=center)
    covariance = stationary_covariance(surface, rate, size)
    if covariance is None:
        directions = [
            np.array(d) for d in (((1.0, 0.0), (0.0, 0.0)), ((0.0, 0.5), (0.5, 0.0)), ((0.0, 0.0), (0.0, 1.0)))
        ]
        none = one_update(surface, np.zeros((2, 2)), rate, size)
        columns = [(one_update(surface, d, rate, size) - none)[[0, 0, 1], [0, 1, 1]] for d in directions]
        assert np.abs(np.linalg.eigvals(np.transpose(columns))).max() > 1.0 - 1e-9
        return
    np.testing.assert_allclose(
        one_update(surface, covariance, rate, size), covariance, rtol=1e-6, atol=1e-9 * np.trace(covariance)
    )
    assert np.linalg.eigvalsh(covariance).min() >= 0.0


def radius(surface: Any, size: int, *, replacement: bool) -> float:
    """The root mean square of the distance to the minimum, of paths that have forgotten their start."""
    squares = []
    for seed in range(6):
        source = MiniBatch(size, seed, replacement)
        path: Any = run(surface, OPTIMIZERS["sgd"](learning_rate=0.05), surface.least_squares, 2500, gradients=source)
        away = path.points[:, 500:] - np.array(surface.least_squares)[:, None]
        squares.append((away * away).sum(axis=0).mean())
    return float(np.sqrt(np.mean(squares)))


@pytest.mark.parametrize("size", [1, 4])
def test_paths_wander_as_far_as_predicted_and_reshuffled_ones_stay_inside(size: int) -> None:
    surface = REGRESSION(examples=40)
    covariance = stationary_covariance(surface, 0.05, size)
    assert covariance is not None
    predicted = float(np.sqrt(np.trace(covariance)))
    assert radius(surface, size, replacement=True) == pytest.approx(predicted, rel=0.08)
    assert radius(surface, size, replacement=False) < 0.9 * predicted


def test_without_noise_there_is_none_and_too_large_a_rate_leaves_it() -> None:
    still = stationary_covariance(REGRESSION(noise=0.0), 0.05, 1)
    assert still is not None
    assert np.abs(still).max() < 1e-20
    assert stationary_covariance(REGRESSION(), 0.4, 1) is None
    assert stationary_covariance(REGRESSION(), 0.4, 32) is None


def test_what_has_no_cloud_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="the loss must be quadratic, but that of Logistic regression is not"):
        stationary_covariance(SURFACES["logistic"](), 0.1, 1)  # type: ignore[arg-type]
    for rate, size in ((0.0, 1), (0.1, 0)):
        with pytest.raises(ValueError, match="learning_rate must be positive and batch_size at least 1"):
            stationary_covariance(REGRESSION(), rate, size)
