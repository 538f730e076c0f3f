"""Lion: the sign of an average of gradients."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, learning_rate
from optimizers.optimizer import Array, Optimizer
from parameters import number


class LionState(NamedTuple):
    """`d` (2, ...): the signs of the last step; `m`: the average of gradients."""

    d: Array
    m: Array


@dataclass(frozen=True)
class Lion(Optimizer):
    """Every step is ±α in each coordinate, however long the race lasts: only a decaying α brings it to rest.

        d ← sign(β₁ m + (1 − β₁) g)
        m ← β₂ m + (1 − β₂) g
        w ← w − α d

    Shapes: (2, ...) -> (2, ...). The newest gradient counts more in the step (1 − β₁) than in the memory (1 − β₂).

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["lion"](learning_rate=0.1), start=(-4.0, 1.5), steps=2)
    >>> path.points.round(2).tolist()
    [[-4.0, -3.9, -3.8], [1.5, 1.4, 1.3]]

    Source: Chen et al., "Symbolic discovery of optimization algorithms", NeurIPS 2023.
    """

    learning_rate: float = learning_rate(1e-4)
    beta1: float = beta1(0.9)
    beta2: float = number(
        0.99,
        0.0,
        0.9999,
        label="Memory",
        help="How much of the average is kept for later steps: 0.99 remembers about 100 gradients.",
        symbol=r"\beta_2",
        plain_symbol="β₂",
        scale="complement",
        slider=(0.0, 0.999),
    )

    key: ClassVar = "lion"
    title: ClassVar = "Lion"
    source: ClassVar = "Chen et al., 2023"
    address: ClassVar = "https://arxiv.org/abs/2302.06675"
    averages: ClassVar = {"m": "g"}
    meanings: ClassVar = {
        "d": "the signs of the last step, kept only to be shown",
        "m": "the average of gradients",
    }
    elsewhere: ClassVar = {
        "PyTorch": "Not a part of PyTorch; the authors’ own code has the same step and decoupled weight decay.",
        "Keras": "`Lion(learning_rate=0.001)`: the same step.",
        "optax": "`lion(weight_decay=1e-3)` adds decoupled weight decay, as the paper does; at 0 it is this rule.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (
            r"d \leftarrow \operatorname{sign}(\beta_1 m + (1 - \beta_1) g)",
            r"m \leftarrow \beta_2 m + (1 - \beta_2) g",
            r"w \leftarrow w - \alpha d",
        )

    def init(self, point: Array) -> LionState:
        return LionState(d=np.zeros_like(point), m=np.zeros_like(point))

    def step(self, point: Array, gradient: Array, state: LionState, learning_rate: Any) -> tuple[Array, LionState]:
        d = np.sign(self.beta1 * state.m + (1.0 - self.beta1) * gradient)
        m = self.beta2 * state.m + (1.0 - self.beta2) * gradient
        return point - learning_rate * d, LionState(d, m)
