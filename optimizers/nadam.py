"""NAdam: Adam that looks ahead, as Nesterov's momentum does."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer
from parameters import number


class NAdamState(NamedTuple):
    """`m` (2, ...): average of gradients; `s` (2, ...): average of their squares; `t`: the number of updates made.

    `c` (2, ...): what the weights of all gradients add up to in an average that keeps μ of itself at each update.
    """

    m: Array
    s: Array
    t: int
    c: Array


@dataclass(frozen=True)
class NAdam(Optimizer):
    """Counts the newest gradient once more, as if the next average were known already; so it turns earlier than Adam.

        μ = β₁ (1 − ½ · 0.96^(ψ t))      ν = β₁ (1 − ½ · 0.96^(ψ (t + 1)))
        c ← 1 − (1 − c) μ
        m ← β₁ m + (1 − β₁) g            m̂ = m / (1 − (1 − c) ν)
        s ← β₂ s + (1 − β₂) g²           ŝ = s / (1 − β₂ᵗ)
        w ← w − α (ν m̂ + (1 − μ) g / c) / (√ŝ + ε)

    Shapes: (2, ...) -> (2, ...). μ rises from β₁/2 towards β₁, with ψ = 0.004 within 30,000 updates.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["nadam"](learning_rate=0.1), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.89, -3.82], [1.5, 1.39, 1.32]]

    Source: Dozat, "Incorporating Nesterov momentum into Adam", ICLR workshop 2016.
    """

    learning_rate: float = learning_rate(0.002)
    beta1: float = beta1(0.9)
    beta2: float = beta2(0.999)
    epsilon: float = epsilon(1e-8)
    momentum_decay: float = number(
        0.004,
        0.0,
        1.0,
        label="Momentum decay",
        help="How soon μ, the share of the average in a step, rises from half of β₁ to β₁. At 0 it stays at half.",
        symbol=r"\psi",
        plain_symbol="ψ",
        link="psi",
        slider=(0.0, 0.1),
    )

    key: ClassVar = "nadam"
    title: ClassVar = "NAdam"
    source: ClassVar = "Dozat, 2016"
    address: ClassVar = "https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ"
    averages: ClassVar = {"m": "g", "s": "g²"}
    meanings: ClassVar = {
        "m": "the average of gradients",
        "s": "the average of squared gradients",
        "t": "the number of updates made",
        "c": "the sum of the shares that all gradients so far have in a step",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`NAdam(lr=0.002, momentum_decay=0.004)`: the same step, where `momentum_decay` is ψ.",
        "Keras": "`Nadam(learning_rate=0.001)` has no ψ: it is 1, so that μ is almost β₁ after a hundred updates.",
        "optax": "`nadam` takes β₁ for μ and ν.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"\mu = \beta_1 (1 - \frac{1}{2} \cdot 0.96^{\psi t})",
            r"\nu = \beta_1 (1 - \frac{1}{2} \cdot 0.96^{\psi (t + 1)})",
            r"c \leftarrow 1 - (1 - c) \mu",
            r"m \leftarrow \beta_1 m + (1 - \beta_1) g",
            r"s \leftarrow \beta_2 s + (1 - \beta_2) g^2",
            r"\hat{m} = \frac{m}{1 - (1 - c) \nu}",
            r"\hat{s} = \frac{s}{1 - \beta_2^t}",
            r"w \leftarrow w - \alpha \frac{\nu \hat{m} + \frac{(1 - \mu) g}{c}}{\sqrt{\hat{s}} + \epsilon}",
        )

    def init(self, point: Array) -> NAdamState:
        return NAdamState(m=np.zeros_like(point), s=np.zeros_like(point), t=0, c=np.zeros_like(point))

    def step(self, point: Array, gradient: Array, state: NAdamState, learning_rate: Any) -> tuple[Array, NAdamState]:
        t = state.t + 1
        mu, nu = self.momentum(t), self.momentum(t + 1)
        c = 1.0 - (1.0 - state.c) * mu
        m = self.beta1 * state.m + (1.0 - self.beta1) * gradient
        s = self.beta2 * state.s + (1.0 - self.beta2) * (gradient * gradient)
        m_hat = m / (1.0 - (1.0 - c) * nu)
        s_hat = s / (1.0 - self.beta2**t)
        ahead = nu * m_hat + (1.0 - mu) * gradient / c
        return point - learning_rate * ahead / (np.sqrt(s_hat) + self.epsilon), NAdamState(m, s, t, c)

    def momentum(self, t: Any) -> Any:
        """Return μ at update t."""
        return self.beta1 * (1.0 - 0.5 * 0.96 ** (self.momentum_decay * t))

    def intermediates(self, state: NAdamState) -> dict[str, Array]:
        mu, nu = self.momentum(state.t), self.momentum(state.t + 1)
        return {
            r"\mu": mu,
            r"\nu": nu,
            r"\hat{m}": state.m / (1.0 - (1.0 - state.c) * nu),
            r"\hat{s}": state.s / (1.0 - self.beta2**state.t),
        }
