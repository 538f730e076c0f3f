"""The abstract baseline: a classical method that asks more of the loss than one gradient an update."""

from abc import abstractmethod
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

from optimizers.loss_surface import Array, LossSurface
from optimizers.optimizer import Optimizer, Step


@dataclass(frozen=True)
class Baseline(Optimizer):
    """The abstract baseline, whose update asks the surface for Hessians or losses: w, state ← step(L, w, g, state, α).

    It takes part in a race like a rule, but is no rule for training: networks have too many weights for a Hessian, and
    batches are too noisy for a line search. What it asks of the surface is exact, even where the gradient is noisy.
    """

    price: ClassVar[str]
    """What it keeps and asks for with n weights, in sentences."""

    corners: ClassVar[tuple[str, ...]] = ()
    """The fields of the state that are points between which it searches, beside w."""

    def on(self, surface: LossSurface) -> Step:
        return partial(self.step_on, surface)

    def step(self, point: Array, gradient: Array, state: Any, learning_rate: Any) -> tuple[Array, Any]:
        """Raise TypeError: without a surface there is nobody to ask."""
        raise TypeError(f"{type(self).__name__} needs a surface: use on(surface).")

    @abstractmethod
    def step_on(
        self, surface: LossSurface, point: Array, gradient: Array, state: Any, learning_rate: Any
    ) -> tuple[Array, Any]:
        """Make one update on a surface: return the new point, (2, ...) -> (2, ...), and the new state."""
