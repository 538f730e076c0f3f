"""Critical points found and measured: whatever a surface declares, and where nothing is declared."""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

import numpy as np
from scipy.optimize import root

from surfaces.surface import Array, CriticalKind, CriticalPoint, Window

KINDS: tuple[CriticalKind, ...] = ("global minimum", "local minimum", "saddle", "maximum")

STARTS = 41
"""Newton's method starts from so many places along each side of the window."""
ITERATIONS = 30
NEAR = 1e-6
"""Places nearer than this, as a part of the window's diagonal, are one place."""
FLAT = 1e-6
"""A curvature is zero that is smaller than this, as a part of the other one."""
SINGULAR = 1e-12
"""A Hessian is singular whose determinant is smaller than this, as a part of the squares of its entries."""
MOST_POINTS = 600
"""With more critical points than this a function has too many to be told one by one."""
MOST_EXACT = 100
"""So many are found again by SciPy; where there are more, what Newton's method gives has to do, which is as exact."""
FAR = 10.0
"""How much larger than the window the square is in which nothing may lie below a global minimum."""
ASIDE = 1e-2
"""How far from a point, as a part of the window's diagonal, one looks whether it lies on a curve of critical points."""
ANGLES = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False) + 0.1
"""The directions, in radians, in which one looks around a point."""

ALONG_CURVES = (
    "The gradient is zero along whole curves, too, or in an area. Their points are not listed: each has neighbours "
    "that are as critical, and an eigenvalue of zero."
)
TOO_MANY = (
    f"There are more than {MOST_POINTS} critical points in this window: choose a smaller one to have them listed."
)


class Function(Protocol):
    """A function of points, with its derivatives: (2, ...) -> (...), (2, ...) and (2, 2, ...)."""

    @property
    def value(self) -> Callable[[Array], Array]: ...
    @property
    def gradient(self) -> Callable[[Array], Array]: ...
    @property
    def hessian(self) -> Callable[[Array], Array]: ...


class Found(NamedTuple):
    """The critical points of a window, lowest first within each kind, and what is not among them, as a sentence."""

    points: tuple[CriticalPoint, ...]
    unlisted: str | None


class Curvatures(NamedTuple):
    """The eigenvalues (2,) of a Hessian, smaller first, and its eigenvectors (2, 2), of which each is a column."""

    eigenvalues: Array
    eigenvectors: Array


def curvatures(function: Function, point: tuple[float, float]) -> Curvatures:
    """The curvatures at a point and their directions. One that is zero but for roundings is 0.

    A point where one of them is 0 is degenerate: they do not tell its kind.
    """
    eigenvalues, eigenvectors = np.linalg.eigh(function.hessian(np.array(point)))
    is_flat = np.abs(eigenvalues) <= FLAT * max(float(np.abs(eigenvalues).max()), FLAT)
    return Curvatures(np.where(is_flat, 0.0, eigenvalues), eigenvectors)


def find_critical_points(function: Function, window: Window) -> Found:
    """Find all critical points in a window.

    Newton's method from a grid finds where they are, and SciPy's `root` the last digits. Their eigenvalues tell minima,
    saddles and maxima; where one is zero the values around do. Curves and areas of critical points are left out: none
    of their points is one by itself.
    """
    with np.errstate(all="ignore"):
        candidates, has_curves = _without_curves(function, _newton(function, grid(window, STARTS), window), window)
        places = _distinct(candidates, window)
        if len(places) > MOST_POINTS:
            return Found((), TOO_MANY)
        if len(places) > MOST_EXACT:
            points = np.array(places).T
            exact = points - _newton_step(function, points)
        else:
            exact = np.array([_exact(function, place) for place in places]).reshape(-1, 2).T
        places = _distinct(exact, window)
        crossings = [place for place in places if _is_crossing(function, place, window)]
        named: list[tuple[tuple[float, float], CriticalKind]] = [
            (place, kind)
            for place in places
            if place not in crossings and (kind := _kind(function, place, window)) is not None
        ]
        return Found(_sorted(function, window, named), ALONG_CURVES if has_curves or crossings else None)


def grid(window: Window, count: int) -> Array:
    """Places (2, count · count) that span a window. They are not on the axes, where derivatives may be undefined."""
    across, up = (np.linspace(low, high, count) + 1e-3 * (high - low) / count for low, high in window)
    x, y = np.meshgrid(across, up)
    return np.array((x.ravel(), y.ravel()))


