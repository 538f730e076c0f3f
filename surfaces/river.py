"""A river: steep walls, and a winding bed that falls slowly."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window

_WALL = 30.0  # curvature across the bed where it runs along x
_FALL = 0.5  # of the bed for each unit of x


@dataclass(frozen=True)
class River(Surface):
    """A large rate runs far down the bed, but with noise it rides high on the walls; a late decay keeps both gains.

    L = 15 (y − sin x)² − x/2, unbounded below along the bed. (2, ...) -> (...).

    The surface is made to show this: that it is also so in deep networks is a picture, and no proof.

    Source: made for this course, after Wen et al., "Understanding warmup-stable-decay learning rates: a river valley
    loss landscape perspective", 2024.
    """

    key: ClassVar = "river"
    title: ClassVar = "River with steep walls"
    teaches: ClassVar = (
        "Shows why a late decay pays: a large rate runs down the bed, a small one settles between the walls."
    )
    source: ClassVar = "Made for this course, after Wen et al., A river valley loss landscape perspective, 2024"

    @property
    def formula(self) -> str:
        return r"L = 15 \left(y - \sin x\right)^2 - \frac{x}{2}"

    @property
    def window(self) -> Window:
        return ((-2.0, 9.0), (-2.5, 2.5))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("At the head", (-1.0, -0.3), "on a wall: across first, then along"),
            Start("In the bed", (0.0, 0.0), "only the fall of the bed is left"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=400,
            learning_rates={
                "sgd": 0.03,
                "momentum": 0.03,
                "heavy-ball": 0.003,
                "nesterov": 0.003,
                "adagrad": 0.3,
                "rmsprop": 0.03,
                "adam": 0.1,
            },
            noise=8.0,
            schedules=("constant", "cosine", "warmup-stable-decay"),
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return ()

    def value(self, point: Array) -> Array:
        x, _ = point
        across = _across(point)
        return _WALL / 2.0 * across * across - _FALL * x

    def gradient(self, point: Array) -> Array:
        x, _ = point
        across = _across(point)
        return np.array((-_WALL * across * np.cos(x) - _FALL, _WALL * across))

    def hessian(self, point: Array) -> Array:
        x, _ = point
        across, slope = _across(point), np.cos(x)
        xx = _WALL * (slope * slope + across * np.sin(x))
        xy = -_WALL * slope
        return np.array(((xx, xy), (xy, _WALL + 0.0 * x)))


def _across(point: Array) -> Array:
    """Return how far a point is from the bed, along y."""
    x, y = point
    return y - np.sin(x)
