"""The elongated bowl: a quadratic, for which gradient descent is understood exactly."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from parameters import number
from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Bowl(Surface):
    """Gradient descent zigzags across the steep direction and creeps along the shallow one.

    L = ½ (u² + κ v²), where (u, v) are (x, y) turned by the angle `rotation`, and κ = `condition` is the ratio of the
    two curvatures. (2, ...) -> (...).

    Gradient descent converges for α < 2/κ, fastest at α = 2/(1 + κ). The adaptive rules scale each coordinate by
    itself, so they lose their advantage when the bowl is turned.

    Source: Goh, "Why Momentum Really Works", Distill, 2017, on the quadratic model.
    """

    condition: float = number(
        20.0,
        1.0,
        1e4,
        label="Condition number",
        help="The curvature across the ravine divided by that along it: 1 is a round bowl, 1000 a deep ravine.",
        symbol=r"\kappa",
        plain_symbol="κ",
        scale="log",
        slider=(1.0, 1000.0),
    )
    rotation: float = number(
        0.0,
        -90.0,
        90.0,
        label="Rotation",
        unit="degrees",
        help="Rotates the bowl. Optimizers that scale each coordinate separately lose their advantage.",
        symbol=r"\varphi",
        plain_symbol="φ",
        step=1.0,
    )

    key: ClassVar = "bowl"
    title: ClassVar = "Elongated bowl"
    teaches: ClassVar = (
        "One α must serve a steep and a shallow direction: SGD zigzags, momentum averages the zigzag out."
    )
    source: ClassVar = "Goh, Why Momentum Really Works, Distill, 2017"
    is_quadratic: ClassVar = True
    eye: ClassVar = (-1.5, -0.75, 1.15)

    @property
    def formula(self) -> str:
        return (
            r"L = \tfrac{1}{2}\left(u^2 + \kappa v^2\right),\quad"
            r" u = x\cos\varphi + y\sin\varphi,\quad v = -x\sin\varphi + y\cos\varphi"
        )

    @property
    def window(self) -> Window:
        return ((-5.0, 5.0), (-3.0, 3.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Ravine wall", (-4.0, 1.5), "far from the minimum in the steep and in the shallow direction"),
            Start("Ravine floor", (-4.5, 0.0), "only the shallow direction is left: how slow is slow?"),
            Start("Steep side", (0.0, 2.5), "only the steep direction is left: how large can α be?"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=120,
            learning_rates={
                "sgd": 0.098,
                "momentum": 0.3,
                "heavy-ball": 0.03,
                "nesterov": 0.03,
                "adagrad": 0.5,
                "rmsprop": 0.05,
                "adam": 0.2,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (CriticalPoint("global minimum", (0.0, 0.0), 0.0),)

    def value(self, point: Array) -> Array:
        u, v = self._turned(point)
        return 0.5 * (u * u + self.condition * (v * v))

    def gradient(self, point: Array) -> Array:
        c, s = self._direction
        u, v = self._turned(point)
        kv = self.condition * v
        return np.array((c * u - s * kv, s * u + c * kv))

    def hessian(self, point: Array) -> Array:
        c, s = self._direction
        x, _ = point
        one = 1.0 + 0.0 * x
        xx = (c * c + self.condition * s * s) * one
        xy = (1.0 - self.condition) * s * c * one
        yy = (s * s + self.condition * c * c) * one
        return np.array(((xx, xy), (xy, yy)))

    @cached_property
    def _direction(self) -> tuple[float, float]:
        return np.cos(np.radians(self.rotation)), np.sin(np.radians(self.rotation))

    def _turned(self, point: Array) -> tuple[Array, Array]:
        c, s = self._direction
        x, y = point
        return c * x + s * y, c * y - s * x
