"""How a function is opened of which only its numbers are known: a window, starting points and learning rates."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from surfaces.critical_points import Function, grid, is_inside
from surfaces.surface import CriticalPoint, Start, Window

USUAL = 5.0
"""Half the width of the window of a function of which nothing speaks for another one."""

PLACES = (
    ("Upper left", (0.12, 0.85), "far from the middle"),
    ("Lower right", (0.8, 0.2), "from the other side"),
    ("Near the middle", (0.56, 0.6), "close to the middle, where slopes are often small"),
    ("Lower left", (0.2, 0.15), "from the third side"),
    ("Upper right", (0.85, 0.88), "from the fourth side"),
)
"""Where paths may start: names, parts of the window, and reasons."""

LOWEST_RATE, HIGHEST_RATE = 1e-8, 1000.0
"""What the rates of an opening lie between, whatever the window."""


def choose_window(function: Function, critical_points: Callable[[Window], Sequence[CriticalPoint]]) -> Window:
    """A window in which there is something to see: critical points if there are any near the origin or far from it."""
    usual = _square((0.0, 0.0), USUAL)
    places = [c.point for c in critical_points(usual)]
    if places:
        reach = float(np.abs(places).max())
        return _square((0.0, 0.0), _nice(2.5 * reach)) if len(places) > 1 and reach < 1.0 else usual
    for half in (50.0, 500.0):
        places = np.array([c.point for c in critical_points(_square((0.0, 0.0), half))])
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


def choose_starts(function: Function, window: Window) -> tuple[Start, ...]:
    """Three starting points at which the loss is defined, or the first of all where it is nowhere."""
    found = [Start(name, _place(window, parts), reason) for name, parts, reason in PLACES]
    fit = [
        s
        for s in found
        if np.isfinite((function.value(np.array(s.point)), *function.gradient(np.array(s.point)))).all()
    ]
    others = [start for start in found if start not in fit]
    return tuple([*fit, *others][:3])


def _place(window: Window, parts: Sequence[float]) -> tuple[float, float]:
    """A place in the window, of few digits."""
    x, y = (low + part * (high - low) for (low, high), part in zip(window, parts, strict=True))
    digits = 1 - int(np.floor(np.log10(min(high - low for low, high in window))))
    return round(x, digits + 1), round(y, digits + 1)


def choose_rates(function: Function, start: tuple[float, float], window: Window) -> Mapping[str, float]:
    """Rates in the proportions of the other surfaces: of a rate that suits gradient descent, or of the window.

    At the smallest rate that goes nearly all of the way, as rules find it that join later (lecture/first_rates.py), few
    paths of a first picture would arrive.
    """
    rate = _descent_rate(function, start, window)
    width = min(high - low for low, high in window)
    rates = {
        "sgd": rate,
        "momentum": 2.0 * rate,
        "heavy-ball": 0.2 * rate,
        "nesterov": 0.2 * rate,
        "adagrad": 0.05 * width,
        "rmsprop": 0.005 * width,
        "adam": 0.02 * width,
    }
    return {key: float(f"{min(max(value, LOWEST_RATE), HIGHEST_RATE):.2g}") for key, value in rates.items()}


def _descent_rate(function: Function, start: tuple[float, float], window: Window, steps: int = 60) -> float:
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
            stays &= is_inside(window, points)
        losses = np.where(stays & np.isfinite(points).all(axis=0), function.value(points), np.inf)
    fit = np.flatnonzero(losses < first)
    if not fit.size:
        return 1e-3
    return float(f"{0.5 * rates[fit[np.argmin(losses[fit])]]:.1g}")
