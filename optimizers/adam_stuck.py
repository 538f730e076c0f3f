"""A common mistake: Adam with a counter that never advances."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar

import numpy as np

from optimizers.adam import Adam, AdamState
from optimizers.hyperparameters import beta1, beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer


@dataclass(frozen=True)
class AdamStuck(Optimizer):
    """On an even slope the first step is α, the tenth twice as long, and the last ones a third of α.

        m ← β₁ m + (1 − β₁) g       m̂ = m / (1 − β₁)
        s ← β₂ s + (1 − β₂) g²      ŝ = s / (1 − β₂)
        w ← w − α m̂ / (√ŝ + ε)

    Shapes: (2, ...) -> (2, ...). Every step is a step of the real Adam with t = 1: the classic bug of an implementation
    that forgets to count. Apart from ε, the path is that of Adam without bias correction at α √(1 − β₂)/(1 − β₁),
    which is about a third of α.

    >>> from optimizers import MISTAKES, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), MISTAKES["adam-stuck-t"](learning_rate=0.1), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.9, -3.77], [1.5, 1.4, 1.27]]

    Source: made for this course after Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015.
    """

    learning_rate: float = learning_rate(0.001)
    beta1: float = beta1(0.9)
    beta2: float = beta2(0.999)
    epsilon: float = epsilon(1e-8)

    key: ClassVar = "adam-stuck-t"
    title: ClassVar = "Adam with t stuck at 1"
    source: ClassVar = "A mistake, after Kingma and Ba, 2015"
    averages: ClassVar = {"m": "g", "s": "g²"}

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"m \leftarrow \beta_1 m + (1 - \beta_1) g",
            r"s \leftarrow \beta_2 s + (1 - \beta_2) g^2",
            r"\hat{m} = \frac{m}{1 - \beta_1}",
            r"\hat{s} = \frac{s}{1 - \beta_2}",
            r"w \leftarrow w - \alpha \frac{\hat{m}}{\sqrt{\hat{s}} + \epsilon}",
        )

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1)

    def init(self, point: Array) -> AdamState:
        return self._adam.init(point)

    def step(self, point: Array, gradient: Array, state: AdamState, learning_rate: Any) -> tuple[Array, AdamState]:
        return self._adam.step(point, gradient, state._replace(t=0), learning_rate)

    def preconditioner(self, state: AdamState) -> Array:
        return np.sqrt(state.s / (1.0 - self.beta2)) + self.epsilon

    def intermediates(self, state: AdamState) -> Mapping[str, Array]:
        return self._adam.intermediates(state)

    @cached_property
    def _adam(self) -> Adam:
        return Adam(self.learning_rate, self.beta1, self.beta2, self.epsilon)
