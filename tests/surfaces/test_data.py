"""The losses of data sets, against SciPy and against each other."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize

from surfaces import SURFACES, DataSurface
from surfaces.data.data_surface import LARGEST

FAMILIES: dict[str, Any] = {key: family for key, family in SURFACES.items() if issubclass(family, DataSurface)}
every_family = pytest.mark.parametrize("key", FAMILIES)


@every_family
def test_the_examples_follow_from_the_seed(key: str) -> None:
    one, again, other = (FAMILIES[key](data_seed=seed).data for seed in (3, 3, 4))
    assert all(np.array_equal(a, b) for a, b in zip(one, again, strict=True))
    assert not np.array_equal(one.features, other.features)
    assert one.size == one.targets.size == one.features.shape[-1] == 200


@every_family
def test_many_points_are_computed_in_parts_to_the_same_bits(key: str) -> None:
    surface = FAMILIES[key]()
    points = np.random.default_rng(0).normal(size=(2, 3, 2 * LARGEST // 200))
    for method in (surface.value, surface.gradient, surface.hessian):
        together = method(points)
        assert together.shape[-2:] == points.shape[1:]
        for place in ((0, 0), (1, 100), (2, -1)):
            assert np.array_equal(together[(..., *place)], method(points[(..., *place)]))


@every_family
@settings(max_examples=25)
@given(seed=st.integers(0, 10_000), examples=st.integers(20, 300), noise=st.floats(0.5, 3.0))
def test_the_minimum_is_that_of_scipy(key: str, seed: int, examples: int, noise: float) -> None:
    surface = FAMILIES[key](examples=examples, data_seed=seed, noise=noise)
    if not surface.minima:
        return
    found = minimize(surface.value, np.array(surface.minima[0].point) + 0.1, jac=surface.gradient, tol=1e-12)
    assert found.fun == pytest.approx(surface.lowest, abs=1e-9)
    assert np.abs(surface.gradient(np.array(surface.minima[0].point))).max() < 1e-10


@given(seed=st.integers(0, 10_000), examples=st.integers(20, 400), center=st.floats(-3.0, 3.0))
def test_the_line_is_that_of_least_squares(seed: int, examples: int, center: float) -> None:
    surface = FAMILIES["regression"](examples=examples, data_seed=seed, center=center)
    fitted = np.polyfit(surface.data.features, surface.data.targets, 1)
    np.testing.assert_allclose(surface.least_squares, fitted, rtol=1e-8, atol=1e-8)


def test_the_data_of_a_regression_are_as_declared() -> None:
    surface = FAMILIES["regression"](examples=2000, noise=0.7, center=2.0)
    features, targets = surface.data
    assert features.mean() == pytest.approx(2.0, abs=0.1)
    assert features.std() == pytest.approx(1.0, abs=0.06)
    assert (targets - (1.5 * features - 0.5)).std() == pytest.approx(0.7, abs=0.05)


@every_family
def test_a_model_s_line_goes_through_what_it_predicts_and_its_axes_are_those_of_the_formula(key: str) -> None:
    surface = FAMILIES[key]()
    point, places = np.array([[0.8], [-1.3]]), np.linspace(-3.0, 3.0, 7)
    line = surface.line(point, places)
    if surface.feature_count == 1:
        np.testing.assert_array_equal(line, (places, surface.predicted(point, places)))
    else:
        np.testing.assert_allclose(surface.predicted(point, line), 0.5)
        np.testing.assert_allclose(np.hypot(*line), np.abs(places))
    assert all(f"{axis}_i" in surface.formula for axis in surface.data_axes)


@every_family
def test_without_loss_says_where_an_example_has_none(key: str) -> None:
    surface = FAMILIES[key]()
    first, example = np.array([[-1.0], [2.5]]), surface.batch(np.array([7]))
    second = surface.without_loss(first, example)
    if second is None:
        assert key != "regression"
        return
    losses = surface.losses(np.array((first, second)), example)
    np.testing.assert_allclose(losses, 0.0, atol=1e-24)


def test_where_both_weights_are_zero_a_classifier_has_no_boundary() -> None:
    assert np.isnan(FAMILIES["logistic"]().line(np.zeros((2, 1)), np.array([1.0]))).all()


def test_where_a_line_parts_the_labels_there_is_no_minimum() -> None:
    surface = FAMILIES["logistic"](noise=0.0)
    assert surface.critical_points == ()
    assert surface.lowest == 0.0
    along = np.array([2.0, -1.0])
    assert surface.value(10.0 * along) > surface.value(100.0 * along) > surface.value(1000.0 * along) >= 0.0
    assert FAMILIES["logistic"](noise=1.0).minima


def test_the_network_is_the_same_with_both_weights_negated() -> None:
    surface = FAMILIES["two-weights"]()
    points = np.random.default_rng(0).normal(size=(2, 50))
    assert np.array_equal(surface.value(points), surface.value(-points))
    one, mirrored = surface.minima
    assert one.point == tuple(-w for w in mirrored.point)
    (saddle,) = surface.saddles
    low, high = np.linalg.eigvalsh(surface.hessian(np.array(saddle.point)))
    assert low < 0.0 < high


@every_family
def test_a_moved_example_is_put_back_to_where_it_was_drawn(key: str) -> None:
    surface = FAMILIES[key]()
    moved = surface.with_moved(3, 1.0, 2.0).with_moved(5, 0.0, 0.0)
    assert [row[0] for row in moved.drawn_places] == [3, 5]
    for row in moved.drawn_places:
        moved = moved.with_moved(*row)
    assert moved == surface
    assert moved.drawn_places == ()
    assert surface.with_moved(1000, 1.0, 2.0).drawn_places == (), "an example that there is not"
