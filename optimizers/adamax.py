"""Adamax: Adam with the largest recent gradient in place of the average of squares."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer


class AdamaxState(NamedTuple):
    """`m` (2, ...): average of gradients; `u` (2, ...): the largest of them, fading; `t`: the number of updates."""

    m: Array
    u: Array
    t: int


@dataclass(frozen=True)
class Adamax(Optimizer):
    """No step is much longer than α: m̂ is divided by the largest gradient of late, which fades by β₂ at each update.

        m ← β₁ m + (1 − β₁) g       m̂ = m / (1 − β₁ᵗ)
        u ← max(β₂ u, |g| + ε)
        w ← w − α m̂ / u

    Shapes: (2, ...) -> (2, ...). u needs no correction for its start at zero: the first gradient takes its place.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["adamax"](learning_rate=0.1), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.9, -3.8], [1.5, 1.4, 1.3]]

    Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015, section 7.1.
    """

    learning_rate: float = learning_rate(0.002)
    beta1: float = beta1(0.9)
    beta2: float = beta2(0.999)
    epsilon: float = epsilon(1e-8, "Keeps the division by u finite where the gradient is zero.")

    key: ClassVar = "adamax"
    title: ClassVar = "Adamax"
    source: ClassVar = "Kingma and Ba, 2015"
    address: ClassVar = "https://arxiv.org/abs/1412.6980"
    averages: ClassVar = {"m": "g"}
    meanings: ClassVar = {
        "m": "the average of gradients",
        "u": "the largest gradient of late, fading by β₂ at each update",
        "t": "the number of updates made",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`Adamax(lr=0.002)`: the same step.",
        "Keras": "`Adamax(learning_rate=0.001)` adds ε = 10⁻⁷ to u in the division instead of to |g|.",
        "optax": "`adamax(learning_rate)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"m \leftarrow \beta_1 m + (1 - \beta_1) g",
            r"u \leftarrow \max(\beta_2 u, |g| + \epsilon)",
            r"\hat{m} = \frac{m}{1 - \beta_1^t}",
            r"w \leftarrow w - \alpha \frac{\hat{m}}{u}",
        )

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1) / (1.0 - self.beta1)

    def init(self, point: Array) -> AdamaxState:
        return AdamaxState(m=np.zeros_like(point), u=np.zeros_like(point), t=0)

    def step(self, point: Array, gradient: Array, state: AdamaxState, learning_rate: Any) -> tuple[Array, AdamaxState]:
        t = state.t + 1
        m = self.beta1 * state.m + (1.0 - self.beta1) * gradient
        u = np.maximum(self.beta2 * state.u, np.abs(gradient) + self.epsilon)
        m_hat = m / (1.0 - self.beta1**t)
        return point - learning_rate * m_hat / u, AdamaxState(m, u, t)

    def preconditioner(self, state: AdamaxState) -> Array:
        return state.u

    def intermediates(self, state: AdamaxState) -> dict[str, Array]:
        return {r"\hat{m}": state.m / (1.0 - self.beta1**state.t)}
