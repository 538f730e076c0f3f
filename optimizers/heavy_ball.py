"""The heavy ball: momentum as Polyak wrote it."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.hyperparameters import beta1, learning_rate
from optimizers.optimizer import Array, Optimizer


class HeavyBallState(NamedTuple):
    """`velocity` (2, ...): the last step."""

    velocity: Array


@dataclass(frozen=True)
class HeavyBall(Optimizer):
    """A ball that keeps rolling: fast along a ravine, over small bumps, and past the minimum.

        v ← β₁ v − α g
        w ← w + v

    Shapes: (2, ...) -> (2, ...).

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> path = run(SURFACES["bowl"](), OPTIMIZERS["heavy-ball"](learning_rate=0.05), start=(-4.0, 0.0), steps=4)
    >>> path.states.velocity[0].round(2).tolist()
    [0.2, 0.37, 0.5, 0.6]

    Source: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
    """

    learning_rate: float = learning_rate(0.01)
    beta1: float = beta1(0.9)

    key: ClassVar = "heavy-ball"
    title: ClassVar = "Heavy ball"
    source: ClassVar = "Polyak, 1964"
    address: ClassVar = "https://doi.org/10.1016/0041-5553(64)90137-5"
    symbols: ClassVar = {"velocity": "v"}
    meanings: ClassVar = {
        "velocity": "the last step",
    }
    elsewhere: ClassVar = {
        "PyTorch": (
            "`SGD(momentum=0.9)` keeps the learning rate outside: b ← β₁ b + g, then w ← w − α b. While α is "
            "constant the paths are equal; a decaying α then shortens old gradients, too."
        ),
        "Keras": "`SGD(momentum=0.9)`: the same step.",
        "optax": "`sgd(momentum=0.9)` keeps the learning rate outside, as PyTorch does.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"v \leftarrow \beta_1 v - \alpha g", r"w \leftarrow w + v")

    @property
    def stability_limit(self) -> Any:
        return 2.0 * (1.0 + self.beta1)

    def init(self, point: Array) -> HeavyBallState:
        return HeavyBallState(velocity=np.zeros_like(point))

    def step(
        self, point: Array, gradient: Array, state: HeavyBallState, learning_rate: Any
    ) -> tuple[Array, HeavyBallState]:
        velocity = self.beta1 * state.velocity - learning_rate * gradient
        return point + velocity, HeavyBallState(velocity)
