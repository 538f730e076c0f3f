"""Losses far from everything: coordinates whose squares overflow have an infinite loss, or a number."""

from itertools import product

import numpy as np
import pytest

from optimizers import OPTIMIZERS, run
from optimizers.ending import norms
from surfaces import SURFACES

SIZES = [0.0, 1.0, 1e60, 1e77, 1e102, 1e150, 1e154, 1.4e154, 1e200, 1e250, 1e290, 8e307, 1.7e308]
COORDINATES = sorted({sign * size for size in SIZES for sign in (-1.0, 1.0)})
FAR = np.array(list(product(COORDINATES, COORDINATES))).T


@pytest.mark.parametrize("key", SURFACES)
def test_no_loss_and_no_gradient_norm_is_nan(key: str) -> None:
    surface = SURFACES[key]()
    with np.errstate(all="ignore"):
        values, gradients = surface.value(FAR), surface.gradient(FAR)
    assert not np.isnan(values).any()
    assert not np.isnan(norms(gradients)).any()
    if surface.lowest is not None:
        assert (values >= surface.lowest).all()


@pytest.mark.parametrize("key", SURFACES)
def test_a_place_that_is_none_has_no_loss(key: str) -> None:
    surface = SURFACES[key]()
    assert np.isnan(surface.value(np.array([np.nan, 1.0])))
    grid = np.array([[1.0, np.nan], [2.0, 2.0]])
    np.testing.assert_array_equal(np.isnan(surface.value(grid)), [False, True])


def test_the_saddle_is_the_difference_of_squares() -> None:
    rng = np.random.default_rng(0)
    points = rng.normal(size=(2, 500)) * 10.0 ** rng.uniform(-100, 100, 500)
    x, y = points.astype(np.longdouble)
    expected = (x * x - y * y).astype(float)
    np.testing.assert_allclose(SURFACES["saddle"]().value(points), expected, rtol=1e-14)


@pytest.mark.parametrize(
    ("key", "start", "rule", "rate", "steps", "loss"),
    [
        ("saddle", (1.5, 0.001), "sgd", 10.0, 200, -np.inf),
        ("six-hump-camel", (1.5, 1.0), "momentum", 1.0, 60, np.inf),
        ("rastrigin", (-3.5, 2.5), "sgd", 10.0, 400, np.inf),
    ],
)
def test_a_run_that_overflows_ends_with_an_infinite_loss(
    key: str, start: tuple[float, float], rule: str, rate: float, steps: int, loss: float
) -> None:
    path = run(SURFACES[key](), OPTIMIZERS[rule](learning_rate=rate), start, steps)
    assert path.values[-1] == loss
    assert not np.isnan(path.values).any()
    assert not np.isnan(path.gradient_norms).any()
    assert "nan" not in path.outcome.sentence


def test_the_verdict_on_the_saddle_stays_when_the_loss_becomes_infinite() -> None:
    saddle, rule = SURFACES["saddle"](), OPTIMIZERS["sgd"](learning_rate=10.0)
    kinds = {run(saddle, rule, (1.5, 0.001), steps).outcome.kind for steps in (100, 120, 121, 150, 200)}
    assert len(kinds) == 1
