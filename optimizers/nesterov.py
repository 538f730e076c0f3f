"""Nesterov's accelerated gradient, as PyTorch writes it."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, learning_rate
from optimizers.optimizer import Array, Optimizer


class NesterovState(NamedTuple):
    """`velocity` (2, ...): the decaying sum of gradients, b in the formula."""

    velocity: Array


@dataclass(frozen=True)
class Nesterov(Optimizer):
    """Momentum that looks ahead: as fast as the heavy ball, but it brakes earlier and orbits less.

        b ← β₁ b + g
        w ← w − α (g + β₁ b)

    Shapes: (2, ...) -> (2, ...).

    Where frameworks disagree: Nesterov evaluates the gradient ahead of the point; this form keeps the point
    ahead as w instead, so that g is always the gradient at w.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["nesterov"](learning_rate=0.05), start=(-4.0, 0.0), steps=4)
    >>> path.points[0].round(2).tolist()
    [-4.0, -3.62, -3.11, -2.53, -1.9]

    Source: Nesterov, 1983; Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013.
    """

    learning_rate: float = learning_rate(0.01)
    beta1: float = beta1(0.9)

    key: ClassVar = "nesterov"
    title: ClassVar = "Nesterov"
    source: ClassVar = "Nesterov, 1983; Sutskever et al., 2013"
    address: ClassVar = "https://proceedings.mlr.press/v28/sutskever13.html"
    symbols: ClassVar = {"velocity": "b"}
    meanings: ClassVar = {
        "velocity": "the decaying sum of gradients",
    }
    elsewhere: ClassVar = {
        "PyTorch": "`SGD(momentum=0.9, nesterov=True)`: the same step.",
        "Keras": (
            "`SGD(momentum=0.9, nesterov=True)` keeps the learning rate inside the velocity: v ← β₁ v − α g, "
            "then w ← w + β₁ v − α g. The paths are equal while α is constant."
        ),
        "optax": "`sgd(momentum=0.9, nesterov=True)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"b \leftarrow \beta_1 b + g", r"w \leftarrow w - \alpha (g + \beta_1 b)")

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1) / (1.0 + 2.0 * self.beta1)

    def init(self, point: Array) -> NesterovState:
        return NesterovState(velocity=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: NesterovState, learning_rate: Any
    ) -> tuple[Array, NesterovState]:
        b = self.beta1 * state.velocity + gradient
        return point - learning_rate * (gradient + self.beta1 * b), NesterovState(velocity=b)
