"""Two wells in a plateau, where the gradient almost vanishes."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Plateau(Surface):
    """SGD stands still on the plateau; rules that divide by the size of the gradient leave it at full speed.

    L = 1 − exp(−(x² + y²)/2) − ½ exp(−((x − 4)² + (y − 2)²)/2). (2, ...) -> (...).

    Far from the wells |g| falls below 1e-10, although no minimum is near. The minima lie slightly off the centres of
    the two wells, because each well tilts the other.
    """

    key: ClassVar = "plateau"
    title: ClassVar = "Plateau with two wells"
    teaches: ClassVar = "A vanishing gradient far from any minimum: dividing by √s turns a tiny gradient into a step."
    source: ClassVar = "Made for this course; two Gaussian wells"

    @property
    def formula(self) -> str:
        return r"L = 1 - e^{-\left(x^2 + y^2\right)/2} - \tfrac{1}{2}\, e^{-\left((x - 4)^2 + (y - 2)^2\right)/2}"

    @property
    def window(self) -> Window:
        return ((-4.0, 8.0), (-4.0, 6.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Edge of the plateau", (-2.6, 2.8), "the gradient is small but not zero"),
            Start("Far out", (-3.0, 5.0), "the gradient is a few millionths: SGD does not move"),
            Start("Between the wells", (2.3, 1.3), "a little beyond the pass: the shallow well is nearer"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=200,
            learning_rates={
                "sgd": 0.5,
                "momentum": 0.5,
                "heavy-ball": 0.05,
                "nesterov": 0.05,
                "adagrad": 0.3,
                "rmsprop": 0.02,
                "adam": 0.05,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (
            CriticalPoint("global minimum", (9.083904677556816e-05, 4.541952338778408e-05), -2.2705119988973168e-05),
            CriticalPoint("local minimum", (3.9996361723462277, 1.9998180861731139), 0.4999545587758838),
            CriticalPoint("saddle", (2.173395898967843, 1.0866979494839215), 0.8856447311273105),
        )

    def value(self, point: Array) -> Array:
        _, _, deep, shallow = _wells(point)
        return 1.0 - deep - shallow

    def gradient(self, point: Array) -> Array:
        x, y = point
        u, v, deep, shallow = _wells(point)
        return np.array((x * deep + u * shallow, y * deep + v * shallow))

    def hessian(self, point: Array) -> Array:
        x, y = point
        u, v, deep, shallow = _wells(point)
        xx = (1.0 - x * x) * deep + (1.0 - u * u) * shallow
        xy = -x * y * deep - u * v * shallow
        yy = (1.0 - y * y) * deep + (1.0 - v * v) * shallow
        return np.array(((xx, xy), (xy, yy)))


def _wells(point: Array) -> tuple[Array, Array, Array, Array]:
    """Return the offset (u, v) from the centre of the shallow well, and the depth of both wells at the point."""
    x, y = point
    u, v = x - 4.0, y - 2.0
    deep = np.exp(-0.5 * (x * x + y * y))
    shallow = 0.5 * np.exp(-0.5 * (u * u + v * v))
    return u, v, deep, shallow
