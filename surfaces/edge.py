"""The edge of stability: a valley of equally good minima, sharp at its ends and flat in its middle."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.critical_points import ALONG_CURVES
from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Edge(Surface):
    """A rate too large for a sharp minimum throws the path out of it, and it settles where the valley is flat enough.

    L = ½ (1 − xy)². (2, ...) -> (...).

    It is the smallest linear network, ŷ = xy, with the target 1. Every point of the curve xy = 1 is a minimum, with the
    curvatures 0 along the curve and x² + y² across it: 2 at (1, 1), and the larger the farther from there.

    Source: Cohen et al., "Gradient descent on neural networks typically occurs at the edge of stability", ICLR 2021;
    on this loss Lewkowycz et al., "The large learning rate phase of deep learning: the catapult mechanism", 2020.
    """

    key: ClassVar = "edge"
    title: ClassVar = "Edge of stability"
    teaches: ClassVar = "A whole valley of minima, sharp and flat: a larger α can settle only where it is flatter."
    source: ClassVar = "Cohen et al., Edge of stability, ICLR 2021; Lewkowycz et al., 2020"
    has_valley: ClassVar = True

    @property
    def formula(self) -> str:
        return r"L = \frac{1}{2}\left(1 - xy\right)^2"

    @property
    def window(self) -> Window:
        return ((-4.0, 6.0), (-4.5, 3.5))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Beside a sharp minimum", (5.0, 0.1), "the sharpness is 25 here: SGD can bear an α of 0.08"),
            Start("Near the flattest minimum", (1.5, 1.5), "the sharpness at (1, 1) is 2: an α of 0.9 settles there"),
            Start("Almost at the saddle", (-0.1, 0.2), "small weights: the saddle first, then the flat middle"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=100,
            learning_rates={
                "sgd": 0.12,
                "momentum": 1.0,
                "heavy-ball": 0.1,
                "nesterov": 0.05,
                "adagrad": 0.2,
                "rmsprop": 0.02,
                "adam": 0.1,
            },
        )

    @property
    def lowest(self) -> float:
        return 0.0

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (CriticalPoint("saddle", (0.0, 0.0), 0.5),)

    @property
    def unlisted(self) -> str:
        return ALONG_CURVES

    def value(self, point: Array) -> Array:
        missing = _missing(point)
        return 0.5 * missing * missing

    def gradient(self, point: Array) -> Array:
        x, y = point
        missing = _missing(point)
        return np.array((-missing * y, -missing * x))

    def hessian(self, point: Array) -> Array:
        x, y = point
        xy = 2.0 * x * y - 1.0
        return np.array(((y * y, xy), (xy, x * x)))


def _missing(point: Array) -> Array:
    """Return what xy lacks of 1."""
    x, y = point
    return 1.0 - x * y
