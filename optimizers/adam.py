"""Adam: momentum and RMSprop combined, with bias correction."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer
from parameters import switch


class AdamState(NamedTuple):
    """`m` (2, ...): average of gradients; `s` (2, ...): average of their squares; `t`: the number of updates made."""

    m: Array
    s: Array
    t: int


@dataclass(frozen=True)
class Adam(Optimizer):
    """The first step is ±α per coordinate whatever the gradient's size; later steps keep about that pace.

        m ← β₁ m + (1 − β₁) g       m̂ = m / (1 − β₁ᵗ)
        s ← β₂ s + (1 − β₂) g²      ŝ = s / (1 − β₂ᵗ)
        w ← w − α m̂ / (√ŝ + ε)

    Shapes: (2, ...) -> (2, ...). Without `bias_correction`, m̂ = m and ŝ = s.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["adam"](learning_rate=0.1), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.9, -3.8], [1.5, 1.4, 1.3]]

    Source: Kingma and Ba, "Adam: a method for stochastic optimization", ICLR 2015 (where s is called v).
    """

    learning_rate: float = learning_rate(0.001)
    beta1: float = beta1(0.9)
    beta2: float = beta2(0.999)
    epsilon: float = epsilon(1e-8)
    bias_correction: bool = switch(
        True,
        label="Bias correction",
        link="bias",
        help="Divides both averages by 1 − βᵗ, because they start at zero. Without it the first steps are larger.",
    )

    key: ClassVar = "adam"
    title: ClassVar = "Adam"
    source: ClassVar = "Kingma and Ba, 2015"
    address: ClassVar = "https://arxiv.org/abs/1412.6980"
    averages: ClassVar = {"m": "g", "s": "g²"}
    meanings: ClassVar = {
        "m": "the average of gradients",
        "s": "the average of squared gradients",
        "t": "the number of updates made",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`Adam(lr=0.001)`: the same step.",
        "Keras": (
            "`Adam(learning_rate=0.001, epsilon=1e-7)` moves both corrections into α, so that ε is added to √s "
            "instead of √ŝ: with little effect while ε is small."
        ),
        "optax": "`adam(learning_rate)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"m \leftarrow \beta_1 m + (1 - \beta_1) g",
            r"s \leftarrow \beta_2 s + (1 - \beta_2) g^2",
            r"\hat{m} = \frac{m}{1 - \beta_1^t}" if self.bias_correction else r"\hat{m} = m",
            r"\hat{s} = \frac{s}{1 - \beta_2^t}" if self.bias_correction else r"\hat{s} = s",
            r"w \leftarrow w - \alpha \frac{\hat{m}}{\sqrt{\hat{s}} + \epsilon}",
        )

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1) / (1.0 - self.beta1)

    def init(self, point: Array) -> AdamState:
        return AdamState(m=np.zeros_like(point), s=np.zeros_like(point), t=0)

    def step(self, point: Array, gradient: Array, state: AdamState, learning_rate: Any) -> tuple[Array, AdamState]:
        t = state.t + 1
        m = self.beta1 * state.m + (1.0 - self.beta1) * gradient
        s = self.beta2 * state.s + (1.0 - self.beta2) * (gradient * gradient)
        m_hat, s_hat = self.corrected(m, s, t)
        return point - learning_rate * m_hat / (np.sqrt(s_hat) + self.epsilon), AdamState(m, s, t)

    def corrected(self, m: Array, s: Array, t: Any) -> tuple[Array, Array]:
        """Return m̂ and ŝ, the averages without the bias of their start at zero."""
        if not self.bias_correction:
            return m, s
        return m / (1.0 - self.beta1**t), s / (1.0 - self.beta2**t)

    def preconditioner(self, state: AdamState) -> Array:
        return np.sqrt(self.corrected(*state)[1]) + self.epsilon

    def intermediates(self, state: AdamState) -> dict[str, Array]:
        m_hat, s_hat = self.corrected(*state)
        return {r"\hat{m}": m_hat, r"\hat{s}": s_hat}
