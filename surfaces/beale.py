"""Beale's function: plateaus, cliffs and one small valley."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Beale(Surface):
    """Flat in the middle, with walls of 10⁵ at the corners: an α that works on one fails on the other.

    L = (1.5 − x + xy)² + (2.25 − x + xy²)² + (2.625 − x + xy³)². (2, ...) -> (...).

    Source: Beale, "On an iterative method for finding a local minimum of a function of more than one variable",
    Princeton, 1958.
    """

    key: ClassVar = "beale"
    title: ClassVar = "Beale: plateaus and cliffs"
    teaches: ClassVar = (
        "Gradients differ by five orders of magnitude: optimizers that divide by √s keep their pace, SGD does not."
    )
    source: ClassVar = "Beale, Statistical Techniques Research Group, Princeton, 1958"

    @property
    def formula(self) -> str:
        return r"L = \left(1.5 - x + xy\right)^2 + \left(2.25 - x + xy^2\right)^2 + \left(2.625 - x + xy^3\right)^2"

    @property
    def window(self) -> Window:
        return ((-4.5, 4.5), (-4.5, 4.5))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start(
                "Wall",
                (4.0, 2.5),
                "a gradient of ten thousand: an α that is safe for SGD here is far too small in the valley",
            ),
            Start("Shoulder", (1.0, 1.5), "a slope above the flat middle"),
            Start("Plateau", (-2.0, 0.5), "on the far side: the way to the minimum crosses the flat middle"),
            Start("Cliff", (-3.5, -3.5), "a gradient of tens of thousands"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=600,
            learning_rates={
                "sgd": 1e-5,
                "momentum": 1e-4,
                "heavy-ball": 1e-5,
                "nesterov": 1e-5,
                "adagrad": 0.5,
                "rmsprop": 0.02,
                "adam": 0.1,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (
            CriticalPoint("global minimum", (3.0, 0.5), 0.0),
            CriticalPoint("saddle", (0.10053793732415836, -2.644513585023125), 9.86451228475556),
            CriticalPoint("saddle", (0.0, 1.0), 14.203125),
        )

    def value(self, point: Array) -> Array:
        x, y = point
        a, b, c = _residuals(x, y)
        return a * a + b * b + c * c

    def gradient(self, point: Array) -> Array:
        x, y = point
        a, b, c = _residuals(x, y)
        y2 = y * y
        dx = 2.0 * (a * (y - 1.0) + b * (y2 - 1.0) + c * (y2 * y - 1.0))
        dy = 2.0 * x * (a + 2.0 * y * b + 3.0 * y2 * c)
        return np.array((dx, dy))

    def hessian(self, point: Array) -> Array:
        x, y = point
        a, b, c = _residuals(x, y)
        y2 = y * y
        p, q, r = y - 1.0, y2 - 1.0, y2 * y - 1.0
        xx = 2.0 * (p * p + q * q + r * r)
        xy = 2.0 * (a + 2.0 * y * b + 3.0 * y2 * c) + 2.0 * x * (p + 2.0 * y * q + 3.0 * y2 * r)
        yy = 2.0 * x * (2.0 * b + 6.0 * y * c + x * (1.0 + 4.0 * y2 + 9.0 * y2 * y2))
        return np.array(((xx, xy), (xy, yy)))


def _residuals(x: Array, y: Array) -> tuple[Array, Array, Array]:
    xy = x * y
    return 1.5 - x + xy, 2.25 - x + xy * y, 2.625 - x + xy * y * y
