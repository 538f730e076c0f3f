"""RMSprop: the gradient divided by the size of recent gradients."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer


class RMSpropState(NamedTuple):
    """`s` (2, ...): the average of squared gradients."""

    s: Array


@dataclass(frozen=True)
class RMSprop(Optimizer):
    """Moves about α per step, in steep and shallow directions alike, and chatters around a minimum.

        s ← β₂ s + (1 − β₂) g²
        w ← w − α g / (√s + ε)

    Shapes: (2, ...) -> (2, ...). The first step is α/√(1 − β₂) per coordinate, because s is not bias-corrected.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["rmsprop"](learning_rate=0.01), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.9, -3.83], [1.5, 1.4, 1.33]]

    Source: Tieleman and Hinton, Neural Networks for Machine Learning, lecture 6.5, 2012.
    """

    learning_rate: float = learning_rate(0.01)
    beta2: float = beta2(0.99)
    epsilon: float = epsilon(1e-8)

    key: ClassVar = "rmsprop"
    title: ClassVar = "RMSprop"
    source: ClassVar = "Tieleman and Hinton, 2012"
    address: ClassVar = "https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf"
    averages: ClassVar = {"s": "g²"}
    meanings: ClassVar = {
        "s": "the average of squared gradients",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`RMSprop(lr=0.01, alpha=0.99)`: the same step, where `alpha` is β₂.",
        "Keras": "`RMSprop(learning_rate=0.001, rho=0.9)` adds ε = 10⁻⁷ under the root.",
        "optax": "`rmsprop(decay=0.9)` adds ε = 10⁻⁸ under the root; `eps_in_sqrt=False` gives this rule.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"s \leftarrow \beta_2 s + (1 - \beta_2) g^2",
            r"w \leftarrow w - \alpha \frac{g}{\sqrt{s} + \epsilon}",
        )

    @property
    def stability_limit(self) -> Any:
        return 2.0

    def init(self, point: Array) -> RMSpropState:
        return RMSpropState(s=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: RMSpropState, learning_rate: Any
    ) -> tuple[Array, RMSpropState]:
        s = self.beta2 * state.s + (1.0 - self.beta2) * (gradient * gradient)
        return point - learning_rate * gradient / (np.sqrt(s) + self.epsilon), RMSpropState(s)

    def preconditioner(self, state: RMSpropState) -> Array:
        return np.sqrt(state.s) + self.epsilon
