"""One formula for a point, a path, a grid and a batch."""

import numpy as np
import pytest

from surfaces import Surface
from tests.surfaces.places import every_surface, random_points

# How many axes each method puts before those of the batch.
METHODS = {"value": (), "gradient": (2,), "hessian": (2, 2)}
every_method = pytest.mark.parametrize("method", METHODS)


@every_surface
@every_method
@pytest.mark.parametrize("batch", [(), (1,), (7,), (3, 5), (2, 3, 4), (0,), (3, 0)], ids=str)
def test_the_batch_keeps_its_shape(surface: Surface, method: str, batch: tuple[int, ...]) -> None:
    assert np.shape(getattr(surface, method)(random_points(surface, *batch))) == (*METHODS[method], *batch)


@every_surface
@every_method
def test_a_batch_has_the_numbers_of_its_points(surface: Surface, method: str) -> None:
    points = random_points(surface, 4, 6)
    function = getattr(surface, method)
    together = function(points)
    for index in np.ndindex(4, 6):
        alone = function(points[(slice(None), *index)])
        np.testing.assert_allclose(together[(..., *index)], alone, rtol=1e-13, atol=1e-13)
    np.testing.assert_array_equal(function(points.reshape(2, -1)), together.reshape(*METHODS[method], -1))


@every_surface
@every_method
def test_the_layout_in_memory_does_not_matter(surface: Surface, method: str) -> None:
    points = random_points(surface, 4, 6)
    function = getattr(surface, method)
    np.testing.assert_allclose(function(np.asfortranarray(points)), function(points), rtol=1e-13, atol=1e-13)
    np.testing.assert_allclose(function(points[:, ::2, ::-1]), function(points)[..., ::2, ::-1], rtol=1e-13, atol=1e-13)


@every_surface
@every_method
def test_plain_and_whole_numbers_are_points_too(surface: Surface, method: str) -> None:
    function = getattr(surface, method)
    expected = function(np.array((1.0, 2.0)))
    np.testing.assert_allclose(function((1.0, 2.0)), expected, rtol=1e-13)
    np.testing.assert_allclose(function(np.array((1, 2))), expected, rtol=1e-13)


@every_surface
@every_method
def test_no_call_changes_its_input(surface: Surface, method: str) -> None:
    points = random_points(surface, 5)
    before = points.copy()
    points.flags.writeable = False
    result = getattr(surface, method)(points)
    np.testing.assert_array_equal(points, before)
    assert not np.shares_memory(result, points)
