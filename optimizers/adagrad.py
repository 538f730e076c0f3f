"""AdaGrad: a learning rate per coordinate that only ever shrinks."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer


class AdaGradState(NamedTuple):
    """`s` (2, ...): the sum of squared gradients."""

    s: Array


@dataclass(frozen=True)
class AdaGrad(Optimizer):
    """Starts equally fast in shallow and steep directions, then slows down for good.

        s ← s + g²
        w ← w − α g / (√s + ε)

    Shapes: (2, ...) -> (2, ...).

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["saddle"](), OPTIMIZERS["adagrad"](learning_rate=0.5), start=(1.5, 0.001), steps=2)
    >>> path.points.round(2).tolist()
    [[1.5, 1.0, 0.72], [0.0, 0.5, 1.0]]

    Source: Duchi, Hazan and Singer, "Adaptive subgradient methods", Journal of Machine Learning Research 12, 2011.
    """

    learning_rate: float = learning_rate(0.01)
    epsilon: float = epsilon(1e-10)

    key: ClassVar = "adagrad"
    title: ClassVar = "AdaGrad"
    source: ClassVar = "Duchi, Hazan and Singer, 2011"
    address: ClassVar = "https://jmlr.org/papers/v12/duchi11a.html"
    meanings: ClassVar = {
        "s": "the sum of squared gradients",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`Adagrad(lr=0.01)`: the same step; `lr_decay` adds an inverse-time decay.",
        "Keras": "`Adagrad(learning_rate=0.001)` starts s at 0.1, and adds ε = 10⁻⁷ under the root.",
        "optax": "`adagrad` starts s at 0.1, and adds ε = 10⁻⁷ under the root.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"s \leftarrow s + g^2", r"w \leftarrow w - \alpha \frac{g}{\sqrt{s} + \epsilon}")

    @property
    def stability_limit(self) -> Any:
        return 2.0

    def init(self, point: Array) -> AdaGradState:
        return AdaGradState(s=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: AdaGradState, learning_rate: Any
    ) -> tuple[Array, AdaGradState]:
        s = state.s + gradient * gradient
        return point - learning_rate * gradient / (np.sqrt(s) + self.epsilon), AdaGradState(s)

    def preconditioner(self, state: AdaGradState) -> Array:
        return np.sqrt(state.s) + self.epsilon
