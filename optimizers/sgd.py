"""Stochastic gradient descent: the plain baseline."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from optimizers.hyperparameters import learning_rate
from optimizers.optimizer import Array, Optimizer


class SGDState(NamedTuple):
    """An empty state."""


@dataclass(frozen=True)
class SGD(Optimizer):
    """Walks straight down the gradient: zigzags across a ravine, creeps along it, and stops at a saddle.

        w ← w − α g

    Shapes: (2, ...) -> (2, ...). Full-batch gradient descent when g is exact, stochastic when g is noisy.

    >>> from optimizers import OPTIMIZERS, run
    >>> from surfaces import SURFACES
    >>> zigzag = run(SURFACES["bowl"](), OPTIMIZERS["sgd"](learning_rate=0.098), start=(-4.0, 1.5), steps=4)
    >>> zigzag.points[1].round(2).tolist()
    [1.5, -1.44, 1.38, -1.33, 1.27]

    Source: Robbins and Monro, "A stochastic approximation method", Annals of Mathematical Statistics 22, 1951.
    """

    learning_rate: float = learning_rate(0.01)

    key: ClassVar = "sgd"
    title: ClassVar = "SGD"
    source: ClassVar = "Robbins and Monro, 1951"
    address: ClassVar = "https://doi.org/10.1214/aoms/1177729586"
    elsewhere: ClassVar = {
        "PyTorch": "`SGD(lr=0.001)`: the same step.",
        "Keras": "`SGD(learning_rate=0.01)`: the same step.",
        "optax": "`sgd(learning_rate)`: the same step.",
    }

    @property
    def formula(self) -> tuple[str, ...]:
        return (r"w \leftarrow w - \alpha g",)

    @property
    def stability_limit(self) -> Any:
        return 2.0

    def init(self, point: Array) -> SGDState:
        return SGDState()

    def step(self, point: Array, gradient: Array, state: SGDState, learning_rate: Any) -> tuple[Array, SGDState]:
        return point - learning_rate * gradient, state