def _diagonal(window: Window) -> float:
    (left, right), (bottom, top) = window
    return float(np.hypot(right - left, top - bottom))


def is_inside(window: Window, points: Array) -> Any:
    """Whether places (2, ...) are in a window."""
    return np.all([(low <= c) & (c <= high) for c, (low, high) in zip(points, window, strict=True)], axis=0)


def _newton(function: Function, points: Array, window: Window) -> Array:
    """The critical places (2, n) to which Newton's method comes; those of searches that do not end are left out."""
    span = float(np.max(points) - np.min(points))
    found: list[Array] = []
    for _ in range(ITERATIONS):
        step = _newton_step(function, points)
        size = np.hypot(step[0], step[1])
        arrived = size < NEAR * span
        found.append((points - step)[:, arrived])
        # A step as long as the window leads anywhere; a tenth of it in the same direction is tried instead.
        points = points - step * np.minimum(1.0, 0.1 * span / np.maximum(size, NEAR * span))
        going = (
            ~arrived
            & np.isfinite(points).all(axis=0)
            & (np.abs(points) < 3.0 * span + np.abs(points).min()).all(axis=0)
        )
        points = points[:, going]
        if not points.size:
            break
    ends = np.concatenate(found, axis=1)
    return ends[:, is_inside(window, ends) & _is_critical(function, ends, span)]


def _newton_step(function: Function, points: Array) -> Array:
    """How far Newton's method goes back at each place: (2, n) -> (2, n).

    Where the Hessian is singular that is the shortest of all steps that do best.
    """
    (xx, xy), (_, yy) = function.hessian(points)
    gx, gy = function.gradient(points)
    determinant, squares = xx * yy - xy * xy, xx * xx + 2.0 * xy * xy + yy * yy
    regular = np.array((yy * gx - xy * gy, xx * gy - xy * gx)) / determinant
    # The pseudo-inverse of a symmetric matrix of rank one is itself, divided by the sum of the squares of its entries.
    shortest = np.where(squares == 0.0, 0.0, np.array((xx * gx + xy * gy, xy * gx + yy * gy)) / squares)
    return np.where(np.abs(determinant) > SINGULAR * squares, regular, shortest)


def _is_critical(function: Function, points: Array, span: float) -> Any:
    """Whether the gradient at each place (2, n) is small enough for it: a singular Hessian may hide that it is not."""
    gx, gy = function.gradient(points)
    return np.hypot(gx, gy) <= 2.0 * NEAR * span * np.sqrt(np.square(function.hessian(points)).sum(axis=(0, 1)))


