"""The six-hump camel: six minima, two of them global."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window, infinite_on_overflow


@dataclass(frozen=True)
class SixHumpCamel(Surface):
    """Four of the six minima are traps: a rule without speed stays in the one it meets first.

    L = (4 − 2.1x² + x⁴/3) x² + xy + (4y² − 4) y². (2, ...) -> (...).

    Source: Dixon and Szegő, "The global optimization problem: an introduction", in Towards Global Optimisation 2, 1978.
    """

    key: ClassVar = "six-hump-camel"
    title: ClassVar = "Six-hump camel"
    teaches: ClassVar = "Six minima, two of them global: speed carries a path past a trap, or past the goal."
    source: ClassVar = "Dixon and Szegő, Towards Global Optimisation 2, 1978"
    eye: ClassVar = (-0.85, -1.2, 1.5)

    @property
    def formula(self) -> str:
        return r"L = \left(4 - 2.1x^2 + \frac{x^4}{3}\right)x^2 + xy + \left(4y^2 - 4\right)y^2"

    @property
    def window(self) -> Window:
        return ((-2.0, 2.0), (-1.2, 1.2))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Rim", (-1.9, -1.1), "above a trap: only speed carries a path past it"),
            Start("Trap", (1.5, 0.5), "in the worst of the six minima: can speed get out?"),
            Start("Between the best", (0.02, 0.0), "beside the saddle between the two best minima"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=150,
            learning_rates={
                "sgd": 0.01,
                "momentum": 0.03,
                "heavy-ball": 0.003,
                "nesterov": 0.003,
                "adagrad": 0.2,
                "rmsprop": 0.02,
                "adam": 0.2,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        upper = (
            CriticalPoint("global minimum", (-0.08984201310031807, 0.7126564030207396), -1.0316284534898774),
            CriticalPoint("local minimum", (-1.7036067149699812, 0.7960835686726251), -0.21546382438371525),
            CriticalPoint("local minimum", (1.6071047529201974, 0.5686514548841313), 2.1042503103112575),
            CriticalPoint("saddle", (-1.1092053368047863, 0.7682680925095399), 0.5437186009781851),
            CriticalPoint("saddle", (1.6380679841897785, 0.22867406904439408), 2.2293571975307147),
            CriticalPoint("saddle", (1.2960702671671092, 0.6050843880386585), 2.229470818029859),
            CriticalPoint("maximum", (1.2302298765166524, 0.16233458445899493), 2.496295351023577),
        )
        # L(−x, −y) = L(x, y): every critical point except the centre has a twin.
        pairs = ((c, CriticalPoint(c.kind, (-c.point[0], -c.point[1]), c.value)) for c in upper)
        found = [CriticalPoint("saddle", (0.0, 0.0), 0.0), *(c for pair in pairs for c in pair)]
        return tuple(sorted(found, key=lambda c: (c.kind, c.value)))

    def value(self, point: Array) -> Array:
        x, y = point
        x2, y2 = x * x, y * y
        value = (4.0 - 2.1 * x2 + x2 * x2 / 3.0) * x2 + x * y + (4.0 * y2 - 4.0) * y2
        return infinite_on_overflow(value, point)

    def gradient(self, point: Array) -> Array:
        x, y = point
        x2, y2 = x * x, y * y
        dx = (8.0 - 8.4 * x2 + 2.0 * x2 * x2) * x + y
        dy = x + (16.0 * y2 - 8.0) * y
        return np.array((dx, dy))

    def hessian(self, point: Array) -> Array:
        x, y = point
        x2, y2 = x * x, y * y
        xx = 8.0 - 25.2 * x2 + 10.0 * x2 * x2
        xy = 1.0 + 0.0 * x
        yy = 48.0 * y2 - 8.0
        return np.array(((xx, xy), (xy, yy)))
