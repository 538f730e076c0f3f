"""AdaDelta: steps as large as recent steps, so that no learning rate is needed."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta2, epsilon, learning_rate
from optimizers.optimizer import Array, Optimizer


class AdaDeltaState(NamedTuple):
    """`s` (2, ...): average of squared gradients; `delta`: the last step before α; `d`: average of its squares."""

    s: Array
    delta: Array
    d: Array


@dataclass(frozen=True)
class AdaDelta(Optimizer):
    """Begins with steps of about 3 √ε and has to work its way up from there; the units of g cancel out.

        s ← β₂ s + (1 − β₂) g²
        Δ ← g √(d + ε) / √(s + ε)
        d ← β₂ d + (1 − β₂) Δ²
        w ← w − α Δ

    Shapes: (2, ...) -> (2, ...). ε is added under both roots. The paper has no α, which is α = 1.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["adadelta"](epsilon=0.01), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.68, -3.37], [1.5, 1.18, 0.9]]

    Source: Zeiler, "ADADELTA: an adaptive learning rate method", arXiv 1212.5701, 2012.
    """

    learning_rate: float = learning_rate(1.0)
    beta2: float = beta2(0.9)
    epsilon: float = epsilon(
        1e-6, "Under both roots: keeps the division finite, and sets the length of the first steps, about 3 √ε."
    )

    key: ClassVar = "adadelta"
    title: ClassVar = "AdaDelta"
    source: ClassVar = "Zeiler, 2012"
    address: ClassVar = "https://arxiv.org/abs/1212.5701"
    symbols: ClassVar = {"delta": r"\Delta"}
    averages: ClassVar = {"s": "g²"}
    meanings: ClassVar = {
        "s": "the average of squared gradients",
        "delta": "the last step before α, kept only to be shown",
        "d": "the average of squared steps",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`Adadelta(lr=1.0, rho=0.9, eps=1e-6)`: the same step, where `rho` is β₂.",
        "Keras": (
            "`Adadelta(learning_rate=0.001, rho=0.95, epsilon=1e-7)`: the same step at a thousandth of the "
            "paper’s α. Set it to 1 for the paper’s rule."
        ),
        "optax": "`adadelta(rho=0.9, eps=1e-6)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"s \leftarrow \beta_2 s + (1 - \beta_2) g^2",
            r"\Delta \leftarrow g \frac{\sqrt{d + \epsilon}}{\sqrt{s + \epsilon}}",
            r"d \leftarrow \beta_2 d + (1 - \beta_2) \Delta^2",
            r"w \leftarrow w - \alpha \Delta",
        )

    @property
    def stability_limit(self) -> Any:
        return 2.0

    def init(self, point: Array) -> AdaDeltaState:
        return AdaDeltaState(s=np.zeros_like(point), delta=np.zeros_like(point), d=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: AdaDeltaState, learning_rate: Any
    ) -> tuple[Array, AdaDeltaState]:
        s = self.beta2 * state.s + (1.0 - self.beta2) * (gradient * gradient)
        delta = gradient * np.sqrt(state.d + self.epsilon) / np.sqrt(s + self.epsilon)
        d = self.beta2 * state.d + (1.0 - self.beta2) * (delta * delta)
        return point - learning_rate * delta, AdaDeltaState(s, delta, d)

    def preconditioner(self, state: AdaDeltaState) -> Array:
        return np.sqrt(state.s + self.epsilon) / np.sqrt(state.d + self.epsilon)
