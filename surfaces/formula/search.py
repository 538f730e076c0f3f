"""What can be found out about a function of which only its numbers are known: its critical points, and a window."""

from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np
from scipy.optimize import root

from surfaces.surface import Array, CriticalKind, CriticalPoint, Window

KINDS: tuple[CriticalKind, ...] = ("global minimum", "local minimum", "saddle", "maximum")

STARTS = 41
"""Newton's method starts from so many places along each side of the window."""
ITERATIONS = 30
NEAR = 1e-6
"""Places nearer than this, as a part of the window's diagonal, are one place."""
MOST_POINTS = 600
"""With more critical points than this a function has too many to be told one by one."""
MOST_EXACT = 100
"""So many are found again by SciPy; where there are more, what Newton's method gives has to do, which is as exact."""
FAR = 10.0
"""How much larger than the window the square is in which nothing may lie below a global minimum."""


class Numbers(NamedTuple):
    """A function of points, with its derivatives: (2, ...) -> (...), (2, ...) and (2, 2, ...)."""

    value: Callable[[Array], Array]
    gradient: Callable[[Array], Array]
    hessian: Callable[[Array], Array]


def critical_points(numbers: Numbers, window: Window) -> tuple[CriticalPoint, ...]:
    """All critical points that are found in a window, lowest first within each kind.

    Newton's method from a grid finds where they are, and SciPy's `root` the last digits. Lines and planes of critical
    points are left out: none of their points is one by itself.
    """
    with np.errstate(all="ignore"):
        candidates = _distinct(_newton(numbers, _grid(window, STARTS)), window)
        if len(candidates) > MOST_POINTS:
            return ()
        if len(candidates) > MOST_EXACT:
            points = np.array(candidates).T
            exact = points - _newton_step(numbers, points)
        else:
            exact = np.array([_exact(numbers, point) for point in candidates]).reshape(-1, 2).T
        exact = _distinct(exact, window)
        named: list[tuple[tuple[float, float], CriticalKind]] = [
            (point, kind) for point in exact if (kind := _kind(numbers, point, window)) is not None
        ]
        return _sorted(numbers, window, named)


def _grid(window: Window, count: int) -> Array:
    """Places (2, count · count) that span a window. They are not on the axes, where derivatives may be undefined."""
    across, up = (np.linspace(low, high, count) + 1e-3 * (high - low) / count for low, high in window)
    x, y = np.meshgrid(across, up)
    return np.array((x.ravel(), y.ravel()))


def _diagonal(window: Window) -> float:
    (left, right), (bottom, top) = window
    return float(np.hypot(right - left, top - bottom))


def _inside(points: Array, window: Window) -> Any:
    return np.all([(low <= c) & (c <= high) for c, (low, high) in zip(points, window, strict=True)], axis=0)


def _newton(numbers: Numbers, points: Array) -> Array:
    """The places (2, n) to which Newton's method comes; those of searches that do not end are left out."""
    span = float(np.max(points) - np.min(points))
    found: list[Array] = []
    for _ in range(ITERATIONS):
        step = _newton_step(numbers, points)
        size = np.hypot(step[0], step[1])
        arrived = size < NEAR * span
        found.append((points - step)[:, arrived])
        # A step as long as the window leads anywhere; a tenth of it in the same direction is tried instead.
        points = points - step * np.minimum(1.0, 0.1 * span / size)
        going = (
            ~arrived
            & np.isfinite(points).all(axis=0)
            & (np.abs(points) < 3.0 * span + np.abs(points).min()).all(axis=0)
        )
        points = points[:, going]
        if not points.size:
            break
    return np.concatenate(found, axis=1)


def _newton_step(numbers: Numbers, points: Array) -> Array:
    """How far Newton's method goes at each place: (2, n) -> (2, n)."""
    (xx, xy), (_, yy) = numbers.hessian(points)
    gx, gy = numbers.gradient(points)
    return np.array((yy * gx - xy * gy, xx * gy - xy * gx)) / (xx * yy - xy * xy)


def _distinct(points: Array, window: Window) -> list[tuple[float, float]]:
    """Places (2, n) in the window, each once."""
    within = points[:, _inside(points, window)]
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


def _exact(numbers: Numbers, point: tuple[float, float]) -> Array:
    """The place again, with all digits."""
    search: Any = root
    found = search(numbers.gradient, np.array(point), jac=numbers.hessian, tol=1e-15).x
    slope, before = (np.abs(numbers.gradient(np.array(p))).max() for p in (found, point))
    best = found if slope <= before else np.array(point)
    return np.where(np.abs(best) < 1e-12, 0.0, best)


