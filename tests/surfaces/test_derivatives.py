"""Gradients and Hessians against finite differences, and Rosenbrock's against SciPy's own."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.differentiate import hessian, jacobian
from scipy.optimize import rosen, rosen_der, rosen_hess

from parameters import declared
from surfaces import SURFACES, Formula, Surface
from tests.strategies import chosen
from tests.surfaces.places import every_surface, random_points

shaped = [family for family in SURFACES.values() if declared(family) and family is not Formula]
"""Surfaces with parameters; a formula may be shown anywhere, and is held against mpmath instead."""


def assert_derivatives_agree(surface: Surface, seed: int) -> None:
    points = random_points(surface, 24, seed=seed)
    slope, curvature = surface.gradient(points), surface.hessian(points)
    by_difference = jacobian(surface.value, points, initial_step=0.05)
    twice = hessian(surface.value, points, initial_step=0.05)
    # What the differences themselves lose to rounding grows with the values around the point.
    height = 1.0 + np.abs(surface.value(points)) + np.abs(slope).max(axis=0)
    np.testing.assert_array_less(np.abs(by_difference.df - slope) / height, 1e-8)
    height += np.abs(curvature).max(axis=(0, 1))
    np.testing.assert_array_less(np.abs(twice.ddf - curvature) / height, 1e-5)


@every_surface
def test_derivatives_agree_with_finite_differences(surface: Surface) -> None:
    assert_derivatives_agree(surface, seed=11)


@pytest.mark.parametrize("family", shaped, ids=lambda family: family.key)
@settings(max_examples=40)
@given(data=st.data(), seed=st.integers(0, 1000))
def test_derivatives_agree_whatever_shapes_the_surface(family: type[Surface], data: st.DataObject, seed: int) -> None:
    assert_derivatives_agree(data.draw(chosen(family)), seed)


@every_surface
def test_the_hessian_is_symmetric(surface: Surface) -> None:
    curvature = surface.hessian(random_points(surface, 50))
    np.testing.assert_array_equal(curvature[0, 1], curvature[1, 0])


def test_rosenbrock_is_that_of_scipy() -> None:
    surface = SURFACES["rosenbrock"]()
    points = random_points(surface, 200)
    np.testing.assert_allclose(surface.value(points), rosen(points), rtol=1e-13)
    for point in points.T:
        np.testing.assert_allclose(surface.gradient(point), rosen_der(point), rtol=1e-12, atol=1e-11)
        np.testing.assert_allclose(surface.hessian(point), rosen_hess(point), rtol=1e-13)