def _without_curves(function: Function, points: Array, window: Window) -> tuple[Array, bool]:
    """The places (2, n) that are not on curves of critical points, and whether others are.

    From a place on a curve a little aside, where the function does not bend, Newton's method comes to another one;
    elsewhere it comes back.
    """
    matrices = np.moveaxis(function.hessian(points), (0, 1), (-2, -1))
    eigenvalues, eigenvectors = np.linalg.eigh(matrices)
    sizes = np.abs(eigenvalues)
    flat = np.flatnonzero(sizes.min(axis=-1) <= FLAT * np.maximum(sizes.max(axis=-1), FLAT))
    if not flat.size:
        return points, False
    along = np.take_along_axis(eigenvectors[flat], sizes[flat].argmin(axis=-1)[:, np.newaxis, np.newaxis], axis=-1)
    from_here, far = points[:, flat], ASIDE * _diagonal(window)
    on_curve = np.zeros(flat.size, dtype=bool)
    for way in (far, -far):
        ends = from_here + way * along[..., 0].T
        for _ in range(ITERATIONS // 2):
            ends = ends - _newton_step(function, ends)
        away = np.hypot(*(ends - from_here))
        on_curve |= (away > 0.5 * far) & (away < 2.0 * far) & _is_critical(function, ends, _diagonal(window))
    kept = np.ones(points.shape[1], dtype=bool)
    kept[flat[on_curve]] = False
    return points[:, kept], bool(on_curve.any())


def _distinct(points: Array, window: Window) -> list[tuple[float, float]]:
    """Places (2, n) in the window, each once."""
    within = points[:, is_inside(window, points)]
    cells = np.round(within / (NEAR * _diagonal(window))).astype(np.int64)
    _, first = np.unique(cells // 4, axis=1, return_index=True)
    others, reach = within[:, np.sort(first)], 10.0 * NEAR * _diagonal(window)
    kept: list[tuple[float, float]] = []
    # Neighbours may have fallen into two cells.
    while others.size and len(kept) <= MOST_POINTS:
        x, y = others[:, 0]
        kept.append((float(x), float(y)))
        others = others[:, np.hypot(others[0] - x, others[1] - y) > reach]
    return kept


def _exact(function: Function, point: tuple[float, float]) -> Array:
    """The place again, with all digits."""
    search: Any = root
    found = search(function.gradient, np.array(point), jac=function.hessian, tol=1e-15).x
    slope, before = (np.abs(function.gradient(np.array(p))).max() for p in (found, point))
    best = found if slope <= before else np.array(point)
    return np.where(np.abs(best) < 1e-12, 0.0, best)


def _kind(function: Function, point: tuple[float, float], window: Window) -> CriticalKind | None:
    """What a critical point is: by its curvatures or, where one is zero, by the values around it."""
    place = np.array(point)
    if not (np.isfinite(function.hessian(place)).all() and np.isfinite(function.value(place))):
        return None
    low, high = curvatures(function, point).eigenvalues
    if 0.0 in (low, high):
        around = function.value(_aside(point, ANGLES, window))
        low, high = np.percentile(around - function.value(place), (0, 100))
        if not np.isfinite((low, high)).all() or 0.0 in (low, high):
            return None
    return "local minimum" if low > 0.0 else "maximum" if high < 0.0 else "saddle"


def _is_crossing(function: Function, point: tuple[float, float], window: Window) -> bool:
    """Whether curves of critical points cross at one of them, as two valleys do: around it there are others.

    There the Hessian is zero. Newton's method comes to the point from wherever one looks, but a circle around it is cut
    by the curves: in each of its parts the place is found where the gradient is smallest.
    """
    if curvatures(function, point).eigenvalues.any():
        return False
    begins, width = ANGLES, ANGLES[1] - ANGLES[0]
    for _ in range(ITERATIONS // 2):
        angles = np.add.outer(begins, np.linspace(0.0, width, 9))
        slopes = np.hypot(*function.gradient(_aside(point, angles, window)))
        begins = angles[np.arange(begins.size), slopes.argmin(axis=-1)] - width / 8.0
        width /= 4.0
    places = _aside(point, begins + width / 2.0, window)
    return bool(_is_critical(function, places, _diagonal(window)).any())


def _aside(point: tuple[float, float], angles: Array, window: Window) -> Array:
    """The places a little aside of a point in the directions of angles in radians: (...) -> (2, ...)."""
    x, y = point
    far = ASIDE * _diagonal(window)
    return np.array((x + far * np.cos(angles), y + far * np.sin(angles)))


def _sorted(
    function: Function, window: Window, named: list[tuple[tuple[float, float], CriticalKind]]
) -> tuple[CriticalPoint, ...]:
    """Critical points in order, in which the lowest minima are global if nothing near and far lies below them."""
    values = [float(function.value(np.array(point))) for point, _ in named]
    lowest = min(
        (value for value, (_, kind) in zip(values, named, strict=True) if kind == "local minimum"), default=0.0
    )
    around = np.concatenate([function.value(grid(w, 61)) for w in (window, _larger(window))])
    slack = 1e-9 * max(1.0, abs(lowest))
    is_global = not (around < lowest - slack).any()
    points = [
        CriticalPoint(
            "global minimum" if kind == "local minimum" and is_global and value <= lowest + slack else kind,
            point,
            value,
        )
        for value, (point, kind) in zip(values, named, strict=True)
    ]
    return tuple(sorted(points, key=lambda c: (KINDS.index(c.kind), c.value)))


def _larger(window: Window) -> Window:
    (left, right), (bottom, top) = ((mid - FAR * half, mid + FAR * half) for mid, half in map(_middle, window))
    return (left, right), (bottom, top)


def _middle(interval: tuple[float, float]) -> tuple[float, float]:
    """The middle of an interval, and half its length."""
    low, high = interval
    return 0.5 * (low + high), 0.5 * (high - low)
