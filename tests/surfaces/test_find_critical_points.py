"""The search for critical points: against what the registry declares, and on functions whose points are known."""

from collections import Counter
from typing import Any

import numpy as np
import pytest

from surfaces import SURFACES, CriticalPoint, Surface, curvatures, find_critical_points
from surfaces.critical_points import ALONG_CURVES, TOO_MANY
from tests.surfaces.places import at, every_surface

FORMULA: Any = SURFACES["formula"]


@every_surface
def test_every_declared_point_is_found_and_no_other(surface: Surface) -> None:
    points, unlisted = find_critical_points(surface, surface.window)
    assert unlisted == surface.unlisted
    assert len(points) == len(surface.critical_points)
    assert Counter(c.kind for c in points) == Counter(c.kind for c in surface.critical_points)
    for declared in surface.critical_points:
        found = nearest(points, declared.point)
        assert found.point == pytest.approx(declared.point, abs=1e-9)
        assert (found.kind, found.value) == (declared.kind, pytest.approx(declared.value, abs=1e-9))


def test_a_smaller_window_has_those_that_lie_in_it() -> None:
    surface = SURFACES["himmelblau"]()
    points, _ = find_critical_points(surface, ((2.0, 4.0), (-3.0, 3.0)))
    inside = [c for c in surface.critical_points if 2.0 < c.point[0] < 4.0 and -3.0 < c.point[1] < 3.0]
    assert [c.kind for c in points] == [c.kind for c in inside]
    assert Counter(c.kind for c in points) == {"global minimum": 2, "saddle": 1}


@every_surface
def test_the_curvatures_are_those_of_the_loss_along_their_directions(surface: Surface) -> None:
    for critical in surface.critical_points:
        eigenvalues, eigenvectors = curvatures(surface, critical.point)
        assert eigenvectors.T @ eigenvectors == pytest.approx(np.eye(2), abs=1e-12)
        for eigenvalue, direction in zip(eigenvalues, eigenvectors.T, strict=True):
            step = 1e-3 * direction
            slopes = [direction @ surface.gradient(at(critical) + sign * step) for sign in (1.0, -1.0)]
            assert (slopes[0] - slopes[1]) / 2e-3 == pytest.approx(eigenvalue, rel=1e-2)


@pytest.mark.parametrize(
    ("expression", "kind"),
    [
        ("x^4 + y^4", "global minimum"),
        ("x^4 + y^2", "global minimum"),
        ("x^3 - 3x*y^2", "saddle"),
        ("x^2 + y^3", "saddle"),
        ("-x^4 - y^6", "maximum"),
    ],
)
def test_a_degenerate_point_is_named_by_the_values_around_it(expression: str, kind: str) -> None:
    surface = FORMULA(expression=expression)
    (critical,) = surface.critical_points
    assert critical.kind == kind
    assert critical.point == pytest.approx((0.0, 0.0), abs=1e-3)
    assert 0.0 in curvatures(surface, critical.point).eigenvalues
    assert surface.unlisted is None


@pytest.mark.parametrize(
    ("expression", "isolated"),
    [
        ("(1 - x*y)^2/2", {"saddle": 1}),
        ("(x^2 + y^2 - 4)^2", {"maximum": 1}),
        ("(x^2 + y^2 - 4)^2*(1 + x^2)", {"saddle": 1, "maximum": 2}),
        ("(x - y^2)^2", {}),
        ("(x + y)^2", {}),
        ("x^2", {}),
        ("x^2*y^2", {}),
        ("(x - y)^2*(x + 2y - 3)^2", {}),
        ("x^2*y", {}),
        ("max(x^2 + y^2 - 1, 0)", {}),
        ("7", {}),
    ],
)
def test_the_points_of_a_curve_are_mentioned_and_not_listed(expression: str, isolated: dict[str, int]) -> None:
    surface = FORMULA(expression=expression)
    assert Counter(c.kind for c in surface.critical_points) == isolated
    assert surface.unlisted == ALONG_CURVES


def test_too_many_points_are_mentioned_and_not_listed() -> None:
    surface = FORMULA(expression="sin(20x)*cos(20y)")
    assert (surface.critical_points, surface.unlisted) == ((), TOO_MANY)
    fewer = FORMULA(expression="sin(20x)*cos(20y)", region=((0.0, 1.0), (0.0, 1.0)))
    # The cosine of 20 x is zero at 6 places between 0 and 1, the sine at 7: extrema and saddles are 6 · 7 each.
    kinds = Counter("saddle" if c.kind == "saddle" else "extremum" for c in fewer.critical_points)
    assert (kinds, fewer.unlisted) == ({"extremum": 42, "saddle": 42}, None)


def nearest(points: tuple[CriticalPoint, ...], place: tuple[float, float]) -> CriticalPoint:
    return min(points, key=lambda critical: np.hypot(*np.subtract(critical.point, place)))
