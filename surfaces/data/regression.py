"""Linear regression: the mean squared error of a line's slope and intercept."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from parameters import number
from surfaces.data.data_surface import Data, DataSurface, noise
from surfaces.surface import Array, CriticalPoint, Opening, Start, Window

SLOPE, INTERCEPT = 1.5, -0.5
"""The line that the examples are scattered around."""


@dataclass(frozen=True)
class Regression(DataSurface):
    """A mini-batch sees another bowl at every step: its gradient points to the minimum of its own examples.

    L = mean ℓ over the examples, where ℓ = (w₁ x + w₀ − y)², with w₁ the slope and w₀ the intercept. (2, ...) -> (...).

    The features have mean `center` and variance 1, so that far from 0 slope and intercept depend on each other and the
    bowl is elongated. The targets lie on the line of `SLOPE` and `INTERCEPT`, but for a normal error of standard
    deviation `noise`.

    Source: Legendre, "Nouvelles méthodes pour la détermination des orbites des comètes", 1805; the data are drawn.
    """

    noise: float = noise(
        1.0,
        label="Noise of the targets",
        help="The standard deviation of the targets around the line. Without it every mini-batch has the same minimum.",
    )
    center: float = number(
        1.0,
        -10.0,
        10.0,
        label="Mean of the features",
        help="Far from 0, changing the slope also lifts the line: slope and intercept are coupled, and the bowl is "
        "elongated.",
        symbol=r"\bar{x}",
        plain_symbol="x̄",
        slider=(-3.0, 3.0),
        step=0.1,
    )

    key: ClassVar = "regression"
    title: ClassVar = "Linear regression"
    teaches: ClassVar = (
        "Full batches descend smoothly, single examples never settle: what small batches save, and what they cost."
    )
    axes: ClassVar = ("w₁", "w₀")
    source: ClassVar = "Legendre, 1805; the data are drawn"
    is_quadratic: ClassVar = True

    @property
    def formula(self) -> str:
        return r"L = \frac{1}{n}\sum_{i=1}^{n} \ell_i,\quad \ell_i = \left(w_1 x_i + w_0 - y_i\right)^2"

    @property
    def window(self) -> Window:
        slope, intercept = (round(2.0 * w) / 2.0 for w in self.least_squares)
        return ((slope - 3.5, slope + 3.5), (intercept - 3.5, intercept + 3.5))

    @property
    def starts(self) -> tuple[Start, ...]:
        (left, right), (bottom, top) = self.window
        return (
            Start("A line through the wrong corner", (left + 0.5, top - 0.5), "slope and intercept are both far off"),
            Start("The right slope", ((left + right) / 2.0, bottom + 0.5), "only the intercept is wrong at first"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=200,
            learning_rates={
                "sgd": 0.05,
                "momentum": 0.1,
                "heavy-ball": 0.01,
                "nesterov": 0.01,
                "adagrad": 0.5,
                "rmsprop": 0.05,
                "adam": 0.2,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        best = self.least_squares
        return (CriticalPoint("global minimum", best, float(self.value(np.array(best)))),)

    @cached_property
    def least_squares(self) -> tuple[float, float]:
        """Slope and intercept of the line with the least mean squared error."""
        features, targets = self.data
        deviations = features - features.mean()
        slope = deviations @ targets / (deviations @ deviations)
        return float(slope), float(targets.mean() - slope * features.mean())

    def draw(self, random: np.random.Generator) -> Data:
        features = self.center + random.standard_normal(self.examples)
        errors = self.noise * random.standard_normal(self.examples)
        return Data(features, SLOPE * features + INTERCEPT + errors)

    def losses(self, point: Array, data: Data) -> Array:
        residuals = self.predicted(point, data.features) - data.targets
        return residuals * residuals

    def gradients(self, point: Array, data: Data) -> Array:
        twice = 2.0 * (self.predicted(point, data.features) - data.targets)
        return np.array((twice * data.features, twice))

    def hessians(self, point: Array, data: Data) -> Array:
        x, _ = np.broadcast_arrays(data.features, point[0])
        return np.array(((2.0 * x * x, 2.0 * x), (2.0 * x, np.full_like(x, 2.0))))

    def predicted(self, point: Array, features: Array) -> Array:
        """ŷ: the height of the line at each of the features, (2, ..., 1) -> (..., n)."""
        slope, intercept = point
        return slope * features + intercept

    def without_loss(self, first: Array, data: Data) -> Array:
        """The intercept with which the line of a slope passes through the example."""
        return data.targets - first * data.features
