"""The abstract baseline that SciPy computes: a path of iterates, one for each update."""

from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

import numpy as np

from optimizers.baseline import Baseline
from optimizers.hyperparameters import first_step
from optimizers.iterates import Method, iterates
from optimizers.loss_surface import Array, LossSurface
from optimizers.work import VALUE


class MinimizerState(NamedTuple):
    """`origin`, `scale` (2, ...): where SciPy began and the α of its first update; `t`: the number of updates made.

    `asked` (2, ...): how many losses and how many gradients it has asked for so far.
    """

    origin: Array
    scale: Array
    t: int
    asked: Array


@dataclass(frozen=True)
class Minimizer(Baseline):
    """The abstract method of SciPy: each of its iterates is an update, and where it ends the path stays.

    It asks for losses and gradients itself, several an update where it searches along a line; they are exact. Only the
    α of the first update counts, so that a branch goes on as SciPy would.
    """

    method: ClassVar[Method]
    """What `scipy.optimize.minimize` calls it."""

    meanings: ClassVar = {
        "origin": "where the search began",
        "scale": "the α of the first update",
        "t": "the number of updates made",
        "asked": "how many losses, and how many gradients, have been asked for",
    }

    learning_rate: float = first_step("The length of the first step that is tried, at most. Later ones find their own.")

    def init(self, point: Array) -> MinimizerState:
        zeros = np.zeros_like(point)
        return MinimizerState(origin=zeros, scale=zeros, t=0, asked=zeros)

    def step_on(
        self, surface: LossSurface, point: Array, gradient: Array, state: MinimizerState, learning_rate: Any
    ) -> tuple[Array, MinimizerState]:
        begins = state.t == 0
        origin = point.copy() if begins else state.origin
        scale = np.broadcast_to(learning_rate, point.shape).copy() if begins else state.scale
        t, lanes = state.t + 1, (2, -1)
        most = max(64, 1 << t.bit_length())  # at least t: what is asked for again and again is remembered
        found = [
            iterates(self.method, surface, (float(x), float(y)), float(length), most).at(t)
            for (x, y), length in zip(origin.reshape(lanes).T, scale.reshape(lanes)[0], strict=True)
        ]
        moved, asked = (np.stack(numbers, axis=-1).reshape(point.shape) for numbers in zip(*found, strict=True))
        return moved, MinimizerState(origin, scale, t, asked)

    def work(self, states: MinimizerState, updates: int) -> Array:
        losses, gradients = states.asked
        return np.append(0.0, VALUE * losses + gradients)
