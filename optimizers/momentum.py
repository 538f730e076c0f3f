"""Momentum as an exponentially weighted average of gradients."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, learning_rate
from optimizers.optimizer import Array, Optimizer


class MomentumState(NamedTuple):
    """`velocity` (2, ...): the average of gradients."""

    velocity: Array


@dataclass(frozen=True)
class Momentum(Optimizer):
    """The zigzag across a ravine averages out, and the speed along it builds up.

        v ← β₁ v + (1 − β₁) g
        w ← w − α v

    Shapes: (2, ...) -> (2, ...).

    With α/(1 − β₁) this form takes the same path as the heavy ball with α, as long as α is constant.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["momentum"](learning_rate=0.05), start=(-4.0, 0.0), steps=4)
    >>> path.states.velocity[0].round(2).tolist()
    [-0.4, -0.76, -1.08, -1.36]

    Source: the averaged form of Polyak's rule, as in lectures that start from the exponentially weighted average.
    """

    learning_rate: float = learning_rate(0.01)
    beta1: float = beta1(0.9)

    key: ClassVar = "momentum"
    title: ClassVar = "Momentum"
    source: ClassVar = "Polyak, 1964, in the averaged form"
    address: ClassVar = "https://doi.org/10.1016/0041-5553(64)90137-5"
    symbols: ClassVar = {"velocity": "v"}
    averages: ClassVar = {"velocity": "g"}
    meanings: ClassVar = {
        "velocity": "the average of gradients",
    }
    elsewhere: ClassVar = {
        "PyTorch": (
            "`SGD(momentum=0.9, dampening=0.9)` is this rule, except that v starts at the first gradient. "
            "Without `dampening` it is the heavy ball, whose steps are ten times as long."
        ),
        "Keras": (
            "`SGD(momentum=0.9)` leaves out the factor 1 − β₁, as the heavy ball does: a tenth of this α gives "
            "the same path."
        ),
        "optax": (
            "`ema(0.9, debias=False)` before the learning rate is this rule; `sgd(momentum=0.9)` leaves out the"
            " factor 1 − β₁."
        ),
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"v \leftarrow \beta_1 v + (1 - \beta_1) g", r"w \leftarrow w - \alpha v")

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1) / (1.0 - self.beta1)

    def init(self, point: Array) -> MomentumState:
        return MomentumState(velocity=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: MomentumState, learning_rate: Any
    ) -> tuple[Array, MomentumState]:
        velocity = self.beta1 * state.velocity + (1.0 - self.beta1) * gradient
        return point - learning_rate * velocity, MomentumState(velocity)
