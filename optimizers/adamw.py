"""AdamW: Adam with decoupled weight decay."""

from dataclasses import dataclass
from typing import Any, ClassVar

from optimizers.adam import Adam, AdamState
from optimizers.hyperparameters import weight_decay
from optimizers.optimizer import Array


@dataclass(frozen=True)
class AdamW(Adam):
    """The weights shrink by the factor 1 − αλ at each update, whatever the size of the gradients.

        m ← β₁ m + (1 − β₁) g       m̂ = m / (1 − β₁ᵗ)
        s ← β₂ s + (1 − β₂) g²      ŝ = s / (1 − β₂ᵗ)
        w ← (1 − αλ) w − α m̂ / (√ŝ + ε)

    Shapes: (2, ...) -> (2, ...). The gradient is that at the weights before they shrink. Where Adam with L2 ends at the
    minimum of another loss, this ends where the pull λ w equals m̂ / (√ŝ + ε), which is no minimum of any loss.

    Where frameworks disagree: in the paper the factor is 1 − ηλ, with a schedule η that does not contain α; here, as
    in PyTorch, Keras and optax, the decay is multiplied by the whole learning rate.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> rule = OPTIMIZERS["adamw"](learning_rate=0.1, weight_decay=0.5)
    >>> run(SURFACES["bowl"](), rule, start=(-4.0, 1.5), steps=2).points.round(2).tolist()
    [[-4.0, -3.7, -3.42], [1.5, 1.33, 1.16]]

    Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019.
    """

    weight_decay: float = weight_decay(0.01)

    key: ClassVar = "adamw"
    title: ClassVar = "AdamW"
    source: ClassVar = "Loshchilov and Hutter, 2019"
    address: ClassVar = "https://arxiv.org/abs/1711.05101"
    elsewhere: ClassVar = {
        "PyTorch": "`AdamW(weight_decay=0.01)`: the same step.",
        "Keras": "`AdamW(weight_decay=0.004)`: the same decay, with the ε of Keras’s `Adam`.",
        "optax": "`adamw(weight_decay=1e-4)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        decayed = r"w \leftarrow (1 - \alpha \lambda) w - \alpha \frac{\hat{m}}{\sqrt{\hat{s}} + \epsilon}"
        return (*super().formula[:-1], decayed)

    @property
    def stability_limit(self) -> Any:
        return (2.0 - self.learning_rate * self.weight_decay) * (1.0 + self.beta1) / (1.0 - self.beta1)

    def step(self, point: Array, gradient: Array, state: AdamState, learning_rate: Any) -> tuple[Array, AdamState]:
        return super().step((1.0 - learning_rate * self.weight_decay) * point, gradient, state, learning_rate)
