"""What a run leaves behind: the points, what was seen at them, and what became of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, ClassVar, Protocol

import numpy as np
from numpy.typing import NDArray

from optimizers.outcome import Outcome, judge

Array = NDArray[np.float64]


class Landscape(Protocol):
    """What a run asks of a surface; every class in SURFACES has it."""

    window: ClassVar[tuple[tuple[float, float], tuple[float, float]]]

    @property
    def minima(self) -> tuple[Any, ...]: ...
    @property
    def lowest(self) -> float | None: ...
    def value(self, point: Array) -> Any: ...
    def gradient(self, point: Array) -> Array: ...
    def hessian(self, point: Array) -> Array: ...


@dataclass(frozen=True, eq=False)
class Trajectory:
    """T updates of one rule on one surface, or of a batch of them; two are equal when they are the same object.

    A batch of shape (...) puts its axes last. Lanes of a batch that diverge earlier than others are NaN after their
    last finite point; `lane` gives each as it would be alone.
    """

    surface: Landscape
    points: Array
    """(2, T+1, ...): points[:, 0] is the start, points[:, t] where the rule is after t updates."""
    values: Array
    """(T+1, ...): the loss at each point."""
    gradients: Array
    """(2, T+1, ...): the gradient the rule was given at each point, noise included."""
    learning_rates: Array
    """(T,) or (T, ...): the rate each update used."""
    states: Any
    """The rule's own memory after each update: its NamedTuple with fields of shape (2, T, ...) or (T,)."""
    lengths: NDArray[np.intp]
    """(...): the number of updates until the last finite point of each lane."""
    requested: int
    """The number of updates that were asked for."""

    @property
    def steps(self) -> int:
        """T, the number of updates made."""
        return self.points.shape[1] - 1

    @cached_property
    def outcome(self) -> Outcome:
        """What became of the run, as a value and a sentence.

        Raises ValueError for a batch, whose lanes have an outcome each.
        """
        if self.lengths.ndim:
            raise ValueError("Trajectory: a batch has an outcome per lane; ask trajectory.lane(index).outcome.")
        return judge(self.surface, self.points, self.values, diverged=self.steps < self.requested)

    def lane(self, index: int | tuple[int, ...]) -> "Trajectory":
        """One run of a batch, ending at its own last finite point."""
        index = index if isinstance(index, tuple) else (index,)
        length = int(self.lengths[index])
        at = (..., *index)
        one_rate_for_all = self.learning_rates.ndim == 1
        return Trajectory(
            surface=self.surface,
            points=self.points[at][:, : length + 1],
            values=self.values[at][: length + 1],
            gradients=self.gradients[at][:, : length + 1],
            learning_rates=(self.learning_rates if one_rate_for_all else self.learning_rates[at])[:length],
            states=type(self.states)(*(_lane_of_memory(m, at, length) for m in self.states)),
            lengths=np.asarray(length),
            requested=self.requested,
        )


def _lane_of_memory(memory: Array, at: tuple[Any, ...], length: int) -> Array:
    counter = memory.ndim == 1
    return memory[:length] if counter else memory[at][..., :length]
