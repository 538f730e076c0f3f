"""What suits a function of which only its numbers are known: a window, and a learning rate."""

import numpy as np

from surfaces.critical_points import Function, find_critical_points, grid, is_inside
from surfaces.surface import Window

USUAL = 5.0
"""Half the width of the window of a function of which nothing speaks for another one."""


def choose_window(function: Function) -> Window:
    """A window in which there is something to see: critical points if there are any near the origin or far from it."""
    usual = _square((0.0, 0.0), USUAL)
    places = [c.point for c in find_critical_points(function, usual).points]
    if places:
        reach = float(np.abs(places).max())
        return _square((0.0, 0.0), _nice(2.5 * reach)) if len(places) > 1 and reach < 1.0 else usual
    for half in (50.0, 500.0):
        places = np.array([c.point for c in find_critical_points(function, _square((0.0, 0.0), half)).points])
        if len(places):
            low, high = places.min(axis=0), places.max(axis=0)
            middle = np.round((low + high) / 2.0)
            return _square((middle[0], middle[1]), _nice(max(USUAL, 0.75 * float((high - low).max()))))
    return max((usual, *_QUARTERS), key=lambda window: _defined_part(function, window))


def _square(middle: tuple[float, float], half: float) -> Window:
    x, y = map(float, middle)
    return (x - half, x + half), (y - half, y + half)


_QUARTERS = tuple(_square((USUAL * x, USUAL * y), USUAL) for x, y in ((1, 0), (0, 1), (1, 1), (-1, 0), (0, -1)))
"""Where half of a function's usual window is empty, as that of log x, the other half is moved to the middle."""


def _defined_part(function: Function, window: Window) -> float:
    """How much of a window has a value."""
    with np.errstate(all="ignore"):
        return float(np.isfinite(function.value(grid(window, 31))).mean())


def _nice(size: float) -> float:
    """The next of 1, 2, 5, 10, … from a size on."""
    power = 10.0 ** np.floor(np.log10(size))
    return float(next(power * m for m in (1.0, 2.0, 5.0, 10.0) if power * m >= size))


def descent_rate(function: Function, start: tuple[float, float], window: Window, steps: int = 60) -> float:
    """A learning rate with which gradient descent from a start is quick and does not leave the window.

    Of 1, 0.5, 0.2, 0.1, … it is the one whose path ends lowest among those that stay, with some room.
    """
    rates = np.array([m * 10.0**k for k in range(2, -9, -1) for m in (5.0, 2.0, 1.0)])
    points = np.repeat(np.array(start)[:, np.newaxis], rates.size, axis=1)
    stays = np.ones(rates.size, bool)
    with np.errstate(all="ignore"):
        first = function.value(points)
        for _ in range(steps):
            points = points - rates * function.gradient(points)
            stays &= is_inside(points, window)
        losses = np.where(stays & np.isfinite(points).all(axis=0), function.value(points), np.inf)
    fit = np.flatnonzero(losses < first)
    if not fit.size:
        return 1e-3
    return float(f"{0.5 * rates[fit[np.argmin(losses[fit])]]:.1g}")
