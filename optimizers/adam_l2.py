"""Adam with L2 regularization: weight decay as a part of the gradient."""

from dataclasses import dataclass
from typing import Any, ClassVar

from optimizers.adam import Adam, AdamState
from optimizers.hyperparameters import weight_decay
from optimizers.optimizer import Array


@dataclass(frozen=True)
class AdamL2(Adam):
    """Adam on the loss plus ½ λ ‖w‖²; the division by √ŝ scales the pull towards zero, too, and all but undoes it.

        m ← β₁ m + (1 − β₁) (g + λ w)       m̂ = m / (1 − β₁ᵗ)
        s ← β₂ s + (1 − β₂) (g + λ w)²      ŝ = s / (1 − β₂ᵗ)
        w ← w − α m̂ / (√ŝ + ε)

    Shapes: (2, ...) -> (2, ...). Where the gradients are large, λ w is divided by their size: the pull hardly depends
    on λ. AdamW keeps it out of the averages.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> rule = OPTIMIZERS["adam-l2"](learning_rate=0.1, weight_decay=0.5)
    >>> run(SURFACES["bowl"](), rule, start=(-4.0, 1.5), steps=2).points.round(2).tolist()
    [[-4.0, -3.9, -3.8], [1.5, 1.4, 1.3]]

    Source: Loshchilov and Hutter, "Decoupled weight decay regularization", ICLR 2019, algorithm 2 with the first of
    its two ways of weight decay.
    """

    weight_decay: float = weight_decay(0.01)

    key: ClassVar = "adam-l2"
    title: ClassVar = "Adam with L2"
    source: ClassVar = "Kingma and Ba, 2015, with L2 regularization"
    address: ClassVar = "https://arxiv.org/abs/1711.05101"
    averages: ClassVar = {}
    elsewhere: ClassVar = {
        "PyTorch": "`Adam(weight_decay=0.01)`: the same step.",
        "Keras": (
            "An L2 `kernel_regularizer` in the loss gives this rule. `weight_decay` of `Adam` does not: it is "
            "that of AdamW."
        ),
        "optax": "`add_decayed_weights(0.01)` before `adam` is this rule.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"m \leftarrow \beta_1 m + (1 - \beta_1) (g + \lambda w)",
            r"s \leftarrow \beta_2 s + (1 - \beta_2) (g + \lambda w)^2",
            *super().formula[2:],
        )

    @property
    def stability_limit(self) -> Any:
        return None  # the decay adds to the curvature, and is divided with it

    def step(self, point: Array, gradient: Array, state: AdamState, learning_rate: Any) -> tuple[Array, AdamState]:
        return super().step(point, gradient + self.weight_decay * point, state, learning_rate)
