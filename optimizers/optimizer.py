"""What every update rule declares and computes."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ClassVar, NamedTuple

import numpy as np
from numpy.typing import NDArray

from optimizers.hyperparameters import learning_rate
from parameters import validate

Array = NDArray[np.float64]
State = NamedTuple
"""The memory of a rule: a NamedTuple of arrays and counters."""


@dataclass(frozen=True)
class Optimizer(ABC):
    """An update rule w, state ← step(w, g, state, α).

    A concrete rule is a frozen dataclass whose fields are its hyper-parameters. `step` is pure: it returns a new point
    and a new state and changes nothing. Points and gradients have shape (2, ...); a hyper-parameter may be an array of
    the batch's shape, for a sweep.
    """

    key: ClassVar[str]
    title: ClassVar[str]
    source: ClassVar[str]
    symbols: ClassVar[Mapping[str, str]] = MappingProxyType({})
    """The symbol in the formula of each field of the memory whose name is a word."""

    learning_rate: float = learning_rate(0.01)
    """α₀, which every rule has; each declares it again at its own default."""

    def __post_init__(self) -> None:
        validate(self)

    @property
    @abstractmethod
    def formula(self) -> tuple[str, ...]:
        """The update in LaTeX, one assignment a line, in the order of computation."""

    @abstractmethod
    def init(self, point: Array) -> Any:
        """The memory before the first update: zeros."""

    @abstractmethod
    def step(self, point: Array, gradient: Array, state: Any, learning_rate: Any) -> tuple[Array, Any]:
        """One update with the rate that the schedule gives for it: (2, ...) -> (2, ...), and the new memory."""

    def between(self, state: Any) -> Mapping[str, Array]:
        """What the formula computes between memory and step, by its LaTeX symbol, from the memory after an update.

        The memory may be that of one update or of a whole run stacked.
        """
        return {}
