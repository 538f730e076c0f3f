"""The record of a run: its points with their losses, gradients, rates and states, and its outcome."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from optimizers.ending import norms
from optimizers.loss_surface import Array, LossSurface
from optimizers.optimizer import Optimizer
from optimizers.outcome import Outcome, judge


@dataclass(frozen=True, eq=False)
class Trajectory:
    """T updates of one rule on one surface, or of a batch; two are equal only if they are the same object.

    A batch of shape (...) puts its axes last. Lanes of a batch that diverge earlier than others are NaN after their
    last finite point; `lane` returns one of them as a run of its own.
    """

    surface: LossSurface
    points: Array
    """(2, T+1, ...): points[:, 0] is the start, points[:, t] the point after t updates."""
    gradients: Array
    """(2, T+1, ...): the gradient passed to the rule at each point, noise included."""
    learning_rates: Array
    """(T,) or (T, ...): the rate of each update."""
    states: Any
    """The state of the rule after each update: its NamedTuple, with fields of shape (2, T, ...) or (T,)."""
    lengths: NDArray[np.intp]
    """(...): the number of updates until the last finite point of each lane."""
    requested: int
    """The number of updates asked for; the run diverged if it is larger than T."""
    batches: NDArray[np.signedinteger[Any]] | None = None
    """(T, B): the examples behind the gradient of each update, −1 where a batch is short; None without mini-batches."""

    @cached_property
    def values(self) -> Array:
        """(T+1, ...): the loss at each point, computed when it is first asked for."""
        with np.errstate(all="ignore"):
            return np.asarray(self.surface.value(self.points))

    @cached_property
    def batch_values(self) -> Array | None:
        """(T+1,): the loss of the batch behind each gradient, as training reports it.

        NaN at the last point, of which no batch is recorded. None without mini-batches, and for a batch of runs.
        """
        if self.batches is None or self.lengths.ndim:
            return None
        surface: Any = self.surface
        with np.errstate(all="ignore"):
            return np.append(surface.batch_values(self.points[:, :-1], self.batches), np.nan)

    @property
    def steps(self) -> int:
        """T, the number of updates until the last finite point."""
        return self.points.shape[1] - 1

    @cached_property
    def outcome(self) -> Outcome:
        """The outcome of the run. Raises ValueError for a batch: each of its lanes has its own."""
        if self.lengths.ndim:
            raise ValueError("Trajectory: a batch has an outcome per lane; ask trajectory.lane(index).outcome.")
        return judge(self.surface, self.points, float(self.values[-1]), self.requested)

    @cached_property
    def gradient_norms(self) -> Array:
        """(T+1, ...): the length of each gradient; NaN after the last finite point of a lane."""
        return np.where(np.isfinite(self.points).all(axis=0), norms(self.gradients), np.nan)

    @property
    def nbytes(self) -> int:
        """The bytes of its arrays, but for those that are computed when they are asked for."""
        arrays = (self.points, self.gradients, self.learning_rates, self.batches, *self.states)
        return sum(np.asarray(array).nbytes for array in arrays if array is not None)

    def state_after(self, step: int) -> Any:
        """Return the rule's state after `step` updates of a single run, as `run` takes it; None before the first."""
        if step == 0:
            return None
        return type(self.states)(
            *(np.ascontiguousarray(s[:, step - 1]) if s.ndim > 1 else s[step - 1].item() for s in self.states)
        )

    def lane(self, index: int | tuple[int, ...]) -> "Trajectory":
        """Return one run of a batch, which ends at its own last finite point."""
        index = index if isinstance(index, tuple) else (index,)
        length = int(self.lengths[index])
        at = (..., *index)
        one_rate_for_all = self.learning_rates.ndim == 1
        return Trajectory(
            surface=self.surface,
            points=self.points[at][:, : length + 1],
            gradients=self.gradients[at][:, : length + 1],
            learning_rates=(self.learning_rates if one_rate_for_all else self.learning_rates[at])[:length],
            states=type(self.states)(*(_lane_of_state(s, at, length) for s in self.states)),
            lengths=np.asarray(length),
            requested=self.requested,
            batches=None if self.batches is None else self.batches[:length],
        )


def _lane_of_state(field: Array, at: tuple[Any, ...], length: int) -> Array:
    counter = field.ndim == 1
    return field[:length] if counter else field[at][..., :length]


def record(
    surface: LossSurface,
    rule: Optimizer,
    points: Array,
    gradients: Array,
    rates: Array,
    states: Sequence[Any],
    batches: NDArray[np.intp] | None,
) -> Trajectory:
    """Stack what a run of T updates left, coordinates first, and cut every lane at its last finite point.

    `points` and `gradients` are (T+1, 2, ...), `rates` (T,) or (T, ...), `states` T states of the rule, and `batches`
    (T, B).
    """
    lengths = _lengths(points)
    longest = int(lengths.max(initial=0))
    after_the_end = np.arange(longest + 1).reshape(-1, *(1,) * lengths.ndim) > lengths
    points, gradients = (_coordinates_first(a[: longest + 1], after_the_end) for a in (points, gradients))
    return Trajectory(
        surface=surface,
        points=points,
        gradients=gradients,
        learning_rates=np.ascontiguousarray(rates[:longest]),
        states=_stacked(states[:longest], rule.init(points[:, 0])),
        lengths=lengths,
        requested=len(rates),
        batches=None if batches is None else _small(batches[:longest]),
    )


def _small(indices: NDArray[np.intp]) -> NDArray[np.signedinteger[Any]]:
    """Keep indices in as few bytes as they need: those of large batches are the most of a path."""
    return indices.astype(np.min_scalar_type(-1 - int(indices.max(initial=0))))


def _lengths(points: Array) -> NDArray[np.intp]:
    """Count the updates until the last finite point of each lane: (T+1, 2, ...) -> (...)."""
    finite = np.isfinite(points).all(axis=1)
    return np.where(finite.all(axis=0), len(points) - 1, finite.argmin(axis=0) - 1)


def _coordinates_first(recorded: Array, after_the_end: NDArray[np.bool]) -> Array:
    """Put the coordinates first, and NaN where a lane (T+1, ...) has ended: (T+1, 2, ...) -> (2, T+1, ...)."""
    array = np.ascontiguousarray(np.moveaxis(recorded, 0, 1))
    if after_the_end.any():
        array[:, after_the_end] = np.nan
    return array


def _stacked(states: Sequence[Any], empty: Any) -> Any:
    """Stack T states into one with fields (2, T, ...), or (T,) for a counter; `empty` is the state before them."""
    fields = (
        np.array([state[i] for state in states]) if states else np.empty((0, *np.shape(field)))
        for i, field in enumerate(empty)
    )
    return type(empty)(*(np.ascontiguousarray(np.moveaxis(f, 0, 1)) if f.ndim > 1 else f for f in fields))
