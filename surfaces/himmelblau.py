"""Himmelblau's function: four equal minima, and the start decides between them."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window

_ADDED = np.array((11.0, 7.0))


@dataclass(frozen=True)
class Himmelblau(Surface):
    """Rules that start together end in different valleys, and a slightly different start changes the winner.

    L = (x² + y − 11)² + (x + y² − 7)². (2, ...) -> (...).

    Source: Himmelblau, "Applied Nonlinear Programming", McGraw-Hill, 1972.
    """

    key: ClassVar = "himmelblau"
    title: ClassVar = "Himmelblau: four minima"
    teaches: ClassVar = "Four equally good minima: where an optimizer ends depends on its start and its momentum."
    source: ClassVar = "Himmelblau, Applied Nonlinear Programming, McGraw-Hill, 1972"

    @property
    def formula(self) -> str:
        return r"L = \left(x^2 + y - 11\right)^2 + \left(x + y^2 - 7\right)^2"

    @property
    def window(self) -> Window:
        return ((-5.5, 5.5), (-5.5, 5.5))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Beside the hilltop", (0.0, -0.9), "near the maximum, where small differences send the paths apart"),
            Start("On a pass", (0.1, 2.8), "close to a saddle between two valleys"),
            Start("Far corner", (-5.0, 5.0), "a gradient of several hundred: which optimizers can take it?"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=150,
            learning_rates={
                "sgd": 0.005,
                "momentum": 0.01,
                "heavy-ball": 0.001,
                "nesterov": 0.005,
                "adagrad": 0.5,
                "rmsprop": 0.05,
                "adam": 0.2,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (
            CriticalPoint("global minimum", (3.0, 2.0), 0.0),
            CriticalPoint("global minimum", (-2.805118086952745, 3.131312518250573), 0.0),
            CriticalPoint("global minimum", (-3.779310253377747, -3.283185991286170), 0.0),
            CriticalPoint("global minimum", (3.584428340330492, -1.848126526964404), 0.0),
            CriticalPoint("saddle", (3.385154183607021, 0.07385187983774928), 13.311926270405587),
            CriticalPoint("saddle", (0.08667750455539634, 2.884254701174776), 67.71915008752613),
            CriticalPoint("saddle", (-3.0730257507643897, -0.08135304428796751), 104.01516291755811),
            CriticalPoint("saddle", (-0.12796134673068005, -1.9537149802445766), 178.33723920192745),
            CriticalPoint("maximum", (-0.2708445906673476, -0.9230385564799816), 181.6165215225827),
        )

    def value(self, point: Array) -> Array:
        x, y = point
        a = x * x + y - 11.0
        b = x + y * y - 7.0
        return a * a + b * b

    def gradient(self, point: Array) -> Array:
        # With the coordinates last, one expression gives both residuals, a = x² + y − 11 and b = y² + x − 7, and one
        # both derivatives, 4xa + 2b and 4yb + 2a. Large batches then move a quarter less data through memory.
        p = np.asarray(point).T
        residuals = p * p + p[..., ::-1] - _ADDED
        return (4.0 * p * residuals + 2.0 * residuals[..., ::-1]).T

    def hessian(self, point: Array) -> Array:
        x, y = point
        xx = 12.0 * x * x + 4.0 * y - 42.0
        xy = 4.0 * (x + y)
        yy = 4.0 * x + 12.0 * y * y - 26.0
        return np.array(((xx, xy), (xy, yy)))