def _kind(numbers: Numbers, point: tuple[float, float], window: Window) -> CriticalKind | None:
    """What a critical point is: by its curvatures or, where one is zero, by the values around it."""
    place = np.array(point)
    hessian = numbers.hessian(place)
    if not (np.isfinite(hessian).all() and np.isfinite(numbers.value(place))):
        return None
    low, high = np.linalg.eigvalsh(hessian)
    if min(abs(low), abs(high)) <= 1e-6 * max(abs(low), abs(high), 1e-6):
        angles = np.linspace(0.0, 2.0 * np.pi, 24, endpoint=False) + 0.1
        around = place[:, np.newaxis] + 1e-2 * _diagonal(window) * np.array((np.cos(angles), np.sin(angles)))
        low, high = np.percentile(numbers.value(around) - numbers.value(place), (0, 100))
        if not np.isfinite((low, high)).all() or 0.0 in (low, high):
            return None
    return "local minimum" if low > 0.0 else "maximum" if high < 0.0 else "saddle"


def _sorted(
    numbers: Numbers, window: Window, named: list[tuple[tuple[float, float], CriticalKind]]
) -> tuple[CriticalPoint, ...]:
    """Critical points in order, in which the lowest minima are global if nothing near and far lies below them."""
    values = [float(numbers.value(np.array(point))) for point, _ in named]
    lowest = min(
        (value for value, (_, kind) in zip(values, named, strict=True) if kind == "local minimum"), default=0.0
    )
    around = np.concatenate([numbers.value(_grid(w, 61)) for w in (window, _larger(window))])
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


USUAL = 5.0
"""Half the width of the window of a function of which nothing speaks for another one."""


def choose_window(numbers: Numbers) -> Window:
    """A window in which there is something to see: critical points if there are any near the origin or far from it."""
    usual = _square((0.0, 0.0), USUAL)
    places = [c.point for c in critical_points(numbers, usual)]
    if places:
        reach = float(np.abs(places).max())
        return _square((0.0, 0.0), _nice(2.5 * reach)) if len(places) > 1 and reach < 1.0 else usual
    for half in (50.0, 500.0):
        places = np.array([c.point for c in critical_points(numbers, _square((0.0, 0.0), half))])
        if len(places):
            low, high = places.min(axis=0), places.max(axis=0)
            middle = np.round((low + high) / 2.0)
            return _square((middle[0], middle[1]), _nice(max(USUAL, 0.75 * float((high - low).max()))))
    return max((usual, *_QUARTERS), key=lambda window: _defined_part(numbers, window))


def _square(middle: tuple[float, float], half: float) -> Window:
    x, y = map(float, middle)
    return (x - half, x + half), (y - half, y + half)


_QUARTERS = tuple(_square((USUAL * x, USUAL * y), USUAL) for x, y in ((1, 0), (0, 1), (1, 1), (-1, 0), (0, -1)))
"""Where half of a function's usual window is empty, as that of log x, the other half is moved to the middle."""


def _defined_part(numbers: Numbers, window: Window) -> float:
    """How much of a window has a value."""
    with np.errstate(all="ignore"):
        return float(np.isfinite(numbers.value(_grid(window, 31))).mean())


def _nice(size: float) -> float:
    """The next of 1, 2, 5, 10, … from a size on."""
    power = 10.0 ** np.floor(np.log10(size))
    return float(next(power * m for m in (1.0, 2.0, 5.0, 10.0) if power * m >= size))


def descent_rate(numbers: Numbers, start: tuple[float, float], window: Window, steps: int = 60) -> float:
    """A learning rate with which gradient descent from a start is quick and does not leave the window.

    Of 1, 0.5, 0.2, 0.1, … it is the one whose path ends lowest among those that stay, with some room.
    """
    rates = np.array([m * 10.0**k for k in range(2, -9, -1) for m in (5.0, 2.0, 1.0)])
    points = np.repeat(np.array(start)[:, np.newaxis], rates.size, axis=1)
    stays = np.ones(rates.size, bool)
    with np.errstate(all="ignore"):
        first = numbers.value(points)
        for _ in range(steps):
            points = points - rates * numbers.gradient(points)
            stays &= _inside(points, window)
        losses = np.where(stays & np.isfinite(points).all(axis=0), numbers.value(points), np.inf)
    fit = np.flatnonzero(losses < first)
    if not fit.size:
        return 1e-3
    return float(f"{0.5 * rates[fit[np.argmin(losses[fit])]]:.1g}")
