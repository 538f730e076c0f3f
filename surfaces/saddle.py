"""The saddle: a zero gradient without an optimum."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from surfaces.surface import Array, CriticalPoint, Opening, Start, Surface, Window


@dataclass(frozen=True)
class Saddle(Surface):
    """From the ridge, gradient descent slides into the saddle and stops; after a nudge it takes many steps to escape.

    L = x² − y², unbounded below along y. (2, ...) -> (...).

    Its Hessian has the eigenvalues 2 and −2 everywhere, so |g| = 0 at the origin does not make it a minimum.

    Source: Dauphin et al., "Identifying and attacking the saddle point problem in high-dimensional non-convex
    optimization", NeurIPS 2014.
    """

    key: ClassVar = "saddle"
    title: ClassVar = "Saddle"
    teaches: ClassVar = (
        "A zero gradient does not mean a minimum: which optimizers escape from the saddle, and how soon?"
    )
    source: ClassVar = "Dauphin et al., Identifying and attacking the saddle point problem, NeurIPS 2014"

    @property
    def formula(self) -> str:
        return r"L = x^2 - y^2"

    @property
    def window(self) -> Window:
        return ((-2.0, 2.0), (-2.0, 2.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start(
                "Beside the ridge",
                (1.5, 1e-3),
                "a nudge of 0.001 decides: every optimizer escapes, but not equally soon",
            ),
            Start("On the ridge", (1.5, 0.0), "the gradient never points off the ridge: only noise helps"),
            Start(
                "At the saddle",
                (0.0, 0.0),
                "the gradient is zero: without noise nothing moves, although both sides lead down",
            ),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=120,
            learning_rates={
                "sgd": 0.02,
                "momentum": 0.2,
                "heavy-ball": 0.02,
                "nesterov": 0.02,
                "adagrad": 0.05,
                "rmsprop": 0.005,
                "adam": 0.02,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        return (CriticalPoint("saddle", (0.0, 0.0), 0.0),)

    def value(self, point: Array) -> Array:
        # As a product, because the difference of two squares that overflow is no number; by halves, because a sum may.
        x, y = np.asarray(point) / 2.0
        return 4.0 * ((x - y) * (x + y))

    def gradient(self, point: Array) -> Array:
        x, y = point
        return np.array((2.0 * x, -2.0 * y))

    def hessian(self, point: Array) -> Array:
        x, _ = point
        two, zero = 2.0 + 0.0 * x, 0.0 * x
        return np.array(((two, zero), (zero, -two)))
