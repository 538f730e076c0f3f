"""Rastrigin's function: a bowl with a grid of local minima."""

from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import pi
from typing import ClassVar

import numpy as np
from scipy.optimize import root_scalar

from surfaces.surface import Array, CriticalKind, CriticalPoint, Opening, Start, Surface, Window, infinite_on_overflow


@dataclass(frozen=True)
class Rastrigin(Surface):
    """Nearly every path ends in the nearest dimple; with more speed some escape, but none is sure to reach the centre.

    L = 20 + x² + y² − 10 cos 2πx − 10 cos 2πy. (2, ...) -> (...).

    Source: Rastrigin, "Systems of extremal control", Nauka, 1974, in the two-dimensional form.
    """

    key: ClassVar = "rastrigin"
    title: ClassVar = "Rastrigin: many minima"
    teaches: ClassVar = (
        "A grid of local minima: which optimizers roll through the dimples, and which get stuck in the first?"
    )
    source: ClassVar = "Rastrigin, Systems of extremal control, Nauka, 1974"
    eye: ClassVar = (-0.75, -1.05, 1.7)

    @property
    def formula(self) -> str:
        return r"L = 20 + x^2 + y^2 - 10\cos(2\pi x) - 10\cos(2\pi y)"

    @property
    def window(self) -> Window:
        return ((-5.12, 5.12), (-5.12, 5.12))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Slope", (4.5, -1.4), "on a ridge far out: who rolls on towards the centre?"),
            Start("Near a dimple", (4.2, 4.2), "the nearest minimum is a bad one"),
            Start("Near the centre", (0.6, -0.4), "one ridge away from the best minimum"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=250,
            learning_rates={
                "sgd": 0.003,
                "momentum": 0.09,
                "heavy-ball": 0.009,
                "nesterov": 0.003,
                "adagrad": 0.5,
                "rmsprop": 0.02,
                "adam": 0.5,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return _critical_points()

    def value(self, point: Array) -> Array:
        x, y = point
        value = 20.0 + x * x + y * y - 10.0 * np.cos(2.0 * pi * x) - 10.0 * np.cos(2.0 * pi * y)
        return infinite_on_overflow(value, point)

    def gradient(self, point: Array) -> Array:
        x, y = point
        return np.array((_slope(x), _slope(y)))

    def hessian(self, point: Array) -> Array:
        x, y = point
        zero = 0.0 * x
        return np.array(((_curvature(x), zero), (zero, _curvature(y))))


def _slope(x: Array) -> Array:
    return 2.0 * x + 20.0 * pi * np.sin(2.0 * pi * x)


def _curvature(x: Array) -> Array:
    return 2.0 + 40.0 * pi**2 * np.cos(2.0 * pi * x)


@cache
def _critical_points() -> tuple[CriticalPoint, ...]:
    """Find all critical points: L is f(x) + f(y), so they are the pairs of critical points of f."""
    quarters = np.arange(-5.25, 5.3, 0.5)
    roots = [_root(low, high) for low, high in pairwise(quarters)]
    value = Rastrigin().value
    found = [CriticalPoint(_kind(x, y), (x, y), float(value(np.array((x, y))))) for x in roots for y in roots]
    return tuple(sorted(found, key=lambda c: (c.kind, c.value)))


def _root(low: float, high: float) -> float:
    """Find the zero of the slope between two neighbouring quarters, where its sign changes once."""
    root = root_scalar(lambda x: float(_slope(np.array(x))), bracket=(low, high), xtol=1e-15, rtol=1e-15).root
    return 0.0 if abs(root) < 1e-12 else float(root)


def _kind(x: float, y: float) -> CriticalKind:
    low, high = sorted(_curvature(np.array((x, y))))
    if low > 0.0:
        return "global minimum" if x == y == 0.0 else "local minimum"
    return "saddle" if high > 0.0 else "maximum"
