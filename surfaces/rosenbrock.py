"""Rosenbrock's banana: a curved valley that is easy to find and hard to follow."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Rosenbrock(Surface):
    """Every rule drops into the curved valley at once, and then creeps along its nearly flat floor.

    L = (1 − x)² + 100 (y − x²)². (2, ...) -> (...).

    At the minimum the curvatures are 0.4 and 1001.6, a condition number of about 2500, and their directions turn along
    the valley.

    Source: Rosenbrock, "An automatic method for finding the greatest or least value of a function",
    The Computer Journal 3, 1960.
    """

    key: ClassVar = "rosenbrock"
    title: ClassVar = "Rosenbrock's valley"
    teaches: ClassVar = "A curved valley with a nearly flat floor: a small gradient does not mean the goal is near."
    source: ClassVar = "Rosenbrock, The Computer Journal 3, 1960"
    eye: ClassVar = (-1.0, -1.1, 1.35)

    @property
    def formula(self) -> str:
        return r"L = (1 - x)^2 + 100\left(y - x^2\right)^2"

    @property
    def window(self) -> Window:
        return ((-2.0, 2.0), (-1.0, 3.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Classic", (-1.2, 1.0), "Rosenbrock's own start: the whole bend lies ahead"),
            Start("Valley floor", (0.0, 0.0), "already on the floor: only the slow part is left"),
            Start("High wall", (-1.8, -0.5), "the gradient here is thousands of times larger than on the floor"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=500,
            learning_rates={
                "sgd": 0.001,
                "momentum": 0.003,
                "heavy-ball": 0.0005,
                "nesterov": 0.0005,
                "adagrad": 0.3,
                "rmsprop": 0.01,
                "adam": 0.1,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (CriticalPoint("global minimum", (1.0, 1.0), 0.0),)

    def value(self, point: Array) -> Array:
        x, y = point
        a = 1.0 - x
        b = y - x * x
        return a * a + 100.0 * b * b

    def gradient(self, point: Array) -> Array:
        x, y = point
        a = 1.0 - x
        b = y - x * x
        return np.array((-2.0 * a - 400.0 * x * b, 200.0 * b))

    def hessian(self, point: Array) -> Array:
        x, y = point
        xx = 2.0 - 400.0 * (y - 3.0 * x * x)
        xy = -400.0 * x
        yy = 200.0 + 0.0 * x
        return np.array(((xx, xy), (xy, yy)))
