"""What surfaces declare about their minima, saddles and maxima, against what can be computed and what can be found."""

import numpy as np
import pytest
from scipy.optimize import root

from surfaces import Surface
from tests.surfaces.places import Array, at, every_surface, grid, inside

SIGNS = {
    "global minimum": (1, 1),
    "local minimum": (1, 1),
    "saddle": (-1, 1),
    "maximum": (-1, -1),
}


@every_surface
def test_the_gradient_is_zero(surface: Surface) -> None:
    for critical in surface.critical_points:
        # One Newton step says how far the true critical point is from the declared one.
        away = np.linalg.solve(surface.hessian(at(critical)), surface.gradient(at(critical)))
        assert np.abs(away).max() < 1e-9, critical


@every_surface
def test_the_declared_value_is_the_value(surface: Surface) -> None:
    for critical in surface.critical_points:
        assert surface.value(at(critical)) == pytest.approx(critical.value, rel=1e-12, abs=1e-12), critical


@every_surface
def test_the_eigenvalues_fit_the_kind(surface: Surface) -> None:
    assert surface.critical_points or surface.lowest is None
    for critical in surface.critical_points:
        eigenvalues = np.linalg.eigvalsh(surface.hessian(at(critical)))
        assert tuple(np.sign(eigenvalues)) == SIGNS[critical.kind], critical


@every_surface
def test_nothing_lies_below_a_global_minimum(surface: Surface) -> None:
    values = surface.value(grid(surface, 801))
    # A surface without a lowest value must not have one in the window either: its lowest place is on the frame.
    if surface.lowest is None:
        assert values[1:-1, 1:-1].min() > values.min()
    else:
        assert values.min() >= surface.lowest - 1e-12


@every_surface
def test_a_local_minimum_lies_above_the_global_ones(surface: Surface) -> None:
    values = {kind: [c.value for c in surface.critical_points if c.kind == kind] for kind in SIGNS}
    if surface.has_valley:
        assert not surface.minima, "none of its points is a minimum by itself"
        assert surface.lowest == pytest.approx(surface.value(grid(surface, 801)).min(), abs=1e-4)
        return
    lowest = values["global minimum"]
    assert surface.lowest == (pytest.approx(lowest[0], abs=1e-12) if lowest else None)
    assert lowest == pytest.approx(lowest[:1] * len(lowest), abs=1e-12)
    assert all(value > lowest[0] + 1e-6 for value in values["local minimum"])


@every_surface
def test_minima_and_saddles_are_picked_by_kind(surface: Surface) -> None:
    kinds = [c.kind for c in surface.minima]
    assert set(kinds) <= {"global minimum", "local minimum"}
    assert kinds == sorted(kinds), "global minima come first"
    assert {c.kind for c in surface.saddles} <= {"saddle"}
    maxima = [c for c in surface.critical_points if c.kind == "maximum"]
    assert sorted((*surface.minima, *surface.saddles, *maxima)) == sorted(surface.critical_points)


@every_surface
def test_critical_points_come_lowest_first_within_their_kind(surface: Surface) -> None:
    for kind in SIGNS:
        values = [c.value for c in surface.critical_points if c.kind == kind]
        assert values == sorted(values), kind


@every_surface
def test_a_search_finds_the_declared_critical_points_and_no_other(surface: Surface) -> None:
    declared = np.array([c.point for c in surface.critical_points]).reshape(-1, 2)
    found = search(surface)
    assert len(found) == 0 or len(declared) > 0, "a critical point in the window is not declared"
    if len(declared) == 0:
        return
    distances = np.linalg.norm(found[:, None] - declared, axis=-1)
    assert distances.min(axis=1).max() < 1e-6, "a critical point in the window is not declared"
    assert distances.min(axis=0).max() < 1e-6, "a declared critical point is not found"
    assert all(inside(surface, point) for point in declared)


def search(surface: Surface) -> Array:
    """The critical points (n, 2) in the window to which SciPy's root finder comes from a grid of starts."""
    starts = grid(surface, 37).reshape(2, -1).T
    ends = np.array([root(surface.gradient, start, jac=surface.hessian, tol=1e-12).x for start in starts])
    return np.array([end for end in ends if inside(surface, end) and is_critical(surface, end)]).reshape(-1, 2)


def is_critical(surface: Surface, point: Array) -> bool:
    """Whether a Newton step leads nowhere else: a small gradient alone would take a plateau for a critical point."""
    step = np.linalg.lstsq(surface.hessian(point), surface.gradient(point))[0]
    in_valley = surface.has_valley and surface.value(point) < 1e-9 + surface.lowest  # type: ignore[operator]
    return bool(np.linalg.norm(step) < 1e-7) and not in_valley
