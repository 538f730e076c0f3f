"""The smallest network: one hidden unit and two weights."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

import numpy as np

from surfaces.data.data_surface import Data, DataSurface, noise
from surfaces.surface import Array, CriticalPoint, Opening, Start, Window

TRUE_WEIGHTS = (1.2, 1.8)
"""The network that the examples are scattered around."""

SPREAD = 1.5
"""The standard deviation of the features: wide enough for tanh to bend."""


@dataclass(frozen=True)
class TwoWeights(DataSurface):
    """Two mirror minima are the same network, and between them lies a saddle: the symmetry of real networks.

    L = mean ℓ over the examples, where ℓ = (w₂ tanh(w₁ x) − y)². (2, ...) -> (...). With both weights
    negated it is the same.

    The features are normal with standard deviation `SPREAD`; the targets are those of the network with `TRUE_WEIGHTS`,
    but for a normal error of standard deviation `noise`.

    Source: Sussmann, "Uniqueness of the weights for minimal feedforward nets with a given input-output map", 1992, on
    the symmetry; the data are drawn.
    """

    noise: float = noise(
        0.5,
        label="Noise of the targets",
        help="The standard deviation of the targets around the curve. Without it every mini-batch has the same minima.",
    )

    key: ClassVar = "two-weights"
    title: ClassVar = "Network of two weights"
    teaches: ClassVar = "Mirror minima with a saddle between them: initialized at zero, a network learns nothing."
    axes: ClassVar = ("w₁", "w₂")
    source: ClassVar = "Sussmann, 1992, on the symmetry; the data are drawn"

    @property
    def formula(self) -> str:
        return r"L = \frac{1}{n}\sum_{i=1}^{n} \ell_i,\quad \ell_i = \left(w_2 \tanh(w_1 x_i) - y_i\right)^2"

    @property
    def window(self) -> Window:
        return ((-4.0, 4.0), (-4.0, 4.0))

    @property
    def starts(self) -> tuple[Start, ...]:
        return (
            Start("Above the saddle", (-1.5, 2.7), "down to the saddle first, then to one of two equal networks"),
            Start(
                "Nearly zero", (0.01, 0.02), "as networks are initialized: near the saddle, where the gradient is small"
            ),
            Start("Saturated", (3.5, -2.5), "tanh is flat for large w₁, so that its gradient is small"),
        )

    @property
    def opening(self) -> Opening:
        return Opening(
            steps=200,
            learning_rates={
                "sgd": 0.1,
                "momentum": 0.1,
                "heavy-ball": 0.02,
                "nesterov": 0.02,
                "adagrad": 0.3,
                "rmsprop": 0.05,
                "adam": 0.1,
            },
        )

    @property
    def critical_points(self) -> tuple[CriticalPoint, ...]:
        saddle = CriticalPoint("saddle", (0.0, 0.0), float(self.value(np.zeros(2))))
        if self.optimum is None:
            return (saddle,)
        w1, w2 = self.optimum
        lowest = float(self.value(np.array(self.optimum)))
        return (
            CriticalPoint("global minimum", (w1, w2), lowest),
            CriticalPoint("global minimum", (-w1, -w2), lowest),
            saddle,
        )

    @cached_property
    def optimum(self) -> tuple[float, float] | None:
        """The best weights with w₁ > 0; those of the other minimum are their negatives. None where none are found."""
        best = self.best_from(TRUE_WEIGHTS)
        return best if best is None or best[0] > 0.0 else (-best[0], -best[1])

    def draw(self, random: np.random.Generator) -> Data:
        features = SPREAD * random.standard_normal(self.examples)
        errors = self.noise * random.standard_normal(self.examples)
        w1, w2 = TRUE_WEIGHTS
        return Data(features, w2 * np.tanh(w1 * features) + errors)

    def losses(self, point: Array, data: Data) -> Array:
        residuals = self.predicted(point, data.features) - data.targets
        return residuals * residuals

    def gradients(self, point: Array, data: Data) -> Array:
        w1, w2 = point
        hidden = np.tanh(w1 * data.features)
        twice = 2.0 * (w2 * hidden - data.targets)
        slope = (1.0 - hidden * hidden) * data.features  # of the hidden unit along w₁
        return np.array((twice * w2 * slope, twice * hidden))

    def hessians(self, point: Array, data: Data) -> Array:
        w1, w2 = point
        x = data.features
        hidden = np.tanh(w1 * x)
        residuals = w2 * hidden - data.targets
        slope = (1.0 - hidden * hidden) * x
        bend = -2.0 * hidden * slope * x
        xx = 2.0 * (w2 * w2 * slope * slope + residuals * w2 * bend)
        xy = 2.0 * (w2 * hidden + residuals) * slope
        yy = 2.0 * hidden * hidden
        return np.array(((xx, xy), (xy, yy)))

    def predicted(self, point: Array, features: Array) -> Array:
        """ŷ: the output of the network at each of the features, (2, ..., 1) -> (..., n)."""
        w1, w2 = point
        return w2 * np.tanh(w1 * features)
