"""Logistic regression: the mean log loss of a classifier with two weights."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np
from scipy.optimize import linprog

from surfaces.data.data_surface import Data, DataSurface, noise
from surfaces.surface import Array, CriticalPoint, Opening, Start, Window, infinite_on_overflow

TRUE_WEIGHTS = (2.0, -1.0)
"""The classifier by which the labels are drawn."""


@dataclass(frozen=True)
class Logistic(DataSurface):
    """A convex loss that is steep on one side and flat on the other: confident mistakes cost the most.

    L = mean ℓ over the examples, where ℓ = log(1 + e^(−m)), with the margin m = w·x where the label y is 1, and −w·x
    where it is 0: the log loss of p = 1 / (1 + e^(−w·x)). (2, ...) -> (...).

    The features are standard normal; a label is 1 where the score of `TRUE_WEIGHTS` and a logistic error, scaled by
    `noise`, are positive together. Where a line parts the labels without a mistake the loss has no minimum: longer
    weights along its normal are always better.

    Source: Cox, "The regression analysis of binary sequences", 1958; the data are drawn.
    """

    noise: float = noise(
        1.0,
        label="Noise of the labels",
        help="How far from the boundary the labels are still mixed. At 0 a line separates them, and the best weights "
        "are infinite.",
    )

    key: ClassVar = "logistic"
    title: ClassVar = "Logistic regression"
    teaches: ClassVar = "Convex but uneven: steep where the model is confidently wrong, flat where it is right."
    axes: ClassVar = ("w₁", "w₂")
    source: ClassVar = "Cox, 1958; the data are drawn"
    feature_count: ClassVar = 2
    data_axes: ClassVar = ("u", "v")

    @property
    def formula(self) -> str:
        return (
            r"L = \frac{1}{n}\sum_{i=1}^{n} \ell_i,\quad \ell_i = \log\left(1 + e^{-m_i}\right),\quad"
            r" m_i = \left(2 y_i - 1\right) \left(w_1 u_i + w_2 v_i\right)"
        )

    @property
    def window(self) -> Window:
        w1, w2 = (round(w) for w in self.optimum or TRUE_WEIGHTS)
        return ((w1 - 5.0, w1 + 5.0), (w2 - 5.0, w2 + 5.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        (left, right), (bottom, top) = self.window
        return (
            Start(
                "Confidently wrong", (left + 0.5, top - 0.5), "the gradient is largest where the model is surely wrong"
            ),
            Start("No opinion", (0.0, 0.0), "every probability is one half"),
            Start("Too confident", (right - 0.5, bottom + 0.5), "the right direction, with weights that are too long"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=200,
            learning_rates={
                "sgd": 1.0,
                "momentum": 1.0,
                "heavy-ball": 0.1,
                "nesterov": 0.1,
                "adagrad": 0.5,
                "rmsprop": 0.1,
                "adam": 0.2,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        if self.optimum is None:
            return ()
        return (CriticalPoint("global minimum", self.optimum, self.lowest),)

    @property
    def lowest(self) -> float:
        """The lowest value, which is 0 and never reached where a line parts the labels."""
        return float(self.value(np.array(self.optimum))) if self.optimum else 0.0

    @cached_property
    def optimum(self) -> tuple[float, float] | None:
        """The best weights; None where there are none, because a line parts the labels."""
        signed = _signs(self.data) * self.data.features
        # Separable: some w, bounded by 1, has no negative margin and a positive sum of margins.
        found: Any = linprog(-signed.sum(axis=1), A_ub=-signed.T, b_ub=np.zeros(self.examples), bounds=(-1.0, 1.0))
        if -found.fun > 1e-9:
            return None
        return self.best_from((0.0, 0.0))

    def draw(self, random: np.random.Generator) -> Data:
        features = random.standard_normal((2, self.examples))
        scores = np.array(TRUE_WEIGHTS) @ features + self.noise * random.logistic(size=self.examples)
        return Data(features, (scores > 0.0).astype(float))

    def losses(self, point: Array, data: Data) -> Array:
        margins = _signs(data) * self.scores(point, data.features)
        losses = np.log1p(np.exp(-np.abs(margins))) + np.maximum(-margins, 0.0)
        return infinite_on_overflow(losses, point)

    def gradients(self, point: Array, data: Data) -> Array:
        x1, x2 = data.features
        errors = self.predicted(point, data.features) - data.targets
        return np.array((errors * x1, errors * x2))

    def hessians(self, point: Array, data: Data) -> Array:
        x1, x2 = data.features
        p = self.predicted(point, data.features)
        spread = p * (1.0 - p)
        return np.array(((spread * x1 * x1, spread * x1 * x2), (spread * x1 * x2, spread * x2 * x2)))

    def scores(self, point: Array, features: Array) -> Array:
        """w·x of each example, (2, ..., 1) -> (..., n)."""
        w1, w2 = point
        x1, x2 = features
        return w1 * x1 + w2 * x2

    def predicted(self, point: Array, features: Array) -> Array:
        """p: the probability that a label is 1, (2, ..., 1) -> (..., n)."""
        return 0.5 * (1.0 + np.tanh(0.5 * self.scores(point, features)))

    def line(self, point: Array, places: Array) -> Array:
        """The boundary where both labels are equally likely, at distances from 0; NaN where both weights are 0."""
        w1, w2 = point
        length = np.hypot(w1, w2)
        with np.errstate(invalid="ignore"):
            return np.array((-w2 / length * places, w1 / length * places))


def _signs(data: Data) -> Array:
    """1 for the label 1, −1 for the label 0: (n,)."""
    return 2.0 * data.targets - 1.0
